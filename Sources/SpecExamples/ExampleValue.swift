public import SpecYAML

/// A JSON value as an example shows it: members in their order, numbers as they are written.
public indirect enum ExampleValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// In JSON's notation.
    case number(String)
    case string(String)
    case array([ExampleValue])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: ExampleValue

        public init(_ name: String, _ value: ExampleValue) {
            self.name = name
            self.value = value
        }
    }

    /// What a description holds at a place: an example, a default, a constant.
    public init(_ node: YAMLNode) {
        switch node.kind {
        case .sequence: self = .array(node.items.map { ExampleValue($0) })
        case .mapping: self = .object(node.entries.map { Member($0.key.text, ExampleValue($0.value)) })
        case .scalar: self = Self(scalar: node)
        }
    }

    private init(scalar node: YAMLNode) {
        switch node.scalarType {
        case .null: self = .null
        case .bool: self = .bool(node.bool ?? false)
        case .integer: self = .number(node.integer.map { String($0) } ?? node.text)
        case .float where node.double?.isFinite == true: self = .number(node.double.map { "\($0)" } ?? node.text)
        case .float, .string, nil: self = .string(node.text)
        }
    }

    /// The value of a member; nil if there is none.
    public subscript(name: String) -> ExampleValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}
