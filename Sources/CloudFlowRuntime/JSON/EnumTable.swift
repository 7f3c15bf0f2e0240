/// The values of an `OpenEnum` and their texts.
public final class EnumTable<Value: Sendable>: Sendable {
    let names: EnumNames
    let values: [Value]

    /// A table of names and the cases that they stand for.
    public init(_ entries: [(name: StaticString, value: Value)]) {
        names = EnumNames(entries.map(\.name), of: entries.map { withUnsafeBytes(of: $0.value, Array.init) })
        values = entries.map(\.value)
    }

    /// The position of a value; nil if it is not in the table.
    func position(of value: Value) -> Int? {
        withUnsafeBytes(of: value) { names.position(ofCase: $0.bytes) }
    }
}

/// The part of a table that is the same code for all enumerations: it finds positions by texts and by cases.
struct EnumNames: Sendable {
    private let names: [StaticString]
    /// The first eight bytes of each name: they tell most names apart.
    private let words: [UInt64]
    /// The values as they lie in memory, one behind the other. Cases without a payload have one representation each, which
    /// no case with a payload has.
    private let cases: [UInt8]

    init(_ names: [StaticString], of cases: [[UInt8]]) {
        self.names = names
        self.cases = Array(cases.joined())
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

    /// The position of a value that lies in memory as `bytes`.
    func position(ofCase bytes: RawSpan) -> Int? {
        let cases = cases.span.bytes
        var start = 0
        for position in words.indices {
            if cases.holds(bytes, at: start) { return position }
            start &+= bytes.byteCount
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
        for index in 0..<Swift.min(count, 8) {
            word |= UInt64(byte(start &+ index)) &<< UInt64(index &* 8)
        }
        return word
    }
}
