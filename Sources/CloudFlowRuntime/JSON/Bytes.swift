/// The bytes that JSON gives a meaning.
extension UInt8 {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let period: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
    static let colon: UInt8 = 0x3A
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let lowercaseB: UInt8 = 0x62
    static let lowercaseE: UInt8 = 0x65
    static let lowercaseF: UInt8 = 0x66
    static let lowercaseN: UInt8 = 0x6E
    static let lowercaseR: UInt8 = 0x72
    static let lowercaseT: UInt8 = 0x74
    static let lowercaseU: UInt8 = 0x75
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D

    var isDigit: Bool { self &- .zero < 10 }
}

extension RawSpan {
    /// The byte at `offset`, or 0 from the end on: NUL stands nowhere in JSON, so loops stop there by themselves.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 {
        // The comparison is the bounds check, also of a negative offset.
        guard UInt(bitPattern: offset) < UInt(bitPattern: byteCount) else { return 0 }
        return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    }

    /// The first offset from `start` on that holds no white space.
    @inline(__always)
    func skippingSpace(from start: Int) -> Int {
        byte(start) > .space ? start : skippingSpaceSlowly(from: start)
    }

    @inline(never)
    private func skippingSpaceSlowly(from start: Int) -> Int {
        var offset = start
        while true {
            switch byte(offset) {
            case .space, .lineFeed, .carriageReturn, .tab: offset += 1
            default: return offset
            }
        }
    }

    /// Whether `text` stands at `offset`.
    @inline(__always)
    func holds(_ text: StaticString, at offset: Int) -> Bool { holds(RawSpan(text), at: offset) }

    /// Whether `other` stands at `offset`.
    @inline(__always)
    func holds(_ other: RawSpan, at offset: Int) -> Bool {
        guard offset >= 0, other.byteCount <= byteCount &- offset else { return false }
        return holdsUnchecked(other, at: offset)
    }

    /// Whether `"name":` stands at `offset`.
    @inline(__always)
    func holdsName(_ name: StaticString, at offset: Int) -> Bool {
        let count = name.utf8CodeUnitCount
        guard offset >= 0, count &+ 3 <= byteCount &- offset else { return false }
        let quoteColon = unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ count &+ 1, as: UInt16.self)
        return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self) == .quote
            && UInt16(littleEndian: quoteColon) == 0x3A22
            && holdsUnchecked(RawSpan(name), at: offset &+ 1)
    }

    /// Whether `other` stands at `offset`, where there are that many bytes.
    @inline(__always)
    private func holdsUnchecked(_ other: RawSpan, at offset: Int) -> Bool {
        let count = other.byteCount
        // The last words of both may overlap the ones before them.
        if count >= 8 {
            var index = 0
            while index < count &- 8 {
                guard isSame(other, index, at: offset, UInt64.self) else { return false }
                index &+= 8
            }
            return isSame(other, count &- 8, at: offset, UInt64.self)
        }
        if count >= 4 {
            return isSame(other, 0, at: offset, UInt32.self) && isSame(other, count &- 4, at: offset, UInt32.self)
        }
        for index in 0..<count where !isSame(other, index, at: offset, UInt8.self) { return false }
        return true
    }

    @inline(__always)
    private func isSame<Word: BitwiseCopyable & Equatable>(_ other: RawSpan, _ index: Int, at offset: Int, _: Word.Type) -> Bool {
        unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ index, as: Word.self)
            == other.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: Word.self)
    }

    /// Behind the last offset from which eight bytes can be loaded.
    @inline(__always)
    var wordsEnd: UInt { UInt(bitPattern: Swift.max(byteCount &- 7, 0)) }

    /// The eight bytes at `offset`, the first one lowest.
    @inline(__always)
    func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
