/// Checks text that comes in pieces, and finds the first byte that can't stand in UTF-8 (RFC 3629) as soon as it comes.
package struct UTF8Check: Sendable {
    /// How many more bytes the character has that is begun.
    private var due = 0
    /// What the next of them may be.
    private var range: ClosedRange<UInt8> = 0x80...0xBF

    package init() {}

    /// Whether no character is left half.
    package var isComplete: Bool { due == 0 }

    /// Takes a piece of the text.
    ///
    /// - Returns: Whether the text may be UTF-8 so far.
    package mutating func take(_ bytes: RawSpan) -> Bool {
        var offset = 0
        while offset < bytes.byteCount {
            if due == 0, offset &+ 8 <= bytes.byteCount, bytes.word(offset) & 0x8080_8080_8080_8080 == 0 {
                offset &+= 8
                continue
            }
            guard take(bytes.byte(offset)) else { return false }
            offset &+= 1
        }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        if due > 0 {
            guard range.contains(byte) else { return false }
            range = 0x80...0xBF
            due &-= 1
            return true
        }
        switch byte {
        case 0...0x7F: break
        case 0xC2...0xDF: due = 1
        case 0xE0: (due, range) = (2, 0xA0...0xBF)  // nothing overlong
        case 0xED: (due, range) = (2, 0x80...0x9F)  // no surrogates
        case 0xE1...0xEF: due = 2
        case 0xF0: (due, range) = (3, 0x90...0xBF)  // nothing overlong
        case 0xF1...0xF3: due = 3
        case 0xF4: (due, range) = (3, 0x80...0x8F)  // nothing above U+10FFFF
        default: return false
        }
        return true
    }
}
