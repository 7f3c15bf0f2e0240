extension MutableRawSpan {
    /// Copies all bytes.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func copy(_ bytes: RawSpan, to offset: Int) {
        let end = bytes.byteCount
        guard end >= 8 else {
            for index in 0 ..< end {
                storeBytes(of: bytes.byte(index), toByteOffset: offset &+ index, as: UInt8.self)
            }
            return
        }
        var index = 0
        while index &+ 8 <= end {
            storeBytes(of: bytes.word(index), toByteOffset: offset &+ index, as: UInt64.self)
            index &+= 8
        }
        storeBytes(of: bytes.word(end &- 8), toByteOffset: offset &+ end &- 8, as: UInt64.self)
    }

    /// Copies bytes up to the first that must be escaped, a word at a time; returns how many.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func copyPlain(_ bytes: RawSpan, to offset: Int) -> Int {
        let end = bytes.byteCount
        var index = 0
        while index &+ 8 <= end {
            let word = bytes.word(index)
            storeBytes(of: word, toByteOffset: offset &+ index, as: UInt64.self)
            let marks = word.bytesToEscape
            if marks != 0 { return index &+ marks.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < end {
            let byte = bytes.byte(index)
            if byte < .space || byte == .quote || byte == .backslash { return index }
            storeBytes(of: byte, toByteOffset: offset &+ index, as: UInt8.self)
            index &+= 1
        }
        return index
    }
}

extension UInt64 {
    /// The high bit of each byte that must be escaped: below space, quote, backslash; only the lowest mark is reliable.
    @inline(__always)
    var bytesToEscape: UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = self ^ (ones &* 0x22)
        let backslash = self ^ (ones &* 0x5C)
        let marks = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (self &- ones &* 0x20) & ~self
        return marks & (ones &* 0x80)
    }
}
