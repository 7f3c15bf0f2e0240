import SpecDocument
import SpecYAML

extension Comparer {
    /// An alternative of `oneOf` that takes more may take what fits another one, and what fits two is refused.
    ///
    /// - Parameter pairs: the older alternatives, and where the newer ones are.
    func compareOverlaps(
        _ pairs: [(old: Referenced<Schema>, new: Int)],
        _ union: FlatSchema.Union,
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) {
        let members = union.members.map { FlatSchema([$0], of: new) }
        for (old, position) in pairs where !isSame([old], [union.members[position]], place.direction) {
            let isApart = members.indices.allSatisfy { $0 == position || areApart(members[position], members[$0]) }
            guard !isApart else { continue }
            let effects = effects(FlatSchema([old], of: self.old), members[position], place.direction)
            guard !effects.isDisjoint(with: [.wider, .different]) else { continue }
            let text = "what \(name(union.members[position], position)) takes may fit another alternative as well"
            report(.alternativesOverlap, place, text, before, after, at: old.location, union.members[position].location)
        }
    }

    /// Whether it is sure that no value fits both: because of its type, what it is, or a property that both require.
    private func areApart(_ one: FlatSchema, _ other: FlatSchema) -> Bool {
        if one.isNever || other.isNever || haveNothingInCommon(one, other) { return true }
        guard one.types.intersection(other.types) == .object else { return false }
        if one.lacksRequired(of: other) || other.lacksRequired(of: one) { return true }
        return one.required.keys.contains { name in
            guard other.required[name] != nil, let first = one.properties[name], let second = other.properties[name] else { return false }
            return haveNothingInCommon(FlatSchema(first, of: new), FlatSchema(second, of: new))
        }
    }

    private func haveNothingInCommon(_ one: FlatSchema, _ other: FlatSchema) -> Bool {
        if one.types.isDisjoint(with: other.types) { return true }
        guard let first = one.listedValues, let second = other.listedValues else { return false }
        return Set(first.map(\.canonicalText)).isDisjoint(with: second.map(\.canonicalText))
    }
}

extension FlatSchema {
    /// Whether it refuses a property that another one requires.
    fileprivate func lacksRequired(of other: FlatSchema) -> Bool {
        isClosed && other.required.keys.contains { properties[$0] == nil && unnamedProperty($0) == nil }
    }
}
