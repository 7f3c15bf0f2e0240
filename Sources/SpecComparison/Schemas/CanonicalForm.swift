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
        if unevaluatedItems.value.contains(where: \.allowsNothing), !evaluatesInPlace {
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
        guard !self.types.isSubset(of: types) else { return self }
        var limited = self
        limited.types.formIntersection(types)
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
        guard types.contains(.null), let values = listedValues, !values.isEmpty, values.allSatisfy(\.isNull) else { return }
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

extension Int {
    fileprivate func commonDivisor(with other: Int) -> Int {
        var (larger, smaller) = (self, other)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
