/// The value at the cursor, without a name.
extension JSONReader {
    /// The value here, which is a string.
    @inline(__always)
    public mutating func string() -> String {
        let start = cursor &+ 1
        let close = bytes.skippingPlain(from: start)
        guard bytes.byte(cursor) == .quote, bytes.byte(close) == .quote else { return uncommonString() }
        cursor = close &+ 1
        return bytes.plainText(from: start, to: close)
    }

    @inline(never)
    private mutating func uncommonString() -> String {
        guard bytes.byte(cursor) == .quote else {
            if let text = bareText() { return text }
            mismatch(expected: .string)
            return ""
        }
        do throws(Fault) {
            let extent = try bytes.scanString(from: cursor)
            guard let text = bytes.text(from: cursor + 1, extent) else {
                stop(.loneSurrogate, at: cursor)
                return ""
            }
            cursor = extent.close + 1
            return text
        } catch {
            stop(error)
            return ""
        }
    }

    /// The value here, which is a boolean.
    public mutating func bool() -> Bool {
        if bytes.holds("true", at: cursor) {
            cursor += 4
            return true
        }
        if bytes.holds("false", at: cursor) {
            cursor += 5
            return false
        }
        mismatch(expected: .boolean)
        return false
    }

    /// Consumes the value if it is null; returns whether it was.
    public mutating func null() -> Bool {
        guard bytes.byte(cursor) == .lowercaseN else { return false }
        skipValue()
        return true
    }

    /// The value here, which is a whole number.
    public mutating func int() -> Int { integer() }
    /// The value here, which is a whole number of 32 bits.
    public mutating func int32() -> Int32 { integer() }
    /// The value here, which is a whole number of 64 bits.
    public mutating func int64() -> Int64 { integer() }
    /// The value here, which is a whole number of 32 bits without a sign.
    public mutating func uint32() -> UInt32 { integer() }
    /// The value here, which is a whole number of 64 bits without a sign.
    public mutating func uint64() -> UInt64 { integer() }
    /// The value here, which is a number.
    public mutating func double() -> Double { floatingPoint() }
    /// The value here, which is a number of single precision.
    public mutating func float() -> Float { floatingPoint() }

    /// Reads a value of any type that can be read.
    @inlinable
    public mutating func value<Value: JSONReadable>() -> Value { Value(reading: &self) }
}

extension JSONReader {
    /// The position in a table of the string at the cursor; nil, with nothing consumed, if it is not in there.
    mutating func name(in table: EnumNames) -> Int? {
        let start = cursor &+ 1
        let close = bytes.skippingPlain(from: start)
        guard bytes.byte(cursor) == .quote, bytes.byte(close) == .quote else { return bareName(in: table) }
        guard let position = table.position(of: bytes, from: start, count: close &- start) else { return nil }
        cursor = close &+ 1
        return position
    }
}
