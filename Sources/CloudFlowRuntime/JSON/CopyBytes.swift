extension MutableRawSpan {
    /// Copies all bytes to an offset.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func copy(_ bytes: RawSpan, to offset: Int) {
        let end = bytes.byteCount
        precondition(offset >= 0 && end <= byteCount &- offset)
        guard end >= 8 else {
            for index in 0..<end {
                storeBytes(of: bytes.byte(index), toUncheckedByteOffset: offset &+ index, as: UInt8.self)
            }
            return
        }
        var index = 0
        while index < end &- 8 {
            copyWord(of: bytes, at: index, to: offset)
            index &+= 8
        }
        copyWord(of: bytes, at: end &- 8, to: offset)
    }

    /// Copies bytes up to the first that must be escaped to an offset, where there is room for all; returns how many.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func copyPlain(_ bytes: RawSpan, to offset: Int) -> Int {
        let end = bytes.byteCount
        precondition(offset >= 0 && end <= byteCount &- offset)
        guard end >= 8 else {
            for index in 0..<end {
                let byte = bytes.byte(index)
                if byte < .space || byte == .quote || byte == .backslash { return index }
                storeBytes(of: byte, toUncheckedByteOffset: offset &+ index, as: UInt8.self)
            }
            return end
        }
        var index = 0
        while index < end &- 8 {
            let marks = copyWord(of: bytes, at: index, to: offset).bytesToEscape
            if marks != 0 { return index &+ marks.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        // The last word overlaps the one before it, whose bytes are plain.
        let marks = copyWord(of: bytes, at: end &- 8, to: offset).bytesToEscape
        return marks == 0 ? end : end &- 8 &+ marks.trailingZeroBitCount &>> 3
    }

    /// Copies eight bytes that both sides have.
    @inline(__always)
    @_lifetime(self: copy self)
    @discardableResult
    private mutating func copyWord(of bytes: RawSpan, at index: Int, to offset: Int) -> UInt64 {
        let word = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        storeBytes(of: word, toUncheckedByteOffset: offset &+ index, as: UInt64.self)
        return UInt64(littleEndian: word)
    }
}

extension UInt64 {
    /// The high bit of each byte that must be escaped: below space, quote, backslash; only the lowest mark is reliable.
    @inline(__always)
    fileprivate var bytesToEscape: UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = self ^ (ones &* 0x22)
        let backslash = self ^ (ones &* 0x5C)
        let marks = (quote &- ones) | (backslash &- ones) | (self &- ones &* 0x20)
        return marks & ~self & (ones &* 0x80)
    }
}
