import SpecDocument
import SpecYAML

/// What can be said in several ways is brought into one of them, and what says nothing is left out.
extension FlatSchema {
    /// Of the whole, once all that holds for the value is known.
    mutating func canonicalize() {
        if types.isEmpty { isNever = true }
        if let constant, let values = enumeration?.value {
            if !values.contains(where: { $0.canonicalText == constant.value.canonicalText }) { isNever = true }
            enumeration = nil
        }
        canonicalizeNull()
        leaveOutForeign()
        if types.subtracting(.null) == .boolean, let values = enumeration?.value.map(\.canonicalText) {
            let isWhole = Set(["true", "false"]).isSubset(of: values) && (!types.contains(.null) || values.contains("null"))
            if isWhole { enumeration = nil }
        }
        canonicalizeFactors()
        // Where nothing is said of the others, all are unevaluated; where something is, none.
        if additional == nil { additional = unevaluatedProperties }
        // What 'contains' fits is evaluated.
        guard items == nil, !asksForContained, let unevaluatedItems else { return }
        if unevaluatedItems.value.contains(where: { $0.inline?.boolean == false }), !evaluatesInPlace {
            add(.maxItems, prefixItems.count, at: unevaluatedItems.location)
        } else {
            items = unevaluatedItems
        }
    }

    /// Whether what counts as evaluated depends on the value.
    private var evaluatesInPlace: Bool {
        !unions.isEmpty || asksForContained || applicators.contains { $0.value.ifSchema != nil || !$0.value.dependentSchemas.isEmpty }
    }

    /// What it says of values of some types.
    func limited(to types: TypeSet) -> FlatSchema {
        var limited = self
        limited.types = types
        limited.leaveOutForeign()
        return limited
    }

    /// Keywords of numbers say nothing of texts, and so on.
    private mutating func leaveOutForeign() {
        guard types != .any else { return }
        if types.isDisjoint(with: [.integer, .fraction]) { (lower, upper, factors) = (nil, nil, []) }
        if !types.contains(.string) { patterns = [] }
        if !types.contains(.array) { (items, unevaluatedItems, uniqueItems) = (nil, nil, nil) }
        if !types.contains(.object) {
            (properties, required, dependentRequired) = (OrderedMap(), [:], [:])
            (additional, unevaluatedProperties, closures) = (nil, nil, [])
        }
        if !limits.isEmpty { limits = limits.filter { types.contains($0.key.type) } }
        for index in applicators.indices { applicators[index].value.leaveOutForeign(to: types) }
    }

    /// The only value of a type needs no list of values.
    private mutating func canonicalizeNull() {
        guard types.contains(.null), let values = constant.map({ [$0.value] }) ?? enumeration?.value, !values.isEmpty,
            values.allSatisfy(\.isNull)
        else { return }
        types = .null
        (constant, enumeration) = (nil, nil)
    }

    /// What is a multiple of several numbers is one of their least common multiple.
    private mutating func canonicalizeFactors() {
        if types.subtracting(.null) == .integer { factors.removeAll { SpecNumber(text: "1").isMultiple(of: $0.value) } }
        let whole = factors.compactMap(\.value.int)
        guard factors.count > 1, whole.count == factors.count, whole.allSatisfy({ $0 > 0 }) else { return }
        var multiple = 1
        for factor in whole {
            let (product, isBeyond) = (multiple / multiple.commonDivisor(with: factor)).multipliedReportingOverflow(by: factor)
            if isBeyond { return }
            multiple = product
        }
        factors = [Found(value: SpecNumber(text: String(multiple)), location: factors[0].location)]
    }

    /// The same with its alternatives as one list of types or of values, where they are no more than that.
    func mergingAlternatives(of document: Document) -> FlatSchema? {
        guard unions.count == 1, let union = unions.first, union.discriminator == nil, union.members.allSatisfy({ $0.inline != nil }) else {
            return nil
        }
        let members = union.members.map { FlatSchema([$0], of: document) }
        guard members.allSatisfy({ !$0.isNever && !$0.saysMoreThanValues }) else { return nil }
        var merged = self
        merged.unions = []
        let unionTypes = members.reduce(into: TypeSet()) { $0.formUnion($1.types) }
        merged.types.formIntersection(unionTypes.union(isNullable ? .null : []))
        let lists = members.compactMap(\.listedValues)
        if lists.isEmpty {
            let areApart = members.reduce(0) { $0 + $1.types.rawValue.nonzeroBitCount } == unionTypes.rawValue.nonzeroBitCount
            return areApart || !union.isOneOf ? merged : nil
        }
        let values = lists.flatMap(\.self)
        let areApart = Set(values.map(\.canonicalText)).count == values.count
        guard lists.count == members.count, areApart || !union.isOneOf, merged.listedValues == nil else { return nil }
        merged.enumeration = Found(value: values, location: union.location)
        return merged
    }

