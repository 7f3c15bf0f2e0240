import SpecDocument
import SpecYAML

extension Comparer {
    /// Compares what `oneOf` and `anyOf` say; whether the rest of the schemas is to be compared as well.
    func compareUnions(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) -> Bool {
        switch (before.unions.count, after.unions.count) {
        case (0, 0): return true
        case (0, _): return compareWrapping(before, after, place)
        case (_, 0): return compareUnwrapping(before, after, place)
        default:
            var pairs = Pairs(before.unions, after.unions)
            // What stays the same may still be told of, where a component of its has changed for people.
            if pairs.olds.count > 1 || pairs.news.count > 1 { pairs.match { isSame($0, $1, place.direction) } }
            // What can't be told apart otherwise is paired by its keyword, and then in its order.
            pairs.match { $0.isOneOf == $1.isOneOf }
            pairs.match { _, _ in true }
            for (old, new) in pairs.matched { compare(old, new, before, after, place) }
            for old in pairs.olds {
                report(old.isOneOf ? .oneOfRemoved : .anyOfRemoved, place, "\(old.keyword) is gone", before, after, at: old.location, nil)
            }
            for new in pairs.news {
                report(new.isOneOf ? .oneOfAdded : .anyOfAdded, place, "\(new.keyword) is new", before, after, at: nil, new.location)
            }
            return true
        }
    }

    /// Whether two have the same alternatives, where there are others that they could be mistaken for.
    private func isSame(_ old: FlatSchema.Union, _ new: FlatSchema.Union, _ direction: Direction) -> Bool {
        guard old.isOneOf == new.isOneOf, old.members.count == new.members.count, old.discriminator == nil, new.discriminator == nil else {
            return false
        }
        return Pairs(old.members, new.members).matching { isSame([$0], [$1], direction) }.isComplete
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
        let values = (self.old.values(of: old), self.new.values(of: new))
        let pairs = alternatives(of: old, new, values, place.direction)
        var told = DiscriminatedComponents()
        for (member, position) in pairs.matched {
            let other = new.members[position]
            if let name = self.old.componentName(of: member) { told.counterparts[name] = self.new.componentName(of: other) }
            compareSchemas([member], [other], place.adding("alternative \(name(other, position))"))
        }
        report(pairs.gone, pairs.added, old, new, before, after, place)
        if new.isOneOf, new.discriminator == nil, place.direction == .request {
            compareOverlaps(pairs.matched, new, before, after, place)
        }
        told.gone = Set(pairs.gone.compactMap { self.old.componentName(of: $0) })
        told.added = Set(pairs.added.compactMap { self.new.componentName(of: new.members[$0]) })
        compare(old.discriminator, new.discriminator, values, told, before, after, place)
    }

    /// Which alternatives belong together, the newer ones by their positions.
    private func alternatives(
        of old: FlatSchema.Union,
        _ new: FlatSchema.Union,
        _ values: (old: DiscriminatorValues, new: DiscriminatorValues),
        _ direction: Direction
    ) -> (matched: [(old: Referenced<Schema>, new: Int)], gone: [Referenced<Schema>], added: [Int]) {
        var matched: [(old: Referenced<Schema>, new: Int)] = []
        var rest = Array(new.members.indices)
        func pair(_ member: Referenced<Schema>, _ position: Int) {
            rest.removeAll { $0 == position }
            matched.append((member, position))
        }
        var gone: [Referenced<Schema>] = []
        for member in old.members {
            guard let position = match(member, among: rest, of: new, values, direction) else {
                gone.append(member)
                continue
            }
            pair(member, position)
        }
        for member in gone {
            guard let position = ofSameType(member, gone, rest.map { ($0, new.members[$0]) }) else { continue }
            pair(member, position)
            gone.removeAll { $0.location == member.location }
        }
        // One that is left on either side is the same one, changed.
        if gone.count == 1, rest.count == 1, old.members.count == new.members.count,
            self.old.componentName(of: gone[0]) == nil || self.new.componentName(of: new.members[rest[0]]) == nil
        {
            pair(gone[0], rest[0])
            gone = []
        }
        return (matched, gone, rest)
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

    func name(_ member: Referenced<Schema>, _ position: Int) -> String {
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
    var keyword: String { isOneOf ? "oneOf" : "anyOf" }
}
