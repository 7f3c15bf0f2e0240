/// Values without a name.
extension JSONWriter {
    /// Writes a string.
    public mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { append(quoted: UnsafeRawBufferPointer($0).bytes) }
    }

    /// Writes a boolean.
    public mutating func bool(_ value: Bool) { append(value ? "true" : "false") }
    /// Writes null.
    public mutating func null() { append("null") }
    /// Writes a whole number.
    public mutating func int(_ value: Int) { decimal(value) }
    /// Writes a whole number of 32 bits.
    public mutating func int32(_ value: Int32) { decimal(value) }
    /// Writes a whole number of 64 bits.
    public mutating func int64(_ value: Int64) { decimal(value) }
    /// Writes a whole number of 32 bits without a sign.
    public mutating func uint32(_ value: UInt32) { decimal(value) }
    /// Writes a whole number of 64 bits without a sign.
    public mutating func uint64(_ value: UInt64) { decimal(value) }

    /// The shortest digits that read back as the same number.
    public mutating func double(_ value: Double) {
        if value.isFinite { append(value.description) } else { refuse() }
    }

    /// The shortest digits that read back as the same number.
    public mutating func float(_ value: Float) {
        if value.isFinite { append(value.description) } else { refuse() }
    }

    /// Writes any value that can be written.
    @inlinable
    public mutating func value(_ value: some JSONWritable) { value.write(to: &self) }

    private mutating func decimal(_ value: some FixedWidthInteger) { append(value.description) }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0).bytes) }
    }

    mutating func appendEscaped(_ byte: UInt8) {
        append(.backslash)
        switch byte {
        case .lineFeed: append(.lowercaseN)
        case .carriageReturn: append(.lowercaseR)
        case .tab: append(.lowercaseT)
        case 0x08: append(.lowercaseB)
        case 0x0C: append(.lowercaseF)
        case 0 ..< .space:
            append("u00")
            append(byte < 0x10 ? .zero : .zero + 1)
            append(byte & 15 < 10 ? .zero + byte & 15 : 0x57 + byte & 15)
        default: append(byte)
        }
    }
}
