import SpecDocument
import SpecYAML

extension Comparer {
    func compareBounds(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        compare(before.lower, after.lower, [.minimumAdded, .minimumRemoved, .minimumIncreased, .minimumDecreased], before, after, place)
        compare(before.upper, after.upper, [.maximumAdded, .maximumRemoved, .maximumIncreased, .maximumDecreased], before, after, place)
        if !before.limits.isEmpty || !after.limits.isEmpty {
            // Where 'contains' is new or gone, that says it all.
            let counts = before.asksForContained && after.asksForContained
            for limit in Limit.allCases where counts || !limit.isOfContained { compare(limit, before, after, place) }
        }
        compareFactors(before, after, place)
        comparePatterns(before, after, place)
        let (wasUnique, isUnique) = (before.uniqueItems != nil, after.uniqueItems != nil)
        if wasUnique != isUnique {
            let text = isUnique ? "no two items may be equal" : "items may be equal"
            report(isUnique ? .uniqueItemsAdded : .uniqueItemsRemoved, place, text, before, after)
        }
    }

    /// - Parameter rules: for a bound that is new, gone, higher and lower.
    private func compare(
        _ old: Bound?,
        _ new: Bound?,
        _ rules: [SchemaRule],
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) {
        // Of whole numbers, more than 0 is 1 or more.
        if before.isWhole, after.isWhole, let old = old?.whole, let new = new?.whole, old == new { return }
        let name = (old ?? new)?.isLower == true ? "minimum" : "maximum"
        let text = "\(name) went from \(old?.description ?? "none") to \(new?.description ?? "none")"
        let rule: SchemaRule
        switch (old, new) {
        case (nil, nil): return
        case (nil, _): rule = rules[0]
        case (_, nil): rule = rules[1]
        case (let old?, let new?):
            if old.isBelow(new) { rule = rules[2] } else if new.isBelow(old) { rule = rules[3] } else { return }
        }
        report(rule, place, text, before, after, at: old?.location, new?.location)
    }

    private func compare(_ limit: Limit, _ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let old = before.limits[limit]?.value ?? limit.standard
        let new = after.limits[limit]?.value ?? limit.standard
        guard old != new else { return }
        let change: String
        switch (old, new) {
        case (nil, _): change = "added"
        case (_, nil): change = "removed"
        case (let old?, let new?):
            change =
                before.limits[limit] == nil && limit.isLower && new > old
                ? "added" : after.limits[limit] == nil && limit.isLower && new < old ? "removed" : old < new ? "increased" : "decreased"
        }
        guard let rule = SchemaRule(rawValue: "\(limit.ruleName)-\(change)") else { return }
        let text = "\(limit.rawValue) went from \(old.map(String.init) ?? "none") to \(new.map(String.init) ?? "none")"
        report(rule, place, text, before, after, at: before.limits[limit]?.location, after.limits[limit]?.location)
    }

    private func compareFactors(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let old = before.factors.filter { factor in !after.factors.contains { $0.value.isEqual(to: factor.value) } }
        let new = after.factors.filter { factor in !before.factors.contains { $0.value.isEqual(to: factor.value) } }
        let rule: SchemaRule
        switch (old.isEmpty, new.isEmpty) {
        case (true, true): return
        case (true, false): rule = .multipleOfAdded
        case (false, true): rule = .multipleOfRemoved
        case (false, false):
            let isWider = new.allSatisfy { factor in old.contains { $0.value.isMultiple(of: factor.value) } }
            let isNarrower = old.allSatisfy { factor in new.contains { $0.value.isMultiple(of: factor.value) } }
            rule = isWider ? .multipleOfWidened : isNarrower ? .multipleOfNarrowed : .multipleOfChanged
        }
        func shown(_ factors: [FlatSchema.Found<SpecNumber>]) -> String {
            factors.isEmpty ? "none" : factors.map(\.value.text).joined(separator: " and ")
        }
        let text = "multipleOf went from \(shown(old)) to \(shown(new))"
        report(rule, place, text, before, after, at: old.first?.location, new.first?.location)
    }

    private func comparePatterns(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let old = before.patterns.filter { !$0.value.fitsEverything }
        let new = after.patterns.filter { !$0.value.fitsEverything }
        let (oldTexts, newTexts) = (Set(old.map(\.value)), Set(new.map(\.value)))
        guard oldTexts != newTexts else { return }
        let rule: SchemaRule =
            oldTexts.isSubset(of: newTexts) ? .patternAdded : newTexts.isSubset(of: oldTexts) ? .patternRemoved : .patternChanged
        func shown(_ patterns: [FlatSchema.Found<String>]) -> String {
            patterns.isEmpty ? "none" : patterns.map { "'\($0.value)'" }.joined(separator: " and ")
        }
        let text = "the pattern went from \(shown(old)) to \(shown(new))"
        report(rule, place, text, before, after, at: old.first?.location, new.first?.location)
    }
}

extension String {
    /// Whether it is a pattern that any text fits.
    fileprivate var fitsEverything: Bool { ["", "^", "$", ".*", "^.*", ".*$", "^.*$"].contains(self) }
}

extension FlatSchema {
    fileprivate var isWhole: Bool { types.subtracting(.null) == .integer }
}

extension Bound {
    /// The outermost whole number within.
    fileprivate var whole: Int? {
        guard let int = number.int else {
            let outermost = number.double.rounded(isLower ? .up : .down)
            return number.double == outermost ? nil : Int(exactly: outermost)
        }
        guard isExcluded else { return int }
        let (next, isBeyond) = isLower ? int.addingReportingOverflow(1) : int.subtractingReportingOverflow(1)
        return isBeyond ? nil : next
    }
}
