extension JSONReader {
    /// An integer: also `1.0` and `1e3`, whose value is one.
    mutating func integer<Integer: FixedWidthInteger>() -> Integer {
        let isNegative = bytes.byte(cursor) == .minus
        let start = isNegative ? cursor &+ 1 : cursor
        var offset = start
        var magnitude: Int64 = 0
        while bytes.byte(offset).isDigit {
            magnitude = magnitude &* 10 &+ Int64(bytes.byte(offset) &- .zero)
            offset &+= 1
        }
        let next = bytes.byte(offset)
        // Eighteen digits can't overflow; everything else than a few plain digits is rare.
        guard
            1...18 ~= offset &- start, bytes.byte(start) != .zero || offset &- start == 1,
            next != .period, next | 0x20 != .lowercaseE,
            let value = Integer(exactly: isNegative ? -magnitude : magnitude)
        else { return uncommonInteger() }
        cursor = offset
        return value
    }

    @inline(never)
    private mutating func uncommonInteger<Integer: FixedWidthInteger>() -> Integer {
        guard nextKind == .number else {
            mismatch(expected: .number)
            return 0
        }
        do throws(Fault) {
            let end = try bytes.scanNumber(at: cursor)
            let decimal = DecimalDigits(bytes.extracting(cursor..<end))
            guard decimal.isInteger else {
                stop(.notAnInteger, at: cursor)
                return 0
            }
            guard let value = decimal.integer(as: Integer.self) else {
                stop(.numberOutOfRange, at: cursor)
                return 0
            }
            cursor = end
            return value
        } catch {
            stop(error)
            return 0
        }
    }

    /// A number, rounded to the nearest one that the type holds. It may round to zero, not to infinity.
    mutating func floatingPoint<Number: DecimalRounding>() -> Number {
        guard nextKind == .number else {
            mismatch(expected: .number)
            return 0
        }
        do throws(Fault) {
            let end = try bytes.scanNumber(at: cursor)
            let text = bytes.extracting(cursor..<end)
            guard let value = Number(exactDecimal: text) ?? text.withUnsafeBytes({ Number(String(decoding: $0, as: UTF8.self)) }),
                value.isFinite
            else {
                stop(.numberOutOfRange, at: cursor)
                return 0
            }
            cursor = end
            return value
        } catch {
            stop(error)
            return 0
        }
    }
}
