import SpecDocument
import SpecYAML

/// Where schemas are compared: which way values go, and what they are called.
struct SchemaContext {
    var context: Comparer.Context
    var direction: Direction
    /// The nearest schemas around that the generated code may have a type for.
    var anchor: (old: Location?, new: Location?) = (nil, nil)
    /// What a schema without a name of its own belongs to.
    var holder = Anchor.none

    func adding(_ part: String) -> SchemaContext {
        var copy = self
        copy.context = context.adding(part)
        return copy
    }
}

extension Comparer {
    /// Compares what two groups of schemas allow, once for each direction.
    ///
    /// What stands in components is told of the components, and not again wherever they are used.
    func compareSchemas(_ oldGroup: SchemaGroup, _ newGroup: SchemaGroup, _ place: SchemaContext) {
        if isAsking {
            if !foundDifference, !isSame(oldGroup, newGroup, place.direction) { foundDifference = true }
            return
        }
        let pair = SchemaPair(old: old.locations(of: oldGroup), new: new.locations(of: newGroup), direction: place.direction)
        if let owner = compared[pair] {
            uses(owner, by: place.context.owner)
            return
        }
        var place = place
        if let oldName = old.componentName(of: oldGroup), let newName = new.componentName(of: newGroup) {
            let owner = addOwner(newName, isOperation: false)
            uses(owner, by: place.context.owner)
            place.holder = .none
            place.context = .init(owner: owner, subject: oldName == newName ? "schema \(oldName)" : "schema \(oldName), now \(newName)")
        }
        compared[pair] = place.context.owner
        let before = FlatSchema(oldGroup, of: old)
        let after = FlatSchema(newGroup, of: new)
        place.anchor = (before.location, after.location)
        compare(before, after, place)
    }

    /// Whether two groups allow the same, as far as can be told.
    func isSame(_ oldGroup: SchemaGroup, _ newGroup: SchemaGroup, _ direction: Direction) -> Bool {
        let pair = SchemaPair(old: old.locations(of: oldGroup), new: new.locations(of: newGroup), direction: direction)
        if let known = sameness[pair] { return known }
        let foundBefore = foundDifference
        foundDifference = false
        let question = sameness.ask(pair)
        let place = SchemaContext(context: .init(owner: 0, subject: ""), direction: direction)
        compare(FlatSchema(oldGroup, of: old), FlatSchema(newGroup, of: new), place)
        let isSame = !foundDifference
        foundDifference = foundBefore
        sameness.answer(question, isSame)
        return isSame
    }

    private func compare(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        guard before.isNever == after.isNever else {
            let rule: SchemaRule = after.isNever ? .allOfNeverFits : .anythingAllowed
            report(rule, place, after.isNever ? "no value is allowed any more" : "values are allowed where none was", before, after)
            return
        }
        compareSchemaTexts(before, after, place)
        guard compareUnions(before, after, place) else { return }
        compareTypes(before, after, place)
        compareValues(before, after, place)
        compareBounds(before, after, place)
        compareProperties(before, after, place)
        compareAdditional(before, after, place)
        compareItems(before, after, place)
        compareApplicators(before, after, place)
        compareDescendants(before, after, place)
    }

    func report(
        _ rule: SchemaRule,
        _ place: SchemaContext,
        _ text: String,
        _ before: FlatSchema,
        _ after: FlatSchema,
        at old: Location? = nil,
        _ new: Location? = nil,
        anchor: Anchor? = nil
    ) {
        report(
            rule,
            place.direction,
            in: place.context,
            text,
            old ?? before.location,
            new ?? after.location,
            anchor ?? .nearest(.schema(old: before.location, new: after.location), else: place.holder)
        )
    }

    private func compareSchemaTexts(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let context = place.context
        compareTexts("the title", before.texts.title, after.texts.title, in: context, before.location, after.location)
        compareTexts("the description", before.texts.description, after.texts.description, in: context, before.location, after.location)
        compareTexts(
            "the link to further documentation",
            before.texts.externalDocs,
            after.texts.externalDocs,
            in: context,
            before.location,
            after.location
        )
        guard !before.texts.examples.isEmpty || !after.texts.examples.isEmpty else { return }
        let examples = (before.texts.examples.map(\.canonicalText), after.texts.examples.map(\.canonicalText))
        if examples.0 != examples.1, !isAsking {
            report(.documentationChanged, in: context, "the examples have changed", before.location, after.location)
        }
    }
}
