import SpecDocument
import SpecYAML

extension Comparer {
    func compareItems(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        compare(before.items?.value ?? [], after.items?.value ?? [], .itemsAdded, .itemsRemoved, "items", before, after, place)
    }

    func compareApplicators(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        compareDependentRequired(before, after, place)
        guard !before.applicators.isEmpty || !after.applicators.isEmpty else { return }
        func part(_ keyword: (Schema.Applicators) -> Referenced<Schema>?, _ added: SchemaRule, _ removed: SchemaRule, _ name: String) {
            let old = before.applicators.compactMap { keyword($0.value) }.filter { !$0.allowsAnything }
            let new = after.applicators.compactMap { keyword($0.value) }.filter { !$0.allowsAnything }
            compare(old, new, added, removed, name, before, after, place)
        }
        part(\.contains, .containsAdded, .containsRemoved, "contains")
        part(\.propertyNames, .propertyNamesAdded, .propertyNamesRemoved, "propertyNames")
        part(\.thenSchema, .thenAdded, .thenRemoved, "then")
        part(\.elseSchema, .elseAdded, .elseRemoved, "else")
        part(\.contentSchema, .contentSchemaAdded, .contentSchemaRemoved, "contentSchema")
        part(\.unevaluatedItems, .unevaluatedItemsAdded, .unevaluatedItemsRemoved, "unevaluatedItems")
        if before.isClosed == after.isClosed {
            part(\.unevaluatedProperties, .unevaluatedPropertiesAdded, .unevaluatedPropertiesRemoved, "unevaluatedProperties")
        }
        compareMaps(\.patternProperties, [.patternPropertyAdded, .patternPropertyRemoved], "pattern", before, after, place)
        compareMaps(\.dependentSchemas, [.dependentSchemaAdded, .dependentSchemaRemoved], "dependentSchemas", before, after, place)
        comparePrefixItems(before, after, place)
        compareReversed(before, after, place)
        compareContent(before, after, place)
    }

    /// A keyword that applies a schema to a part of the value.
    private func compare(
        _ old: SchemaGroup,
        _ new: SchemaGroup,
        _ added: SchemaRule,
        _ removed: SchemaRule,
        _ name: String,
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) {
        let inside = place.adding(name)
        switch (old.isEmpty, new.isEmpty) {
        case (true, true): return
        case (true, false): report(added, inside, "\(name) is new", before, after)
        case (false, true): report(removed, inside, "\(name) is gone", before, after)
        case (false, false): compareSchemas(old, new, inside)
        }
    }

    private func compareMaps(
        _ keyword: (Schema.Applicators) -> OrderedMap<String, Referenced<Schema>>,
        _ rules: [SchemaRule],
        _ name: String,
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) {
        func groups(_ schema: FlatSchema) -> [String: SchemaGroup] {
            schema.applicators.reduce(into: [:]) { groups, found in
                for entry in keyword(found.value) { groups[entry.key, default: []].append(entry.value) }
            }
        }
        let (old, new) = (groups(before), groups(after))
        for key in Set(old.keys).union(new.keys).sorted() {
            compare(old[key] ?? [], new[key] ?? [], rules[0], rules[1], "\(name) \(key)", before, after, place)
        }
    }

    private func comparePrefixItems(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let old = before.applicators.flatMap(\.value.prefixItems)
        let new = after.applicators.flatMap(\.value.prefixItems)
        for position in 0..<max(old.count, new.count) {
            let before0 = position < old.count ? [old[position]] : []
            let after0 = position < new.count ? [new[position]] : []
            compare(before0, after0, .prefixItemsAdded, .prefixItemsRemoved, "item \(position + 1)", before, after, place)
        }
    }

    /// `not` and `if`: what changes inside can't be said of the value.
    private func compareReversed(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        func part(_ keyword: (Schema.Applicators) -> Referenced<Schema>?, _ rules: [SchemaRule], _ name: String) {
            let old = before.applicators.compactMap { keyword($0.value) }
            let new = after.applicators.compactMap { keyword($0.value) }
            guard !old.isEmpty, !new.isEmpty else {
                compare(old, new, rules[0], rules[1], name, before, after, place)
                return
            }
            guard !isSame(old, new, place.direction) else { return }
            report(rules[2], place.adding(name), "it has changed", before, after)
        }
        part(\.not, [.notAdded, .notRemoved, .notChanged], "not")
        part(\.ifSchema, [.conditionAdded, .conditionRemoved, .conditionChanged], "if")
    }

    private func compareContent(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        func part(_ keyword: (Schema.Applicators) -> String?, _ rule: SchemaRule, _ name: String) {
            let old = before.applicators.compactMap { keyword($0.value) }.first
            let new = after.applicators.compactMap { keyword($0.value) }.first
            if old != new { report(rule, place, "\(name) went from \(old ?? "none") to \(new ?? "none")", before, after) }
        }
        part(\.contentEncoding, .contentEncodingChanged, "contentEncoding")
        part(\.contentMediaType, .contentMediaTypeChanged, "contentMediaType")
    }

    private func compareDependentRequired(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        guard !before.dependentRequired.isEmpty || !after.dependentRequired.isEmpty else { return }
        for key in Set(before.dependentRequired.keys).union(after.dependentRequired.keys).sorted() {
            let (old, new) = (before.dependentRequired[key], after.dependentRequired[key])
            let inside = place.adding("property \(key)")
            for name in new?.value ?? [] where old?.value.contains(name) != true {
                report(.dependentRequiredAdded, inside, "it asks for \(name)", before, after, at: old?.location, new?.location)
            }
            for name in old?.value ?? [] where new?.value.contains(name) != true {
                report(.dependentRequiredRemoved, inside, "it no longer asks for \(name)", before, after, at: old?.location, new?.location)
            }
        }
    }
}
