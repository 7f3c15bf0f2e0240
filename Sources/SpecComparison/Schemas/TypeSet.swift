import SpecDocument
import SpecYAML

/// The JSON types of the values that a schema allows.
struct TypeSet: OptionSet, Hashable {
    let rawValue: UInt8

    static let null = TypeSet(rawValue: 1)
    static let boolean = TypeSet(rawValue: 2)
    static let object = TypeSet(rawValue: 4)
    static let array = TypeSet(rawValue: 8)
    static let string = TypeSet(rawValue: 16)
    static let integer = TypeSet(rawValue: 32)
    /// Numbers with a fraction.
    static let fraction = TypeSet(rawValue: 64)
    static let any = TypeSet(rawValue: 127)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ types: [SchemaType]) {
        self = types.reduce(into: []) { set, type in
            switch type {
            case .null: set.insert(.null)
            case .boolean: set.insert(.boolean)
            case .object: set.insert(.object)
            case .array: set.insert(.array)
            case .string: set.insert(.string)
            case .integer: set.insert(.integer)
            case .number: set.formUnion([.integer, .fraction])
            }
        }
    }

    /// Those that a text may stand for: every number and every boolean is one of the texts.
    var asText: TypeSet { contains(.string) ? union([.boolean, .integer, .fraction]) : self }

    /// The types of some values.
    init(of values: [YAMLNode]) { self = values.reduce(into: []) { $0.formUnion(TypeSet(of: $1)) } }

    /// The type of a value.
    init(of value: YAMLNode) {
        switch (value.kind, value.scalarType) {
        case (.mapping, _): self = .object
        case (.sequence, _): self = .array
        case (_, .null): self = .null
        case (_, .bool): self = .boolean
        case (_, .integer): self = .integer
        case (_, .float): self = [.integer, .fraction]
        default: self = .string
        }
    }
}

extension TypeSet: CustomStringConvertible {
    /// As the document would write it: `string`, `integer or null`, `any`.
    var description: String {
        if self == .any { return "any type" }
        if isEmpty { return "no type" }
        var names: [String] = []
        if contains(.object) { names.append("object") }
        if contains(.array) { names.append("array") }
        if contains(.string) { names.append("string") }
        if contains(.fraction) { names.append("number") } else if contains(.integer) { names.append("integer") }
        if contains(.boolean) { names.append("boolean") }
        if contains(.null) { names.append("null") }
        return names.joined(separator: " or ")
    }
}
