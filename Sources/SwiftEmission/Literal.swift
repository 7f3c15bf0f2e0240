import SpecPlan
import SwiftText

extension LiteralPlan {
    var expression: SwiftSource {
        switch self {
        case .string(let text): "\(literal: text)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number: number)"
        case .bool(let value): value ? "true" : "false"
        case .enumCase(let name): ".\(member: name)"
        case .array(let items): "[\(items.map(\.expression).joined(by: ", "))]"
        case .emptyObject: "[:]"
        case .formatted(let type, let text): "\(type)(verbatim: \(literal: text))"
        }
    }
}
