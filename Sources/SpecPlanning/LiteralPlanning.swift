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
        case .dictionary: literal = value.kind == .mapping && value.count == 0 ? .emptyObject : nil
        case .optional(let wrapped): literal = LiteralPlan(value, as: wrapped, model: model)
        case .runtime(let name):
            if name == "ExactNumber" {
                literal = value.wholeNumber.map { .integer($0) } ?? value.double.map { .number($0) }
            } else if name == "Secret" {
                literal = value.string.map { .string($0) }
            } else {
                literal = value.kind == .scalar && !value.isNull ? .formatted(name, value.text) : nil
            }
        case .named(let name):
            guard let named = model(name) else { return nil }
            if case .alias(let aliased) = named.shape {
                // An alias of itself has no values.
                literal = LiteralPlan(value, as: aliased) { $0 == name ? nil : model($0) }
            } else {
                literal = named.enumCase(value).map { .enumCase($0) }
            }
        case .json, .nullable, .generic: literal = nil
        }
        guard let literal else { return nil }
        self = literal
    }
}

extension SwiftType {
    /// Whether there are literals of the type.
    var canHaveDefault: Bool {
        switch self {
        case .json, .dictionary, .nullable, .generic: false
        case .optional(let wrapped): wrapped.canHaveDefault
        default: true
        }
    }
}

extension ModelPlan {
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
