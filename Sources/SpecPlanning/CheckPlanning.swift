import SchemaValidation
import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The constraints of a value, which are checked where it comes in.
    ///
    /// - Parameter schema: It need not be settled.
    mutating func checks(of schema: Schema) -> [CheckPlan] {
        checks(of: settled(schema), depth: 0)
    }

    private mutating func checks(of schema: Schema, depth: Int) -> [CheckPlan] {
        let constraints = schema.constraints
        var checks: [CheckPlan] = []
        // What a file holds is for its reader to see.
        if plansForm, schema.isFile { return [] }
        if let constant = schema.constant ?? (schema.enumeration?.count == 1 ? schema.enumeration?.first : nil) {
            checks += constantCheck(constant, of: schema)
        }
        switch schema.form {
        case .string:
            if let bounds = countBounds(of: schema, constraints?.minLength, constraints?.maxLength) {
                checks.append(.length(bounds, of: schema.textForm))
            }
            if let pattern = constraints?.pattern {
                if pattern.isReadablePattern {
                    checks.append(.pattern(pattern, of: schema.textForm))
                } else if notedPatterns.insert(schema.location).inserted {
                    let reason = "no lookbehind, back reference or huge repetition is, nor what ECMA-262 doesn't know"
                    note(at: schema.location, "the pattern '\(pattern)' is not checked, for \(reason); write it otherwise")
                }
            }
            if let format = schema.checkedFormat { checks.append(.format(format)) }
        case .array:
            if let bounds = countBounds(of: schema, constraints?.minItems, constraints?.maxItems) { checks.append(.count(bounds)) }
            if constraints?.uniqueItems == true { checks.append(.uniqueItems) }
            let items = partChecks(of: schema.items, depth: depth)
            if !items.checks.isEmpty { checks.append(.items(items.checks, areNullable: items.areNullable)) }
        case .object where !schema.isStruct:
            if let bounds = countBounds(of: schema, constraints?.minProperties, constraints?.maxProperties) {
                checks.append(.count(bounds))
            }
            checks += valueChecks(ofMap: schema, depth: depth)
        case .integer where schema.integerType != .exactNumber:
            checks += integerChecks(of: schema)
        case .integer:
            checks += exactIntegerChecks(of: schema)
        case .number:
            checks += numberChecks(of: schema)
        default:
            break
        }
        return checks
    }

    /// The constraints of the properties of an object that have no names of their own.
    mutating func valueChecks(ofMap schema: Schema, depth: Int = 0) -> [CheckPlan] {
        let values = partChecks(of: schema.valueSchema, depth: depth)
        return values.checks.isEmpty ? [] : [.values(values.checks, areNullable: values.areNullable)]
    }

    private mutating func partChecks(of schema: Referenced<Schema>?, depth: Int) -> (checks: [CheckPlan], areNullable: Bool) {
        guard depth < 3, let schema, let part = settled(schema) else { return ([], false) }
        return (checks(of: part, depth: depth + 1), part.isNullable)
    }

    private mutating func constantCheck(_ value: YAMLNode, of schema: Schema) -> [CheckPlan] {
        switch schema.form {
        case .string where schema.stringType == .string: value.string.map { [.constant(.string($0))] } ?? []
        case .boolean: value.bool.map { [.constant(.bool($0))] } ?? []
        case .integer: value.integer.map { [.constant(.integer($0))] } ?? []
        case .number: value.double.map { [.constant(.number($0))] } ?? []
        default: []
        }
    }

    /// Of integers that no type of Swift holds all of.
    private mutating func exactIntegerChecks(of schema: Schema) -> [CheckPlan] {
        let constraints = schema.constraints
        let minimum = constraints?.minimum.map(\.text)
        let maximum = constraints?.maximum.map(\.text)
        // Bounds that differ by less than doubles tell are not worth a comparison of digits.
        let areExact =
            [minimum, maximum].allSatisfy { $0?.isWholeNumber ?? true }
            && constraints?.exclusiveMinimum == nil && constraints?.exclusiveMaximum == nil
            && (constraints?.minimum?.double ?? -.infinity) < (constraints?.maximum?.double ?? .infinity)
        var checks = areExact ? [] : numberChecks(of: schema)
        if checks.isEmpty {
            if minimum != nil || maximum != nil { checks.append(.exactInteger(minimum: minimum, maximum: maximum)) }
            if let divisor = constraints?.multipleOf, divisor.double > 0 { checks.append(.multipleOf(divisor.text)) }
        }
        checks.append(.multipleOf("1"))
        return checks
    }

    private mutating func integerChecks(of schema: Schema) -> [CheckPlan] {
        let limits = schema.format?.narrowIntegers
        guard schema.constraints != nil || limits != nil else { return [] }
        let constraints = schema.constraints ?? Schema.Constraints()
        var bounds = constraints.integerBounds(within: schema.integerType.integerLimits)
        if let limits {
            bounds = (max(bounds.minimum ?? .min, limits.lowerBound), min(bounds.maximum ?? .max, limits.upperBound))
        }
        var checks: [CheckPlan] = []
        if let bounds = self.bounds(of: schema, bounds.minimum, bounds.maximum) { checks.append(.integer(bounds)) }
        if let divisor = constraints.multipleOf {
            if let whole = divisor.int ?? Int(exactly: divisor.double), whole > 0 {
                if whole > 1 { checks.append(.multipleOfInteger(whole)) }
            } else {
                note(at: schema.location, "'multipleOf' of integers is checked only where it is a whole number")
            }
        }
        return checks
    }

    private mutating func numberChecks(of schema: Schema) -> [CheckPlan] {
        guard let constraints = schema.constraints else { return [] }
        let limit = schema.numberType == .float ? Double(Float.greatestFiniteMagnitude) : Double.greatestFiniteMagnitude
        let bounds = constraints.numberBounds(upTo: limit)
        guard self.bounds(of: schema, bounds.minimum?.number, bounds.maximum?.number) != nil || constraints.multipleOf != nil else {
            return []
        }
        var checks: [CheckPlan] = []
        let minimum = bounds.minimum.flatMap { $0.isExcluded ? nil : $0.number }
        let maximum = bounds.maximum.flatMap { $0.isExcluded ? nil : $0.number }
        if let bounds = BoundsPlan(minimum: minimum, maximum: maximum) { checks.append(.number(bounds)) }
        if let minimum = bounds.minimum, minimum.isExcluded { checks.append(.above(minimum.number)) }
        if let maximum = bounds.maximum, maximum.isExcluded { checks.append(.below(maximum.number)) }
        if let divisor = constraints.multipleOf, divisor.double > 0 { checks.append(.multipleOf(divisor.text)) }
        return checks
    }

    mutating func countBounds(of schema: Schema, _ minimum: Int?, _ maximum: Int?) -> BoundsPlan<Int>? {
        bounds(of: schema, minimum == 0 ? nil : minimum, maximum)
    }

    private mutating func bounds<Bound: Comparable & Hashable & Sendable>(
        of schema: Schema,
        _ minimum: Bound?,
        _ maximum: Bound?
    ) -> BoundsPlan<Bound>? {
        if let minimum, let maximum, minimum > maximum {
            warn(at: schema.location, "no value is at least \(minimum) and at most \(maximum); correct the bounds, which are not checked")
            return nil
        }
        return BoundsPlan(minimum: minimum, maximum: maximum)
    }

    /// Notes the constraints of a value that nothing checks.
    mutating func reportUncheckedConstraints(of schema: Referenced<Schema>) {
        let location = schema.location
        guard let schema = settled(schema) else { return }
        let keywords = schema.constraints?.checkedInProperties ?? []
        guard !keywords.isEmpty, schema.form.isPlain else { return }
        note(at: location, "\(keywords.list) not checked of values that are streamed; those that break them come through")
    }

    /// Notes the keywords of a schema that say something about its values, but that no type says and nothing checks.
    mutating func reportUncheckedKeywords(of schema: Schema) {
        let keywords = (schema.applicators?.neverChecked ?? []) + (schema.constraints?.neverChecked ?? [])
        if schema.hasUncheckedPatterns {
            note(at: schema.location, "'patternProperties' is not checked of all it is said of; values that break it come through")
        }
        if !keywords.isEmpty { note(at: schema.location, "\(keywords.list) not checked; values that break them come through") }
        if case .string = schema.form, let values = schema.enumeration, !values.contains(where: { $0.string != nil }) {
            warn(at: schema.location, "'enum' lists no string; list the values, or any text is taken for one")
        }
    }
}

