import SchemaValidation
import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension LiteralPlan {
    /// What a spec writes as a default; nil where it is no value of the type, or there is no literal for one.
    init?(_ value: YAMLNode, as type: SwiftType, among models: [ModelPlan]) {
        self.init(value, as: type) { name in models.first { $0.name == name } }
    }

    /// - Parameter model: the generated type of a name.
    init?(_ value: YAMLNode, as type: SwiftType, model: (SwiftName) -> ModelPlan?) {
        let literal: LiteralPlan?
        switch type {
        case .string: literal = value.string.map { .string($0) }
        case .int, .int64: literal = value.wholeNumber.map { .integer($0) }
        case .int32: literal = value.wholeNumber.flatMap { Int32(exactly: $0) }.map { .integer(Int($0)) }
        case .uint32: literal = value.wholeNumber.flatMap { UInt32(exactly: $0) }.map { .integer(Int($0)) }
        case .uint64: literal = value.wholeNumber.flatMap { $0 < 0 ? nil : .integer($0) }
        case .double: literal = value.double.flatMap { $0.isFinite ? .number($0) : nil }
        case .float: literal = value.double.flatMap { Float($0).isFinite ? .number($0) : nil }
        case .bool: literal = value.bool.map { .bool($0) }
        case .array(let item):
            let items = value.items.map { LiteralPlan($0, as: item, model: model) }
            literal = value.kind == .sequence && items.allSatisfy { $0 != nil } ? .array(items.compactMap(\.self)) : nil
        case .dictionary(let values):
            let members = value.members { LiteralPlan($0, as: values, model: model) }
            literal = value.kind == .mapping ? members.map { .object($0) } : nil
        case .optional(let wrapped): literal = value.isNull ? .null : LiteralPlan(value, as: wrapped, model: model)
        case .runtime(let name):
            if name == "ExactNumber" {
                literal = value.wholeNumber.map { .integer($0) } ?? value.double.map { .number($0) }
            } else if name == "Secret" {
                literal = value.string.map { .string($0) }
            } else {
                let isValue = value.kind == .scalar && !value.isNull && value.text.isWellFormed(as: name.text)
                literal = isValue ? .formatted(name, value.text) : nil
            }
        case .named(let name):
            guard let named = model(name) else { return nil }
            if case .alias(let aliased) = named.shape {
                // An alias of itself has no values.
                literal = LiteralPlan(value, as: aliased) { $0 == name ? nil : model($0) }
            } else {
                literal = named.literal(value) { $0 == name ? nil : model($0) }
            }
        case .json: literal = LiteralPlan(json: value)
        case .nullable, .generic: literal = nil
        }
        guard let literal else { return nil }
        self = literal
    }
}

extension LiteralPlan {
    /// Any JSON; nil for a number that a literal would change.
    fileprivate init?(json value: YAMLNode) {
        let literal: LiteralPlan?
        switch value.schemaType {
        case .null: literal = .null
        case .boolean: literal = value.bool.map { .bool($0) }
        case .integer: literal = value.integer.map { .integer($0) }
        case .number: literal = value.double.flatMap { $0.isFinite ? .number($0) : nil }
        case .string: literal = value.string.map { .string($0) }
        case .array:
            let items = value.items.map { LiteralPlan(json: $0) }
            literal = items.allSatisfy { $0 != nil } ? .array(items.compactMap(\.self)) : nil
        case .object: literal = value.members { LiteralPlan(json: $0) }.map { .object($0) }
        }
        guard let literal else { return nil }
        self = literal
    }
}

extension YAMLNode {
    /// The members of a mapping as literals; nil where one has none.
    fileprivate func members(_ literal: (YAMLNode) -> LiteralPlan?) -> [LiteralMember]? {
        var members: [LiteralMember] = []
        for entry in entries {
            guard let value = literal(entry.value) else { return nil }
            members.append(LiteralMember(name: entry.key.text, value: value))
        }
        return members
    }
}

extension ModelPlan {
    fileprivate func literal(_ value: YAMLNode, model: (SwiftName) -> ModelPlan?) -> LiteralPlan? {
        switch shape {
        case .enumeration: return enumCase(value).map { .enumCase(name, $0) }
        case .union(let union):
            for alternative in union.cases {
                if let payload = LiteralPlan(value, as: alternative.type, model: model) { return .unionCase(alternative.name, payload) }
            }
            return nil
        case .object(let object): return object.literal(value, model: model)
        case .tuple, .part, .alias, .unchanged: return nil
        }
    }

    fileprivate func enumCase(_ value: YAMLNode) -> SwiftName? {
        guard case .enumeration(let plan) = shape, value.kind == .scalar else { return nil }
        let text = plan.raw == .string ? value.string : value.jsonText
        return plan.cases.first { $0.wireValue == text }?.name
    }
}

extension YAMLNode {
    /// `2`, and `2.0`.
    fileprivate var wholeNumber: Int? { integer ?? double.flatMap { Int(exactly: $0) } }
}

extension ObjectPlan {
    /// The initializer's arguments for an object that has no more than the properties of the struct, and all that it must have.
    fileprivate func literal(_ value: YAMLNode, model: (SwiftName) -> ModelPlan?) -> LiteralPlan? {
        guard value.kind == .mapping, value.entries.allSatisfy({ entry in properties.contains { $0.wireName == entry.key.text } }) else {
            return nil
        }
        var arguments: [LiteralArgument] = []
        for property in properties {
            if let given = value[property.wireName] {
                guard property.access == .both, let literal = LiteralPlan(given, as: property.type, model: model) else { return nil }
                let isNullable = property.presence == .optional && property.type.isOptional
                arguments.append(LiteralArgument(name: property.name, value: isNullable ? literal.inNullable : literal))
            } else if property.presence == .required || property.type.isNamed {
                // A struct whose default holds a struct with a default would never be done.
                return nil
            }
        }
        return .structure(arguments)
    }
}

extension LiteralPlan {
    /// The value as one of `Nullable`, which takes plain literals as they are.
    fileprivate var inNullable: LiteralPlan {
        switch self {
        case .string, .integer, .number, .bool: self
        case .null: .enumCase("Nullable", "null")
        case .enumCase, .array, .object, .structure, .unionCase, .formatted: .unionCase("value", self)
        }
    }
}

extension SwiftType {
    fileprivate var isNamed: Bool {
        switch self {
        case .named: true
        case .optional(let wrapped), .nullable(let wrapped): wrapped.isNamed
        default: false
        }
    }
}
