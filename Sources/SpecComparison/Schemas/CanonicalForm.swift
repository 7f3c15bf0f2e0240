import SpecDocument
import SpecYAML

/// What can be said in several ways is brought into one of them, and what says nothing is left out.
extension FlatSchema {
    /// Of the whole, once all that holds for the value is known.
    mutating func canonicalize() {
        canonicalizeNull()
        if types.subtracting(.null) == .boolean, let values = enumeration?.value.map(\.canonicalText) {
            let isWhole = Set(["true", "false"]).isSubset(of: values) && (!types.contains(.null) || values.contains("null"))
            if isWhole { enumeration = nil }
        }
        canonicalizeFactors()
        // Where nothing is said of the others, all are unevaluated; where something is, none.
        if additional == nil { additional = unevaluatedProperties }
        guard items == nil, let unevaluatedItems else { return }
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

extension Schema {
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