    /// The only values allowed; `nil` if there may be others.
    var listedValues: [YAMLNode]? { constant.map { [$0.value] } ?? enumeration?.value }
}

extension Schema.Applicators {
    fileprivate mutating func leaveOutForeign(to types: TypeSet) {
        if !types.contains(.string) { (contentEncoding, contentMediaType, contentSchema) = (nil, nil, nil) }
        if !types.contains(.array) { (prefixItems, contains, unevaluatedItems) = ([], nil, nil) }
        if !types.contains(.object) {
            (patternProperties, dependentSchemas, propertyNames, unevaluatedProperties) = (OrderedMap(), OrderedMap(), nil, nil)
        }
        if let refused = not?.inline?.typesOfValues, refused.isDisjoint(with: types) { not = nil }
    }
}

extension Schema {
    /// The types that it names, or those of the only values that it allows; `nil` if it says neither.
    fileprivate var typesOfValues: TypeSet? {
        if !types.isEmpty { return TypeSet(types).union(nullable ? .null : []) }
        return (constant.map { [$0] } ?? enumeration)?.reduce(into: TypeSet()) { $0.formUnion(TypeSet(of: $1)) }
    }

    /// The rarer keywords without those that say nothing here, and without what commoner ones say.
    var canonicalApplicators: Applicators? {
        guard var rest = applicators else { return nil }
        if rest.not?.inline?.boolean == false { rest.not = nil }
        if rest.thenSchema?.allowsAnything ?? true, rest.elseSchema?.allowsAnything ?? true { rest.ifSchema = nil }
        if rest.propertyNames?.allowsAnyText == true { rest.propertyNames = nil }
        if constraints?.minContains == 0, constraints?.maxContains == nil, rest.unevaluatedItems == nil { rest.contains = nil }
        if additionalProperties == nil, rest.unevaluatedProperties == nil {
            rest.patternProperties = rest.patternProperties.filtered { !$0.value.allowsAnything }
        }
        rest.dependentSchemas = rest.dependentSchemas.filtered { !$0.value.allowsAnything && $0.value.requiredAlone == nil }
        return rest
    }

    /// The properties that others ask for, by `dependentRequired` or by `dependentSchemas`.
    var canonicalDependents: OrderedMap<String, [String]> {
        var dependents = constraints?.dependentRequired ?? OrderedMap()
        for entry in applicators?.dependentSchemas ?? OrderedMap() {
            guard let names = entry.value.requiredAlone else { continue }
            let known = dependents[entry.key] ?? []
            dependents.append(.init(key: entry.key, location: entry.location, value: known + names.filter { !known.contains($0) }))
        }
        return dependents
    }
}

extension Referenced<Schema> {
    /// Whether it is sure to allow null, among other values.
    var takesNull: Bool {
        guard let schema = inline, schema.boolean != false, schema.allOf.isEmpty, schema.oneOf.isEmpty, schema.anyOf.isEmpty,
            schema.applicators == nil, schema.properties.isEmpty, schema.items == nil,
            (schema.constant.map { [$0] } ?? schema.enumeration)?.contains(where: \.isNull) ?? true
        else { return false }
        return schema.types.isEmpty || schema.types.contains(.null) || schema.nullable
    }

    /// Whether it says nothing of a text.
    fileprivate var allowsAnyText: Bool {
        guard var schema = inline, schema.types.isEmpty || schema.types.contains(.string) else { return false }
        schema.types = []
        return Referenced.inline(schema).allowsAnything
    }

    /// The names that it requires, where it says nothing else.
    fileprivate var requiredAlone: [String]? {
        guard var schema = inline, !schema.required.isEmpty else { return nil }
        let names = schema.required
        schema.required = []
        return Referenced.inline(schema).allowsAnything ? names : nil
    }
}

extension OrderedMap {
    fileprivate func filtered(_ isKept: (Entry) -> Bool) -> OrderedMap { OrderedMap(filter(isKept)) }
}

extension Int {
    fileprivate func commonDivisor(with other: Int) -> Int {
        var (larger, smaller) = (self, other)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
