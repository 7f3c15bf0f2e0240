import SpecDocument
import SpecYAML

extension Comparer {
    func compareProperties(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        for entry in before.properties {
            let old = Property(entry, in: before, of: self.old, place.direction)
            guard let other = after.properties.entry(entry.key) else {
                remove(old, before, after, place)
                continue
            }
            compare(old, Property(other, in: after, of: new, place.direction), before, after, place)
        }
        for entry in after.properties where before.properties.entry(entry.key) == nil {
            add(Property(entry, in: after, of: new, place.direction), before, after, place)
        }
        compareRequiredStrangers(before, after, place)
    }

    /// A property of an object as values of one direction have it.
    private struct Property {
        var name: String
        var location: Location
        var group: SchemaGroup
        var isRequired: Bool
        var hasDefault: Bool
        /// Whether it is not sent in this direction.
        var isLeftOut: Bool
        var isDeprecated: Bool
        var sunset: YAMLNode?
        var stability: YAMLNode?

        init(_ entry: OrderedMap<String, SchemaGroup>.Entry, in object: FlatSchema, of document: Document, _ direction: Direction) {
            let schemas = document.conjuncts(of: entry.value)
            name = entry.key
            location = entry.location
            group = entry.value
            isRequired = object.required[entry.key] != nil
            hasDefault = schemas.contains { $0.defaultValue != nil }
            isLeftOut = schemas.contains { direction == .request ? $0.readOnly : $0.writeOnly }
            isDeprecated = schemas.contains(where: \.deprecated)
            sunset = schemas.lazy.compactMap { $0.extensions["x-sunset"] }.first
            stability = schemas.lazy.compactMap { $0.extensions["x-stability-level"] }.first
        }
    }

    private func anchor(_ name: String, _ before: FlatSchema, _ after: FlatSchema) -> Anchor {
        .property(name: name, old: before.location, new: after.location)
    }

    private func remove(_ old: Property, _ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        guard !old.isLeftOut else {
            if !old.isRequired || place.direction == .request, let location = after.required[old.name] {
                let inside = place.adding("property \(old.name)")
                report(.propertyBecameRequired, inside, "it is required, and was left out", before, after, at: old.location, location)
            }
            return
        }
        let isEarly = old.isDeprecated && old.sunset.map { $0.text > today } == true
        let rule: SchemaRule =
            isEarly
            ? .propertyRemovedBeforeSunset
            : old.isRequired && place.direction == .response
                ? .requiredPropertyRemoved
                : after.isClosed && after.unnamedProperty(old.name) == nil
                    ? .propertyRemovedFromClosedObject : old.isRequired ? .requiredPropertyRemoved : .optionalPropertyRemoved
        let text =
            "the \(old.isRequired ? "required" : "optional") property is gone"
            + (isEarly ? ", before its sunset \(old.sunset?.text ?? "")" : "")
        report(
            rule,
            place.adding("property \(old.name)"),
            text,
            before,
            after,
            at: old.location,
            nil,
            anchor: anchor(old.name, before, after)
        )
        let inside = place.adding("property \(old.name)")
        if !old.isRequired, let location = after.required[old.name] {
            report(.propertyBecameRequired, inside, "it is required, and was optional", before, after, at: old.location, location)
        }
        // What has no name of its own any more is one of the other properties.
        if let others = after.unnamedProperty(old.name) { compareSchemas(old.group, others, inside) }
    }

    private func add(_ new: Property, _ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        guard !new.isLeftOut else { return }
        let isRefused = FlatSchema(new.group, of: self.new).isNever
        let rule: SchemaRule =
            if isRefused, !before.isClosed {
                .propertyRefused
            } else if new.isRequired, before.required[new.name] == nil {
                new.hasDefault ? .requiredPropertyWithDefaultAdded : .requiredPropertyAdded
            } else {
                before.isClosed && before.unnamedProperty(new.name) == nil ? .propertyAddedToClosedObject : .optionalPropertyAdded
            }
        let text = isRefused ? "it is refused" : "the \(new.isRequired ? "required" : "optional") property is new"
        report(
            rule,
            place.adding("property \(new.name)"),
            text,
            before,
            after,
            at: nil,
            new.location,
            anchor: anchor(new.name, before, after)
        )
        let inside = place.adding("property \(new.name)")
        if !new.isRequired, let location = before.required[new.name] {
            report(.propertyBecameOptional, inside, "it is optional, and was required", before, after, at: location, new.location)
        }
        // Under its name, another property was sent before: one of the others, or whatever had to be there.
        let stranger = before.required[new.name] == nil ? nil : [Referenced.inline(Schema(location: before.location))]
        if let others = before.unnamedProperty(new.name) ?? stranger { compareSchemas(others, new.group, inside) }
    }

