import SpecDocument
import SpecYAML

/// A schema that becomes one of several alternatives, or is what is left of them.
extension Comparer {
    /// - Returns: whether the rest of the schemas is to be compared as well.
    func compareWrapping(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) -> Bool {
        guard let union = after.unions.first else { return true }
        if let same = union.members.first(where: { isSame(before, after.alternative($0, of: self.new), place.direction) }) {
            guard union.members.count > 1 else { return compareRest(before.allowsNull, after.allowsNull, before, after, place) }
            let name = new.componentName(of: same).map { " beside \($0)" } ?? ""
            report(
                union.isOneOf ? .wrappedInAlternatives : .wrappedInAnyOf,
                place,
                "it is one of \(union.members.count) alternatives\(name)",
                before,
                after,
                at: nil,
                union.location
            )
            if after.saysMoreThanAlternatives(to: before.types) {
                let text = "\(union.keyword) is new, with more beside it"
                report(union.isOneOf ? .oneOfAdded : .anyOfAdded, place, text, before, after, at: nil, union.location)
            }
            let isNullable =
                after.allowsNull || after.types.contains(.null) && alternatives(of: after, self.new).contains(where: \.allowsNull)
            return compareRest(before.allowsNull, isNullable, before, after, place)
        }
        if union.members.count == 1 {
            compareSchemas(before.group, [union.members[0]], place)
            return false
        }
        if after.saysMoreThanUnions || before.types == .any || after.refinesByAlternatives(self.new) {
            if !union.isOneOf,
                alternatives(of: after, self.new).contains(where: { effects(before, $0, .request).isSubset(of: [.wider, .none]) })
            {
                // All that was allowed fits one of them.
                return true
            }
            report(union.isOneOf ? .oneOfAdded : .anyOfAdded, place, "\(union.keyword) is new", before, after, at: nil, union.location)
            return true
        }
        let text = "it is one of \(union.members.count) alternatives, none of which is what it was"
        report(rule([before], alternatives(of: after, self.new), place.direction), place, text, before, after, at: nil, union.location)
        return false
    }

    /// - Returns: whether the rest of the schemas is to be compared as well.
    func compareUnwrapping(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) -> Bool {
        guard let union = before.unions.first else { return true }
        if union.members.contains(where: { isSame(before.alternative($0, of: self.old), after, place.direction) }) {
            guard union.members.count > 1 else { return compareRest(before.allowsNull, after.allowsNull, before, after, place) }
            let text = "it is the only one of \(union.members.count) alternatives"
            report(.unwrappedFromAlternatives, place, text, before, after, at: union.location, nil)
            if before.saysMoreThanAlternatives(to: after.types) {
                let text = "\(union.keyword) is gone, with what was beside it"
                report(union.isOneOf ? .oneOfRemoved : .anyOfRemoved, place, text, before, after, at: union.location, nil)
            }
            let wasNullable =
                before.allowsNull || before.types.contains(.null) && alternatives(of: before, self.old).contains(where: \.allowsNull)
            return compareRest(wasNullable, after.allowsNull, before, after, place)
        }
        if union.members.count == 1 {
            compareSchemas([union.members[0]], after.group, place)
            return false
        }
        if before.saysMoreThanUnions || after.types == .any || before.refinesByAlternatives(self.old) {
            if !union.isOneOf,
                alternatives(of: before, self.old).contains(where: { effects($0, after, .request).isSubset(of: [.narrower, .none]) })
            {
                // All that is allowed fitted one of them.
                return true
            }
            report(union.isOneOf ? .oneOfRemoved : .anyOfRemoved, place, "\(union.keyword) is gone", before, after, at: union.location, nil)
            return true
        }
        let text = "it was one of \(union.members.count) alternatives, none of which is what it is"
        report(rule(alternatives(of: before, self.old), [after], place.direction), place, text, before, after, at: union.location, nil)
        return false
    }

