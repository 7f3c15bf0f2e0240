import SpecDocument
import SpecYAML

/// Each schema has its own `if`, `not` and `contains`: what several members of an `allOf` say does not make one.
extension Comparer {
    func compareContains(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let pairs = Pairs(before.all(\.contains), after.all(\.contains)).matching { isSame([$0], [$1], place.direction) }
        let (old, new) = (pairs.olds, pairs.news)
        let inside = place.adding("contains")
        switch (old.count, new.count) {
        case (0, 0): return
        case (0, _): report(.containsAdded, inside, "contains is new", before, after)
        case (_, 0): report(.containsRemoved, inside, "contains is gone", before, after)
        case (1, 1) where !before.countsContained && !after.countsContained: compareSchemas(old, new, inside)
        default:
            // Where they are counted, less that fits may be more that is allowed.
            report(.containsAdded, inside, "it has changed", before, after)
            report(.containsRemoved, inside, "it has changed", before, after)
        }
    }

    /// What changes inside `not` can't be said of the value.
    func compareNegations(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let pairs = Pairs(before.all(\.not), after.all(\.not)).matching { isSame([$0], [$1], place.direction) }
        let (old, new) = (pairs.olds, pairs.news)
        let inside = place.adding("not")
        switch (old.isEmpty, new.isEmpty) {
        case (true, true): return
        case (true, false): report(.notAdded, inside, "not is new", before, after)
        case (false, true): report(.notRemoved, inside, "not is gone", before, after)
        case (false, false): report(.notChanged, inside, "it has changed", before, after)
        }
    }

    func compareConditions(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let pairs = Pairs(before.conditions, after.conditions).matching { isSame($0, $1, place.direction) }
        let (old, new) = (pairs.olds, pairs.news)
        let inside = place.adding("if")
        switch (old.count, new.count) {
        case (0, 0): return
        case (0, _): report(.conditionAdded, inside, "if is new", before, after)
        case (_, 0): report(.conditionRemoved, inside, "if is gone", before, after)
        case (1, 1):
            if !isSame([old[0].condition], [new[0].condition], place.direction) {
                report(.conditionChanged, inside, "it has changed", before, after)
            }
            compare(old[0].then, new[0].then, .thenAdded, .thenRemoved, "then", before, after, place)
            compare(old[0].otherwise, new[0].otherwise, .elseAdded, .elseRemoved, "else", before, after, place)
        default: report(.conditionChanged, inside, "several have changed", before, after)
        }
    }

    private func isSame(_ old: Condition, _ new: Condition, _ direction: Direction) -> Bool {
        isSame([old.condition], [new.condition], direction) && old.then.isEmpty == new.then.isEmpty
            && old.otherwise.isEmpty == new.otherwise.isEmpty && isSame(old.then, new.then, direction)
            && isSame(old.otherwise, new.otherwise, direction)
    }
}

/// `if` with its `then` and `else`, where they say something.
private struct Condition {
    var condition: Referenced<Schema>
    var then: SchemaGroup
    var otherwise: SchemaGroup
}

extension FlatSchema {
    /// A keyword of each schema that has it.
    fileprivate func all(_ keyword: (Schema.Applicators) -> Referenced<Schema>?) -> [Referenced<Schema>] {
        applicators.compactMap { keyword($0.value) }
    }

    fileprivate var conditions: [Condition] {
        applicators.compactMap { found in
            guard let condition = found.value.ifSchema else { return nil }
            func said(_ schema: Referenced<Schema>?) -> SchemaGroup { [schema].compactMap(\.self).filter { !$0.allowsAnything } }
            return Condition(condition: condition, then: said(found.value.thenSchema), otherwise: said(found.value.elseSchema))
        }
    }

    /// Whether it matters how many items `contains` fits.
    fileprivate var countsContained: Bool { limits[.maxContains] != nil || limits[.minContains]?.value == 0 }
}
