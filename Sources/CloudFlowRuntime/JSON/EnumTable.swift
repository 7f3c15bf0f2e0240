/// The values of an `OpenEnum` and their texts.
public final class EnumTable<Value: Sendable>: Sendable {
    let names: NameTable
    let values: [Value]

    public init(_ entries: [(name: StaticString, value: Value)]) {
        names = NameTable(entries.map(\.name))
        values = entries.map(\.value)
    }

    /// The position of a value; nil if it is not in the table.
    func position(of value: Value) -> Int? {
        values.indices.first { Self.hasSameBytes(values[$0], value) }
    }

    /// Whether two values are the same case, without a payload: those are told apart by their bytes alone.
    private static func hasSameBytes(_ value: Value, _ other: Value) -> Bool {
        withUnsafeBytes(of: value) { bytes in withUnsafeBytes(of: other) { bytes.elementsEqual($0) } }
    }
}

/// A list of names in which one is found by its bytes.
struct NameTable: Sendable {
    private let names: [StaticString]
    /// The first eight bytes of each name: they tell most names apart.
    private let words: [UInt64]

    init(_ names: [StaticString]) {
        self.names = names
        words = names.map { RawSpan($0).firstWord(of: $0.utf8CodeUnitCount, from: 0) }
    }

    subscript(position: Int) -> StaticString { names[position] }

    /// The position of the name of `count` bytes at `start`.
    func position(of bytes: RawSpan, from start: Int, count: Int) -> Int? {
        let word = bytes.firstWord(of: count, from: start)
        for position in words.indices where words[position] == word {
            let name = names[position]
            if name.utf8CodeUnitCount == count, count <= 8 || bytes.holds(name, at: start) { return position }
        }
        return nil
    }
}

extension RawSpan {
    /// The bytes of a literal, which live as long as the program.
    @_lifetime(immortal)
    init(_ literal: StaticString) {
        let span = RawSpan(_unsafeStart: UnsafeRawPointer(literal.utf8Start), byteCount: literal.utf8CodeUnitCount)
        self = _overrideLifetime(span, copying: ())
    }

    /// The first eight of `count` bytes from `start` on, with zeros for those that are missing.
    fileprivate func firstWord(of count: Int, from start: Int) -> UInt64 {
        if UInt(bitPattern: start) < wordsEnd {
            let unused = UInt64(Swift.max(8 &- count, 0)) &* 8
            return unused < 64 ? (word(start) &<< unused) &>> unused : 0
        }
        var word: UInt64 = 0
        for index in 0 ..< Swift.min(count, 8) {
            word |= UInt64(byte(start &+ index)) &<< UInt64(index &* 8)
        }
        return word
    }
}
