import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The constraints that are checked where a value comes in.
    mutating func checks(of schema: Schema, type: ValueType) -> [CheckPlan] {
        guard let constraints = schema.constraints else { return [] }
        var checks: [CheckPlan] = []
        switch type.value {
        case .string:
            checks += length(constraints)
            if constraints.pattern != nil { reportUnchecked("pattern", of: schema) }
        case .int, .int32, .int64:
            checks += integerRange(constraints, of: schema)
            if constraints.multipleOf != nil { reportUnchecked("multipleOf", of: schema) }
        case .double, .float:
            if let minimum = constraints.minimum?.double { checks.append(.number(minimum: minimum, maximum: constraints.maximum?.double)) }
            if constraints.minimum == nil, let maximum = constraints.maximum?.double { checks.append(.number(minimum: nil, maximum: maximum)) }
            if constraints.multipleOf != nil { reportUnchecked("multipleOf", of: schema) }
        case .array:
            if constraints.minItems != nil || constraints.maxItems != nil {
                checks.append(.count(minimum: constraints.minItems, maximum: constraints.maxItems))
            }
            if constraints.uniqueItems { reportUnchecked("uniqueItems", of: schema) }
        default:
            break
        }
        return checks
    }

    private func length(_ constraints: Schema.Constraints) -> [CheckPlan] {
        if constraints.minLength == nil && constraints.maxLength == nil { return [] }
        return [.length(minimum: constraints.minLength, maximum: constraints.maxLength)]
    }

    private mutating func integerRange(_ constraints: Schema.Constraints, of schema: Schema) -> [CheckPlan] {
        var minimum = constraints.minimum?.int
        var maximum = constraints.maximum?.int
        switch constraints.exclusiveMinimum {
        case .flag(true)?: minimum = minimum.map { $0 + 1 }
        case .number(let bound)?: minimum = bound.int.map { $0 + 1 } ?? minimum
        default: break
        }
        switch constraints.exclusiveMaximum {
        case .flag(true)?: maximum = maximum.map { $0 - 1 }
        case .number(let bound)?: maximum = bound.int.map { $0 - 1 } ?? maximum
        default: break
        }
        return minimum == nil && maximum == nil ? [] : [.integer(minimum: minimum, maximum: maximum)]
    }

    private mutating func reportUnchecked(_ keyword: String, of schema: Schema) {
        report(.warning, at: schema.location, "'\(keyword)' is not checked yet; values that break it come through")
    }
}
