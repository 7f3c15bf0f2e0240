import SpecDocument
import SpecYAML

/// Where schemas are compared: which way values go, and what they are called.
struct SchemaContext {
    var context: Comparer.Context
    var direction: Direction
    /// Whether values travel as text, which does not tell numbers and booleans from other texts: in parameters and headers.
    var isText = false
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
            if foundEffects.isEmpty, !isSame(oldGroup, newGroup, place.direction) { foundEffects.insert(.unknown) }
            return
        }
        let pair = pair(oldGroup, newGroup, place.direction, isText: place.isText)
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

    private func pair(_ oldGroup: SchemaGroup, _ newGroup: SchemaGroup, _ direction: Direction, isText: Bool = false) -> SchemaPair {
        SchemaPair(old: old.locations(of: oldGroup), new: new.locations(of: newGroup), direction: direction, isText: isText)
    }

    /// Whether two groups allow the same, as far as can be told.
    func isSame(_ oldGroup: SchemaGroup, _ newGroup: SchemaGroup, _ direction: Direction) -> Bool {
        let pair = pair(oldGroup, newGroup, direction)
        return sameness[pair] ?? effects(pair, FlatSchema(oldGroup, of: old), FlatSchema(newGroup, of: new)).isEmpty
    }

    func isSame(_ before: FlatSchema, _ after: FlatSchema, _ direction: Direction) -> Bool {
        let pair = pair(before.group, after.group, direction)
        return sameness[pair] ?? effects(pair, before, after).isEmpty
    }

    /// What differs between two schemas in what they say of the value itself; `unknown` for what differs in its parts.
    func effects(_ before: FlatSchema, _ after: FlatSchema, _ direction: Direction) -> Set<Effect> {
        let pair = pair(before.group, after.group, direction)
        return sameness[pair] == true ? [] : effects(pair, before, after)
    }

    private func effects(_ pair: SchemaPair, _ before: FlatSchema, _ after: FlatSchema) -> Set<Effect> {
        let effectsBefore = foundEffects
        foundEffects = []
        let question = sameness.ask(pair)
        compare(before, after, SchemaContext(context: .init(owner: 0, subject: ""), direction: pair.direction))
        let effects = foundEffects
        foundEffects = effectsBefore
        sameness.answer(question, effects.isEmpty)
        return effects
    }

    private func compare(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        // What is alternatives on one side alone may be a list of types or of values on the other.
        let before = (after.unions.isEmpty ? before.mergingAlternatives(of: old) : nil) ?? before
        let after = (before.unions.isEmpty ? after.mergingAlternatives(of: new) : nil) ?? after
        guard before.isNever == after.isNever else {
            let rule: SchemaRule = after.isNever ? .allOfNeverFits : .anythingAllowed
            report(rule, place, after.isNever ? "no value is allowed any more" : "values are allowed where none was", before, after)
            return
        }
        compareSchemaTexts(before, after, place)
        guard !after.isNever, compareUnions(before, after, place) else { return }
        compareTypes(before, after, place)
        compareDefaults(before, after, place)
        compareForms(before, after, place)
        // What is said of types that only one of them allows does not matter. A text may be of any.
        let types = place.isText ? .any : before.types.intersection(after.types)
        if !types.subtracting(.null).isEmpty { compareFormats(before, after, place) }
        if !types.isEmpty { compareLimits(before.limited(to: types), after.limited(to: types), place) }
        compareDescendants(before, after, place)
    }

    private func compareLimits(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        compareAllowed(before, after, place)
        compareExtensible(before, after, place)
        compareBounds(before, after, place)
        compareProperties(before, after, place)
        compareAdditional(before, after, place)
        compareItems(before, after, place)
        compareApplicators(before, after, place)
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
        if rule.changesEvaluation, [before, after].contains(where: { $0.unevaluatedProperties != nil || $0.unevaluatedItems != nil }) {
            let text = "what it says of unevaluated properties or items holds for others"
            report(.unevaluatedChanged, place, text, before, after)
        }
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
