import CloudFlowRuntime
public import SpecDocument
public import SpecYAML

/// A JSON value as schemas judge it and examples show it: members in their order, numbers as they are written.
public indirect enum SchemaValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// In JSON's notation.
    case number(String)
    case string(String)
    case array([SchemaValue])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: SchemaValue

        public init(_ name: String, _ value: SchemaValue) {
            self.name = name
            self.value = value
        }
    }

    /// What a description holds at a place: an example, a default, a constant.
    public init(_ node: YAMLNode) {
        switch node.kind {
        case .sequence: self = .array(node.items.map { SchemaValue($0) })
        case .mapping: self = .object(node.entries.map { Member($0.key.text, SchemaValue($0.value)) })
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
    public subscript(name: String) -> SchemaValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}

extension SchemaValue {
    /// Reads a JSON text; nil where it is none. Of members of one name the last one counts.
    public init?(json: [UInt8]) {
        guard let value = try? JSONValue(json: json) else { return nil }
        self.init(value)
    }

    private init(_ value: JSONValue) {
        switch value.kind {
        case .null: self = .null
        case .boolean: self = .bool(value.bool ?? false)
        case .number: self = .number(String(decoding: value.bytes, as: UTF8.self))
        // Half a surrogate pair is no text.
        case .string: self = .string(value.string ?? "\u{fffd}")
        case .array: self = .array((value.array ?? []).map { SchemaValue($0) })
        case .object:
            var members: [Member] = []
            var positions: [String: Int] = [:]
            for (name, value) in value.members {
                let member = Member(name, SchemaValue(value))
                if let position = positions.updateValue(members.count, forKey: name) {
                    members[position] = member
                    positions[name] = position
                } else {
                    members.append(member)
                }
            }
            self = .object(members)
        }
    }

    /// The type of JSON Schema that it is of; a number is not told from an integer.
    public var type: SchemaType {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// Whether it is the same value, as JSON Schema has it: numbers however they are written, members in any order.
    public func isSame(as other: SchemaValue) -> Bool {
        switch (self, other) {
        case (.number(let text), .number(let other)): text == other || ExactNumber(text) == ExactNumber(other)
        case (.array(let items), .array(let others)):
            items.count == others.count && zip(items, others).allSatisfy { $0.isSame(as: $1) }
        case (.object(let members), .object(let others)):
            members.count == others.count && members.allSatisfy { member in other[member.name].map(member.value.isSame) ?? false }
        default: self == other
        }
    }
}
