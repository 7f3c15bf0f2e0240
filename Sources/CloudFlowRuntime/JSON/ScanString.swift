/// A string literal as it stands in the document.
struct StringExtent {
    /// Offset of the closing quote.
    let close: Int
    /// Whether it holds escapes, and whether all its bytes are ASCII.
    let isEscaped: Bool
    let isASCII: Bool
}

extension RawSpan {
    /// Finds the end of the string whose opening quote is at `open`; checks escapes, UTF-8 and control characters.
    ///
    /// Lone surrogates pass: they are refused where a `String` is made.
    func scanString(from open: Int) throws(Fault) -> StringExtent {
        var offset = open + 1
        var isEscaped = false
        var isASCII = true
        while true {
            offset = skippingPlain(from: offset)
            let byte = byte(offset)
            if byte == .quote {
                return StringExtent(close: offset, isEscaped: isEscaped, isASCII: isASCII)
            } else if byte >= 0x80 {
                isASCII = false
                offset = try scanScalar(at: offset)
            } else if byte == .backslash {
                isEscaped = true
                offset = try scanEscape(at: offset)
            } else {
                throw Fault(offset < byteCount ? .controlCharacter : .unexpectedEnd, at: offset)
            }
        }
    }

    /// Whether the bytes may stand between quotes as they are.
    var isSpeltName: Bool {
        var offset = 0
        while offset < byteCount {
            guard byte(offset) >= .space, byte(offset) != .quote else { return false }
            offset += byte(offset) == .backslash ? 2 : 1
        }
        return offset == byteCount
    }

    /// The first offset from `start` on that is not a plain character: a quote, a backslash, a control character, a byte
    /// outside ASCII, or the end.
    @inline(__always)
    func skippingPlain(from start: Int) -> Int {
        var offset = start
        // The comparison is the bounds check.
        while UInt(bitPattern: offset) < wordsEnd {
            let word = UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
            let special = word.specialBytes
            if special != 0 { return offset &+ special.trailingZeroBitCount &>> 3 }
            offset &+= 8
        }
        while true {
            let byte = byte(offset)
            guard byte >= .space, byte < 0x80, byte != .quote, byte != .backslash else { return offset }
            offset &+= 1
        }
    }

    /// Checks the escape whose backslash is at `offset`; returns the offset behind it.
    private func scanEscape(at offset: Int) throws(Fault) -> Int {
        switch byte(offset + 1) {
        case .quote, .backslash, .slash, .lowercaseB, .lowercaseF, .lowercaseN, .lowercaseR, .lowercaseT:
            return offset + 2
        case .lowercaseU:
            for digit in offset + 2..<offset + 6 where byte(digit).hexadecimalValue == nil {
                throw Fault(digit < byteCount ? .invalidEscape : .unexpectedEnd, at: digit)
            }
            return offset + 6
        default:
            throw Fault(offset + 1 < byteCount ? .invalidEscape : .unexpectedEnd, at: offset + 1)
        }
    }

    /// Checks the scalar of two to four bytes at `offset` against the table of well-formed UTF-8 (Unicode, table 3-7);
    /// returns the offset behind it.
    private func scanScalar(at offset: Int) throws(Fault) -> Int {
        let second: ClosedRange<UInt8>
        let length: Int
        switch byte(offset) {
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: throw Fault(.invalidUTF8, at: offset)
        }
        var isWellFormed = second.contains(byte(offset + 1))
        if length > 2 { isWellFormed = isWellFormed && byte(offset + 2) & 0xC0 == 0x80 }
        if length > 3 { isWellFormed = isWellFormed && byte(offset + 3) & 0xC0 == 0x80 }
        guard isWellFormed else { throw Fault(offset + length <= byteCount ? .invalidUTF8 : .unexpectedEnd, at: offset) }
        return offset + length
    }
}

extension UInt64 {
    /// The high bit of each byte that ends a run of plain characters: below space, quote, backslash, from 0x80 on.
    ///
    /// Bytes above the first such byte may be marked wrongly (the subtractions borrow), so only the lowest mark counts.
    @inline(__always)
    var specialBytes: UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = self ^ (ones &* 0x22)
        let backslash = self ^ (ones &* 0x5C)
        let marks = (quote &- ones) | (backslash &- ones) | (self &- ones &* 0x20) | self
        return marks & (ones &* 0x80)
    }
}

extension UInt8 {
    var hexadecimalValue: UInt8? {
        switch self {
        case .zero ... .nine: self &- .zero
        case 0x41...0x46: self &- 0x37
        case 0x61...0x66: self &- 0x57
        default: nil
        }
    }
}
