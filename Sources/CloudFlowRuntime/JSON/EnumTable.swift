/// The values of an `OpenEnum` and their texts.
public struct EnumTable<Value: Sendable>: Sendable {
    let names: NameTable
    let values: [Value]

    public init(_ entries: [(name: StaticString, value: Value)]) {
        names = NameTable(entries.map(\.name))
        values = entries.map(\.value)
    }

    /// The text of a value that is in the table.
    func name(of value: Value) -> StaticString? {
        for index in values.indices where Self.hasSameBytes(values[index], value) { return names.names[index] }
        return nil
    }

    /// Whether two values are the same case, without a payload: those are told apart by their bytes alone.
    private static func hasSameBytes(_ value: Value, _ other: Value) -> Bool {
        withUnsafeBytes(of: value) { bytes in withUnsafeBytes(of: other) { bytes.elementsEqual($0) } }
    }
}

/// A list of names in which one is found by its bytes.
struct NameTable: Sendable {
    let names: [StaticString]
    /// Of each name the length and the first seven bytes: they tell most names apart.
    private let signatures: [UInt64]

    init(_ names: [StaticString]) {
        self.names = names
        signatures = names.map { name in
            let bytes = RawSpan(name)
            return bytes.signature(from: 0, count: bytes.byteCount)
        }
    }

    /// The position of the name of `count` bytes at `start`.
    func position(of bytes: RawSpan, from start: Int, count: Int) -> Int? {
        let signature = bytes.signature(from: start, count: count)
        for position in signatures.indices where signatures[position] == signature {
            if count <= 7 || bytes.holds(names[position], at: start) { return position }
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

    /// The length, and the first seven bytes.
    fileprivate func signature(from start: Int, count: Int) -> UInt64 {
        var signature = UInt64(truncatingIfNeeded: count) & 0xFF
        for index in start ..< start &+ min(count, 7) {
            signature = signature &<< 8 | UInt64(byte(index))
        }
        return signature
    }
}