    /// What each of its first alternatives makes of a schema.
    private func alternatives(of schema: FlatSchema, _ document: Document) -> [FlatSchema] {
        schema.unions.first?.members.map { schema.choosing($0, of: document) } ?? []
    }

    /// By whether it is sure that values which fitted fit none of the newer ones, and the other way round.
    private func rule(_ old: [FlatSchema], _ new: [FlatSchema], _ direction: Direction) -> SchemaRule {
        /// The only one whose types a schema has, which then tells.
        func counterpart(of schema: FlatSchema, in others: [FlatSchema]) -> FlatSchema? {
            let same = others.filter { !$0.types.subtracting(.null).isDisjoint(with: schema.types) }
            return same.count == 1 ? same[0] : nil
        }
        let isNarrower = old.contains { schema in
            if schema.hasValues(besides: new) { return true }
            guard let other = counterpart(of: schema, in: new) else { return false }
            return !effects(schema, other, direction).isDisjoint(with: [.narrower, .different])
        }
        let isWider = new.contains { schema in
            if schema.hasValues(besides: old) { return true }
            guard let other = counterpart(of: schema, in: old) else { return false }
            return !effects(other, schema, direction).isDisjoint(with: [.wider, .different])
        }
        return switch (isNarrower, isWider) {
        case (true, true): .alternativesReplaced
        case (true, false): .alternativesNarrowed
        case (false, true): .alternativesWidened
        case (false, false): .alternativesChanged
        }
    }

    /// Where the alternatives hold all that the plain schema says, null and a default beside them are left to compare.
    private func compareRest(
        _ wasNullable: Bool,
        _ isNullable: Bool,
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) -> Bool {
        if wasNullable != isNullable {
            let text = isNullable ? "null is allowed" : "null is no longer allowed"
            report(isNullable ? .becameNullable : .becameNotNullable, place, text, before, after)
        }
        // Unless it stands beside the alternatives, a default is in the one that is the same.
        if (before.unions.isEmpty ? after : before).defaultValue != nil { compareDefaults(before, after, place) }
        return false
    }
}

extension FlatSchema {
    /// Whether something holds beside the alternatives.
    fileprivate var saysMoreThanUnions: Bool { !properties.isEmpty || !required.isEmpty || items != nil }

    /// Whether something but a type that takes in the given one holds beside the first alternatives.
    fileprivate func saysMoreThanAlternatives(to types: TypeSet) -> Bool {
        unions.count > 1 || listedValues != nil || hasLimits || !types.subtracting(.null).isSubset(of: self.types)
    }

    /// Whether it says more than the types of its values, or which values they are.
    var saysMoreThanValues: Bool { !unions.isEmpty || hasLimits || defaultValue != nil || !extensibleValues.isEmpty || xml != nil }

    private var hasLimits: Bool {
        saysMoreThanUnions || additional != nil || lower != nil || upper != nil || !limits.isEmpty || !factors.isEmpty
            || !patterns.isEmpty || uniqueItems != nil || !formats.isEmpty || !applicators.isEmpty || !dependentRequired.isEmpty
    }

    /// Whether its alternatives only say more of values whose type stands beside them.
    fileprivate func refinesByAlternatives(_ document: Document) -> Bool {
        types != .any && unions.contains { $0.members.contains { FlatSchema([$0], of: document).types == .any } }
    }

    /// Whether some of its values are sure to fit none of the others: because of their type, or because they lack what those require.
    fileprivate func hasValues(besides others: [FlatSchema]) -> Bool {
        if isNever { return false }
        let fitting = others.filter { !$0.isNever }
        let taken = fitting.reduce(into: TypeSet()) { $0.formUnion($1.types) }
        if !types.subtracting(.null).isSubset(of: taken) { return true }
        return types.contains(.object)
            && fitting.allSatisfy { !$0.types.contains(.object) || !Set($0.required.keys).isSubset(of: required.keys) }
    }
}
