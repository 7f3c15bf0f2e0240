import SpecPlan
import SwiftText

extension LiteralPlan {
    var expression: SwiftSource {
        switch self {
        case .string(let text): "\(literal: text)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number: number)"
        case .bool(let value): value ? "true" : "false"
        // Where a value is optional, a bare `.none` would be no value.
        case .enumCase(let type, let name): name == "none" ? "\(type).none" : ".\(member: name)"
        case .array(let items): "[\(items.map(\.expression).joined(by: ", "))]"
        case .object(let members):
            members.isEmpty ? "[:]" : "[\(members.map { "\(literal: $0.name): \($0.value.expression)" }.joined(by: ", "))]"
        case .structure(let arguments): ".init(\(arguments.map { "\(member: $0.name): \($0.value.expression)" }.joined(by: ", ")))"
        case .unionCase(let name, let payload): ".\(member: name)(\(payload.expression))"
        case .null: "nil"
        case .formatted(let type, let text): "\(type)(verbatim: \(literal: text))"
        }
    }
}
