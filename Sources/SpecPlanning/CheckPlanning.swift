import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The constraints of an object's property, which are checked where the object comes in.
    mutating func checks(of schema: Schema) -> [CheckPlan] {
        guard let constraints = schema.constraints else { return [] }
        reportUnchecked(constraints.neverChecked, of: schema)
        switch form(of: schema) {
        case .string where schema.enumeration == nil:
            return boundedCheck(constraints.minLength, constraints.maxLength, of: schema) { .length(minimum: $0, maximum: $1) }
        case .array:
            return boundedCheck(constraints.minItems, constraints.maxItems, of: schema) { .count(minimum: $0, maximum: $1) }
        case .integer:
            let bounds = constraints.integerBounds(within: schema.format == "int32" ? Int(Int32.min)...Int(Int32.max) : Int.min...Int.max)
            return boundedCheck(bounds.minimum, bounds.maximum, of: schema) { .integer(minimum: $0, maximum: $1) }
        case .number:
            let limit = schema.format == "float" ? Double(Float.greatestFiniteMagnitude) : Double.greatestFiniteMagnitude
            let bounds = constraints.numberBounds(upTo: limit)
            if constraints.hasExcludedBound {
                warn(at: schema.location, "an exclusive bound of a number is checked as an inclusive one yet")
            }
            return boundedCheck(bounds.minimum, bounds.maximum, of: schema) { .number(minimum: $0, maximum: $1) }
        default:
            return []
        }
    }

    private mutating func boundedCheck<Bound: Comparable>(
        _ minimum: Bound?,
        _ maximum: Bound?,
        of schema: Schema,
        _ check: (Bound?, Bound?) -> CheckPlan
    ) -> [CheckPlan] {
        if minimum == nil, maximum == nil { return [] }
        if let minimum, let maximum, minimum > maximum {
            warn(at: schema.location, "no value is at least \(minimum) and at most \(maximum); correct the bounds, which are not checked")
            return []
        }
        return [check(minimum, maximum)]
    }

    /// Reports the constraints of a value that is no property of an object: nothing checks them yet.
    mutating func reportUncheckedConstraints(of schema: Referenced<Schema>) {
        let location = schema.location
        guard let schema = schema.inline ?? lookUp(schema), let constraints = schema.constraints else { return }
        reportUnchecked(constraints.neverChecked, of: schema)
        let keywords = constraints.checkedInProperties
        guard !keywords.isEmpty else { return }
        warn(at: location, "\(keywords.list) checked in properties of objects only yet, not here")
    }

    /// Reports the keywords of a schema that say something about its values, but make no difference to what is generated.
    mutating func reportUncheckedKeywords(of schema: Schema) {
        var keywords = schema.applicators?.neverChecked ?? []
        switch form(of: schema) {
        case .string:
            if schema.constant != nil { keywords.append("const") }
            if let values = schema.enumeration, !values.contains(where: { $0.string != nil }) {
                warn(at: schema.location, "'enum' lists no string; list the values, or any text is taken for one")
            }
        case .any, .boolean, .integer, .number, .array, .object:
            if schema.constant != nil { keywords.append("const") }
            if schema.enumeration != nil { keywords.append("enum") }
        case .unsupported:
            return
        }
        reportUnchecked(keywords, of: schema)
    }

    private mutating func reportUnchecked(_ keywords: [String], of schema: Schema) {
        guard !keywords.isEmpty else { return }
        warn(at: schema.location, "\(keywords.list) not checked yet; any value comes through")
    }
}

extension Schema.Constraints {
    /// The keywords that nothing checks, wherever they stand.
    fileprivate var neverChecked: [String] {
        [
            ("pattern", pattern != nil), ("multipleOf", multipleOf != nil), ("uniqueItems", uniqueItems),
            ("minProperties", minProperties != nil), ("maxProperties", maxProperties != nil),
            ("minContains", minContains != nil), ("maxContains", maxContains != nil), ("dependentRequired", !dependentRequired.isEmpty),
        ].present
    }

    fileprivate var checkedInProperties: [String] {
        [
            ("minimum", minimum != nil), ("maximum", maximum != nil),
            ("exclusiveMinimum", exclusiveMinimum != nil), ("exclusiveMaximum", exclusiveMaximum != nil),
            ("minLength", minLength != nil), ("maxLength", maxLength != nil), ("minItems", minItems != nil), ("maxItems", maxItems != nil),
        ].present
    }
}

extension Schema.Applicators {
    fileprivate var neverChecked: [String] {
        [
            ("not", not != nil), ("if", ifSchema != nil), ("contains", contains != nil), ("propertyNames", propertyNames != nil),
            ("patternProperties", !patternProperties.isEmpty), ("dependentSchemas", !dependentSchemas.isEmpty),
            ("unevaluatedItems", unevaluatedItems != nil), ("unevaluatedProperties", unevaluatedProperties != nil),
            ("contentSchema", contentSchema != nil),
        ].present
    }
}

extension [(String, Bool)] {
    fileprivate var present: [String] { filter(\.1).map(\.0) }
}

extension [String] {
    /// `'a' is`, `'a' and 'b' are`
    fileprivate var list: String { map { "'\($0)'" }.joined(separator: " and ") + (count == 1 ? " is" : " are") }
}