extension Schema {
    /// Whether the names of properties, or their values, are held against no pattern's schema.
    fileprivate var hasUncheckedPatterns: Bool {
        let patterns = applicators?.patternProperties ?? OrderedMap()
        guard !patterns.isEmpty, case .object = form else { return false }
        return !isStruct || patterns.count > 1 || valueSchema == nil || !patterns[0].key.isReadablePattern
    }

    fileprivate var textForm: CheckPlan.TextForm {
        switch stringType {
        case .string: .string
        case .runtime("Secret"): .secret
        default: .formatted
        }
    }
}

extension String {
    /// Whether it is made of digits, and perhaps a minus before them.
    fileprivate var isWholeNumber: Bool {
        let digits = hasPrefix("-") ? dropFirst() : self[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension SwiftType {
    /// The integers that it holds, as far as an `Int` holds them.
    fileprivate var integerLimits: ClosedRange<Int> {
        switch self {
        case .int32: Int(Int32.min)...Int(Int32.max)
        case .uint32: 0...Int(UInt32.max)
        case .uint64: 0...Int.max
        default: Int.min...Int.max
        }
    }
}

extension SchemaForm {
    fileprivate var isPlain: Bool {
        switch self {
        case .string, .integer, .number, .array: true
        default: false
        }
    }
}

extension Schema.Constraints {
    /// The keywords that nothing checks, wherever they stand.
    fileprivate var neverChecked: [String] {
        [
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
            ("dependentSchemas", !dependentSchemas.isEmpty), ("unevaluatedItems", unevaluatedItems != nil),
            ("unevaluatedProperties", unevaluatedProperties != nil), ("contentSchema", contentSchema != nil),
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
