import SpecDocument
import SpecYAML

extension Comparer {
    /// Compares what `oneOf` and `anyOf` say; whether the rest of the schemas is to be compared as well.
    func compareUnions(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) -> Bool {
        switch (before.unions.count, after.unions.count) {
        case (0, 0): return true
        case (0, _): return added(before, after, place)
        case (_, 0): return removed(before, after, place)
        default:
            var (olds, news) = (before.unions, after.unions)
            // What stays the same may still be told of, where a component of its has changed for people.
            if olds.count > 1 || news.count > 1 {
                pairOff(&olds, &news) {
                    isSame($0, $1, place.direction)
                } with: {
                    compare($0, $1, before, after, place)
                }
            }
            // What can't be told apart otherwise is paired by its keyword, and then in its order.
            pairOff(&olds, &news) {
                $0.isOneOf == $1.isOneOf
            } with: {
                compare($0, $1, before, after, place)
            }
            pairOff(&olds, &news) { _, _ in
                true
            } with: {
                compare($0, $1, before, after, place)
            }
            for old in olds {
                report(old.isOneOf ? .oneOfRemoved : .anyOfRemoved, place, "\(old.keyword) is gone", before, after, at: old.location, nil)
            }
            for new in news {
                report(new.isOneOf ? .oneOfAdded : .anyOfAdded, place, "\(new.keyword) is new", before, after, at: nil, new.location)
            }
            return true
        }
    }

    private func pairOff(
        _ olds: inout [FlatSchema.Union],
        _ news: inout [FlatSchema.Union],
        _ belong: (FlatSchema.Union, FlatSchema.Union) -> Bool,
        with use: (FlatSchema.Union, FlatSchema.Union) -> Void
    ) {
        olds = olds.filter { old in
            guard let position = news.firstIndex(where: { belong(old, $0) }) else { return true }
            use(old, news.remove(at: position))
            return false
        }
    }

    /// Whether two have the same alternatives, where there are others that they could be mistaken for.
    private func isSame(_ old: FlatSchema.Union, _ new: FlatSchema.Union, _ direction: Direction) -> Bool {
        guard old.isOneOf == new.isOneOf, old.members.count == new.members.count, old.discriminator == nil, new.discriminator == nil else {
            return false
        }
        var rest = new.members
        return old.members.allSatisfy { member in
            guard let position = rest.firstIndex(where: { isSame([member], [$0], direction) }) else { return false }
            rest.remove(at: position)
            return true
        }
    }

    private func added(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) -> Bool {
        guard let union = after.unions.first else { return true }
        if let same = union.members.first(where: { isSame(before.group, [$0], place.direction) }) {
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
            let isNullable = after.allowsNull || after.types.contains(.null) && alternatives(union, self.new).contains(where: \.allowsNull)
            return compareRest(before.allowsNull, isNullable, before, after, place)
        }
        if union.members.count == 1 {
            compareSchemas(before.group, [union.members[0]], place)
            return false
        }
        if after.saysMoreThanUnions || before.types == .any {
            report(union.isOneOf ? .oneOfAdded : .anyOfAdded, place, "\(union.keyword) is new", before, after, at: nil, union.location)
            return true
        }
        let text = "it is one of \(union.members.count) alternatives, none of which is what it was"
        report(rule([before], alternatives(union, self.new)), place, text, before, after, at: nil, union.location)
        return false
    }

    private func removed(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) -> Bool {
        guard let union = before.unions.first else { return true }
        if union.members.contains(where: { isSame([$0], after.group, place.direction) }) {
            guard union.members.count > 1 else { return compareRest(before.allowsNull, after.allowsNull, before, after, place) }
            let text = "it is the only one of \(union.members.count) alternatives"
            report(.unwrappedFromAlternatives, place, text, before, after, at: union.location, nil)
            if before.saysMoreThanAlternatives(to: after.types) {
                let text = "\(union.keyword) is gone, with what was beside it"
                report(union.isOneOf ? .oneOfRemoved : .anyOfRemoved, place, text, before, after, at: union.location, nil)
            }
            let wasNullable =
                before.allowsNull || before.types.contains(.null) && alternatives(union, self.old).contains(where: \.allowsNull)
            return compareRest(wasNullable, after.allowsNull, before, after, place)
        }
        if union.members.count == 1 {
            compareSchemas([union.members[0]], after.group, place)
            return false
        }
        if before.saysMoreThanUnions || after.types == .any {
            report(union.isOneOf ? .oneOfRemoved : .anyOfRemoved, place, "\(union.keyword) is gone", before, after, at: union.location, nil)
            return true
        }
        let text = "it was one of \(union.members.count) alternatives, none of which is what it is"
        report(rule(alternatives(union, self.old), [after]), place, text, before, after, at: union.location, nil)
        return false
    }

    private func alternatives(_ union: FlatSchema.Union, _ document: Document) -> [FlatSchema] {
        union.members.map { FlatSchema([$0], of: document) }
    }

