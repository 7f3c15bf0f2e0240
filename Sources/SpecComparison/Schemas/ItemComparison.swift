import SpecDocument
import SpecYAML

extension Comparer {
    func compareItems(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        if before.asksForContained || after.asksForContained {
            let old = before.items == nil ? before.unevaluatedItems : nil
            let new = after.items == nil ? after.unevaluatedItems : nil
            if (old == nil) != (new == nil) || !isSame(old?.value ?? [], new?.value ?? [], place.direction) {
                let text = "unevaluatedItems has changed beside contains"
                report(.unevaluatedChanged, place, text, before, after, at: old?.location, new?.location)
            }
        }
        // Where there may be none, their number tells it all.
        guard before.hasFurtherItems, after.hasFurtherItems else { return }
        func group(_ schema: FlatSchema) -> SchemaGroup { schema.items?.value.filter { !$0.allowsAnything } ?? [] }
        compare(group(before), group(after), .itemsAdded, .itemsRemoved, "items", before, after, place)
    }

    func compareApplicators(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        compareDependentRequired(before, after, place)
        guard !before.applicators.isEmpty || !after.applicators.isEmpty else { return }
        func part(_ keyword: (Schema.Applicators) -> Referenced<Schema>?, _ added: SchemaRule, _ removed: SchemaRule, _ name: String) {
            let old = before.applicators.compactMap { keyword($0.value) }.filter { !$0.allowsAnything }
            let new = after.applicators.compactMap { keyword($0.value) }.filter { !$0.allowsAnything }
            compare(old, new, added, removed, name, before, after, place)
        }
        part(\.propertyNames, .propertyNamesAdded, .propertyNamesRemoved, "propertyNames")
        part(\.contentSchema, .contentSchemaAdded, .contentSchemaRemoved, "contentSchema")
        comparePatternProperties(before, after, place)
        compareMaps(\.dependentSchemas, [.dependentSchemaAdded, .dependentSchemaRemoved], "dependentSchemas", before, after, place)
        comparePrefixItems(before, after, place)
        compareContains(before, after, place)
        compareNegations(before, after, place)
        compareConditions(before, after, place)
        compareContent(before, after, place)
    }

    /// A keyword that applies a schema to a part of the value.
    func compare(
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
        let (old, new) = (before.prefixItems, after.prefixItems)
        // Where there may be no item, none is compared.
        let count = [before, after].compactMap { $0.limits[.maxItems]?.value }.min()
        for position in 0..<min(max(old.count, new.count), count ?? .max) {
            // What has no schema of its own has that of all others.
            let was = (position < old.count ? old[position] : before.items?.value ?? []).filter { !$0.allowsAnything }
            let now = (position < new.count ? new[position] : after.items?.value ?? []).filter { !$0.allowsAnything }
            compare(was, now, .prefixItemsAdded, .prefixItemsRemoved, "item \(position + 1)", before, after, place)
        }
    }

    private func compareContent(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        func part(_ keyword: (Schema.Applicators) -> String?, _ rule: SchemaRule, _ name: String, _ format: ContentFormat) {
            let old = Set(before.applicators.compactMap { keyword($0.value) }).sorted()
            let new = Set(after.applicators.compactMap { keyword($0.value) }).sorted()
            guard old != new else { return }
            // One says it by the keyword, and the other by the format.
            let isFormat = old.isEmpty != new.isEmpty && (old + new).allSatisfy { $0.lowercased() == format.value }
            if isFormat, before.says(format: format.rawValue), after.says(format: format.rawValue) { return }
            report(rule, place, "\(name) went from \(old.list ?? "none") to \(new.list ?? "none")", before, after)
        }
        part(\.contentEncoding, .contentEncodingChanged, "contentEncoding", .byte)
        part(\.contentMediaType, .contentMediaTypeChanged, "contentMediaType", .binary)
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

extension [String] {
    fileprivate var list: String? { isEmpty ? nil : joined(separator: " and ") }
}

extension FlatSchema {
    /// Whether there may be items besides the first, which have schemas of their own.
    fileprivate var hasFurtherItems: Bool { limits[.maxItems].map { $0.value > prefixItems.count } ?? true }

    /// The schemas of the first items: of each, what all members of an `allOf` say.
    var prefixItems: [SchemaGroup] {
        let lists = applicators.map(\.value.prefixItems)
        return (0..<(lists.map(\.count).max() ?? 0)).map { position in lists.compactMap { position < $0.count ? $0[position] : nil } }
    }
}