    private func compare(_ old: Property, _ new: Property, _ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        var inside = place.adding("property \(old.name)")
        inside.holder = anchor(old.name, before, after)
        func tell(_ rule: SchemaRule, _ text: String) {
            report(rule, inside, text, before, after, at: old.location, new.location, anchor: anchor(old.name, before, after))
        }
        switch (old.isLeftOut, new.isLeftOut) {
        case (true, true): return
        case (false, true):
            let isReadOnly = place.direction == .request
            let rule: SchemaRule =
                isReadOnly
                ? old.isRequired ? .requiredPropertyBecameReadOnly : .optionalPropertyBecameReadOnly
                : old.isRequired ? .requiredPropertyBecameWriteOnly : .optionalPropertyBecameWriteOnly
            tell(rule, isReadOnly ? "it is read-only" : "it is write-only")
            return
        case (true, false):
            let isReadOnly = place.direction == .request
            let rule: SchemaRule =
                isReadOnly
                ? new.isRequired ? .requiredPropertyNoLongerReadOnly : .optionalPropertyNoLongerReadOnly
                : new.isRequired ? .requiredPropertyNoLongerWriteOnly : .optionalPropertyNoLongerWriteOnly
            tell(rule, isReadOnly ? "it is no longer read-only" : "it is no longer write-only")
            return
        case (false, false): break
        }
        if old.isRequired != new.isRequired {
            let text = new.isRequired ? "it is required, and was optional" : "it is optional, and was required"
            tell(new.isRequired ? .propertyBecameRequired : .propertyBecameOptional, text)
        }
        if old.isDeprecated != new.isDeprecated {
            let until = new.sunset.map { " until \($0.text)" } ?? ""
            tell(
                new.isDeprecated ? .propertyDeprecated : .propertyReinstated,
                new.isDeprecated ? "it is deprecated\(until)" : "it is no longer deprecated"
            )
        }
        compareSunsets(old, new, tell)
        compareStability(old, new, tell)
        switch (before.refuses(old.name), after.refuses(new.name)) {
        case (false, true): tell(.propertyRemovedFromClosedObject, "it is refused by a schema that does not name it")
        case (true, false): tell(.propertyAddedToClosedObject, "it is no longer refused by a schema that does not name it")
        default: break
        }
        compareSchemas(old.group, new.group, inside)
    }

    private func compareSunsets(_ old: Property, _ new: Property, _ tell: (SchemaRule, String) -> Void) {
        guard old.isDeprecated || new.isDeprecated else { return }
        let change = SunsetChange(from: old.sunset?.text, to: new.sunset?.text, isDeprecated: new.isDeprecated, today: today)
        switch change?.kind {
        case nil: break
        // That is told with the deprecation.
        case .added: if old.isDeprecated { tell(.propertySunsetAdded, change?.text ?? "") }
        case .removed: tell(.propertySunsetRemoved, change?.text ?? "")
        case .earlier: tell(.propertySunsetEarlier, change?.text ?? "")
        case .later: tell(.propertySunsetLater, change?.text ?? "")
        case .invalid: tell(.propertySunsetInvalid, change?.text ?? "")
        case .over: tell(.propertySunsetOver, change?.text ?? "")
        }
    }

    private func compareStability(_ old: Property, _ new: Property, _ tell: (SchemaRule, String) -> Void) {
        guard let change = StabilityChange(from: old.stability?.text, to: new.stability?.text) else { return }
        switch change.kind {
        case .decreased: tell(.propertyStabilityDecreased, change.text)
        case .increased: tell(.propertyStabilityIncreased, change.text)
        case .unknown: tell(.propertyStabilityUnknown, change.text)
        }
    }

    /// Names that are required of an object whose schema says nothing else of them.
    private func compareRequiredStrangers(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        for name in before.required.keys.sorted()
        where after.required[name] == nil && before.properties[name] == nil && after.properties[name] == nil {
            let inside = place.adding("property \(name)")
            report(.propertyBecameOptional, inside, "it is optional, and was required", before, after, at: before.required[name], nil)
        }
        for name in after.required.keys.sorted()
        where before.required[name] == nil && before.properties[name] == nil && after.properties[name] == nil {
            let inside = place.adding("property \(name)")
            report(.propertyBecameRequired, inside, "it is required, and was optional", before, after, at: nil, after.required[name])
        }
    }

    func compareAdditional(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        let inside = place.adding("additionalProperties")
        let (old, new) = (before.additional?.value ?? [], after.additional?.value ?? [])
        func tell(_ rule: SchemaRule, _ text: String) {
            report(rule, inside, text, before, after, at: before.additional?.location, after.additional?.location)
        }
        switch (before.isClosed, after.isClosed) {
        case (true, true): return
        case (true, false): tell(.additionalPropertiesAllowed, "other properties are allowed")
        case (false, true): tell(.additionalPropertiesRefused, "other properties are refused")
        case (false, false):
            let (oldSchemas, newSchemas) = (old.filter { !$0.allowsAnything }, new.filter { !$0.allowsAnything })
            switch (oldSchemas.isEmpty, newSchemas.isEmpty) {
            case (true, true): return
            case (true, false): tell(.additionalPropertiesSchemaAdded, "other properties have a schema")
            case (false, true): tell(.additionalPropertiesSchemaRemoved, "other properties may be anything")
            case (false, false): compareSchemas(oldSchemas, newSchemas, inside)
            }
        }
    }
}