    /// By whether it is sure that values which fitted fit none of the newer ones, and the other way round.
    private func rule(_ old: [FlatSchema], _ new: [FlatSchema]) -> SchemaRule {
        let isNarrower = old.contains { $0.hasValues(besides: new) }
        let isWider = new.contains { $0.hasValues(besides: old) }
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

    private func compare(
        _ old: FlatSchema.Union,
        _ new: FlatSchema.Union,
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) {
        if old.isOneOf != new.isOneOf, old.members.count > 1 || new.members.count > 1 {
            let rule: SchemaRule = new.isOneOf ? .anyOfBecameOneOf : .oneOfBecameAnyOf
            report(rule, place, "\(old.keyword) became \(new.keyword)", before, after, at: old.location, new.location)
        }
        var rest = Array(new.members.indices)
        var unmatched: [Referenced<Schema>] = []
        var told = DiscriminatedComponents()
        let values = (self.old.values(of: old), self.new.values(of: new))
        for member in old.members {
            guard let position = match(member, among: rest, of: new, values, place.direction) else {
                unmatched.append(member)
                continue
            }
            rest.removeAll { $0 == position }
            if let name = self.old.componentName(of: member) { told.counterparts[name] = self.new.componentName(of: new.members[position]) }
            compareSchemas([member], [new.members[position]], place.adding("alternative \(name(new.members[position], position))"))
        }
        for member in unmatched {
            guard let position = ofSameType(member, unmatched, rest.map { ($0, new.members[$0]) }) else { continue }
            compareSchemas([member], [new.members[position]], place.adding("alternative \(name(new.members[position], position))"))
            unmatched.removeAll { $0.location == member.location }
            rest.removeAll { $0 == position }
        }
        // One that is left on either side is the same one, changed.
        if unmatched.count == 1, rest.count == 1, old.members.count == new.members.count,
            self.old.componentName(of: unmatched[0]) == nil || self.new.componentName(of: new.members[rest[0]]) == nil
        {
            compareSchemas([unmatched[0]], [new.members[rest[0]]], place.adding("alternative \(name(new.members[rest[0]], rest[0]))"))
            (unmatched, rest) = ([], [])
        }
        report(unmatched, rest, old, new, before, after, place)
        told.gone = Set(unmatched.compactMap { self.old.componentName(of: $0) })
        told.added = Set(rest.compactMap { self.new.componentName(of: new.members[$0]) })
        compare(old.discriminator, new.discriminator, values, told, before, after, place)
    }

    /// The only one left without a name whose values are of the types of a member's, no other of which is left either.
    private func ofSameType(_ member: Referenced<Schema>, _ olds: [Referenced<Schema>], _ news: [(Int, Referenced<Schema>)]) -> Int? {
        guard member.reference == nil else { return nil }
        let types = FlatSchema([member], of: old).types
        guard types != .any, olds.filter({ FlatSchema([$0], of: old).types == types }).count == 1 else { return nil }
        let same = news.filter { FlatSchema([$0.1], of: new).types == types }
        return same.count == 1 && same[0].1.reference == nil ? same[0].0 : nil
    }

    private func report(
        _ gone: [Referenced<Schema>],
        _ added: [Int],
        _ old: FlatSchema.Union,
        _ new: FlatSchema.Union,
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) {
        for member in gone {
            let name = self.old.componentName(of: member) ?? member.inline?.title ?? "an alternative"
            let location = member.location
            report(
                new.isOneOf ? .oneOfMemberRemoved : .anyOfMemberRemoved,
                place,
                "\(name) is no longer an alternative",
                before,
                after,
                at: location,
                new.location
            )
        }
        for position in added {
            let member = new.members[position]
            let name = self.new.componentName(of: member) ?? member.inline?.title ?? "an alternative"
            report(
                !new.isOneOf ? .anyOfMemberAdded : new.discriminator == nil ? .oneOfMemberAdded : .discriminatedMemberAdded,
                place,
                "\(name) is a new alternative",
                before,
                after,
                at: old.location,
                member.location
            )
        }
    }

    private func name(_ member: Referenced<Schema>, _ position: Int) -> String {
        new.componentName(of: member) ?? member.inline?.title ?? "\(position + 1)"
    }

    /// The alternative of the newer description that is an older one: by name, by what a discriminator calls it, or because it allows the same.
    private func match(
        _ member: Referenced<Schema>,
        among rest: [Int],
        of union: FlatSchema.Union,
        _ values: (old: DiscriminatorValues, new: DiscriminatorValues),
        _ direction: Direction
    ) -> Int? {
        if let name = old.componentName(of: member) {
            let names = rest.map { new.componentName(of: union.members[$0]) }
            if let position = names.firstIndex(of: name) { return rest[position] }
            if let other = values.old.counterpart(of: name, in: values.new), let position = names.firstIndex(of: other) {
                return rest[position]
            }
        } else if let title = member.inline?.title {
            let same = rest.filter { union.members[$0].inline?.title == title }
            if same.count > 1, let position = same.first(where: { isSame([member], [union.members[$0]], direction) }) { return position }
            if let position = same.first { return position }
        }
        return rest.first { isSame([member], [union.members[$0]], direction) }
    }
}

extension FlatSchema.Union {
    fileprivate var keyword: String { isOneOf ? "oneOf" : "anyOf" }
}

extension FlatSchema {
    /// Whether something holds beside the alternatives.
    fileprivate var saysMoreThanUnions: Bool { !properties.isEmpty || !required.isEmpty || items != nil }

    /// Whether something but a type that takes in the given one holds beside the first alternatives.
    fileprivate func saysMoreThanAlternatives(to types: TypeSet) -> Bool {
        saysMoreThanUnions || unions.count > 1 || additional != nil || lower != nil || upper != nil || !limits.isEmpty || !factors.isEmpty
            || !patterns.isEmpty || uniqueItems != nil || enumeration != nil || constant != nil || !formats.isEmpty || !applicators.isEmpty
            || !dependentRequired.isEmpty || !types.subtracting(.null).isSubset(of: self.types)
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
