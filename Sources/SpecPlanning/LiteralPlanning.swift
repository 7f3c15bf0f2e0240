import SpecPlan
import SpecYAML
import SwiftText

extension LiteralPlan {
    /// What a spec writes as a default; nil where it is no value of the type, or there is no literal for one.
    init?(_ value: YAMLNode, as type: SwiftType, among models: [ModelPlan]) {
        let literal: LiteralPlan? =
            switch type {
            case .string: value.string.map { .string($0) }
            case .int, .int64: value.wholeNumber.map { .integer($0) }
            case .int32: value.wholeNumber.flatMap { Int32(exactly: $0) }.map { .integer(Int($0)) }
            case .double: value.double.flatMap { $0.isFinite ? .number($0) : nil }
            case .float: value.double.flatMap { Float($0).isFinite ? .number($0) : nil }
            case .bool: value.bool.map { .bool($0) }
            case .named(let name): models.first { $0.name == name }?.enumCase(value).map { .enumCase($0) }
            default: nil
            }
        guard let literal else { return nil }
        self = literal
    }
}

extension SwiftType {
    /// Whether there are literals of the type.
    var canHaveDefault: Bool {
        switch self {
        case .string, .int, .int32, .int64, .double, .float, .bool: true
        case .named(let name): name.text != "DateTime"
        case .json, .array, .dictionary, .optional, .generic: false
        }
    }
}

extension ModelPlan {
    fileprivate func enumCase(_ value: YAMLNode) -> SwiftName? {
        guard case .stringEnum(let cases) = shape, let text = value.string else { return nil }
        return cases.first { $0.wireValue == text }?.name
    }
}

extension YAMLNode {
    /// `2`, and `2.0`.
    fileprivate var wholeNumber: Int? { integer ?? double.flatMap { Int(exactly: $0) } }
}
