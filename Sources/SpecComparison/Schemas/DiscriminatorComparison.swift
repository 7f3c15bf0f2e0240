import SpecDocument
import SpecYAML

extension Comparer {
    /// Compares what a base schema may turn out to be.
    func compareDescendants(_ before: FlatSchema, _ after: FlatSchema, _ place: SchemaContext) {
        guard before.discriminator != nil || after.discriminator != nil else { return }
        guard let oldBase = before.components.first, let newBase = after.components.first else {
            if before.ownsDiscriminator || after.ownsDiscriminator {
                compare(before.discriminator, after.discriminator, (.init(), .init()), .init(), before, after, place)
            }
            return
        }
        let (oldHeirs, newHeirs) = (oldDescendants[oldBase], newDescendants[newBase])
        // A descendant has the discriminator of its base, where it is told.
        guard before.ownsDiscriminator || after.ownsDiscriminator || !oldHeirs.isEmpty || !newHeirs.isEmpty else { return }
        let values = (
            old: old.values(of: before.discriminator, for: [oldBase] + oldHeirs, isOwn: before.ownsDiscriminator),
            new: new.values(of: after.discriminator, for: [newBase] + newHeirs, isOwn: after.ownsDiscriminator)
        )
        var told = DiscriminatedComponents()
        told.counterparts[oldBase] = newBase
        let newNames = Set(newHeirs).union(values.new.all.map(\.component))
        var seen: Set = [oldBase]
        for name in oldHeirs + values.old.all.map(\.component) where seen.insert(name).inserted {
            if let other = newNames.contains(name) ? name : values.old.counterpart(of: name, in: values.new), other != newBase {
                told.counterparts[name] = other
                compareSchemas([heir(name, before, place.anchor.old)], [heir(other, after, place.anchor.new)], place)
            } else if oldHeirs.contains(name) {
                report(.descendantRemoved, place, "\(name) is no longer a descendant", before, after)
                told.gone.insert(name)
            }
        }
        let kept = Set(told.counterparts.values)
        for name in newHeirs where !kept.contains(name) {
            report(.descendantAdded, place, "\(name) is a new descendant", before, after)
            told.added.insert(name)
        }
        compare(before.discriminator, after.discriminator, values, told, before, after, place)
    }

    private func heir(_ name: String, _ base: FlatSchema, _ location: Location?) -> Referenced<Schema> {
        .reference(Reference<Schema>(text: "#/components/schemas/\(name)", location: location ?? base.location))
    }

    func compare(
        _ old: Discriminator?,
        _ new: Discriminator?,
        _ values: (old: DiscriminatorValues, new: DiscriminatorValues),
        _ told: DiscriminatedComponents,
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) {
        let inside = place.adding("discriminator")
        func tell(_ rule: SchemaRule, _ text: String) { report(rule, inside, text, before, after, at: old?.location, new?.location) }
        switch (old, new) {
        case (nil, nil): return
        case (nil, let new?): tell(.discriminatorAdded, "\(new.propertyName) tells the alternatives apart")
        case (let old?, nil): tell(.discriminatorRemoved, "\(old.propertyName) no longer tells the alternatives apart")
        case (let old?, let new?):
            if old.propertyName != new.propertyName {
                tell(.discriminatorPropertyChanged, "the property went from \(old.propertyName) to \(new.propertyName)")
            }
            compare(values.old, values.new, told, before, after, inside)
            compareDefaults(old, new, told, tell)
        }
    }

    private func compare(
        _ old: DiscriminatorValues,
        _ new: DiscriminatorValues,
        _ told: DiscriminatedComponents,
        _ before: FlatSchema,
        _ after: FlatSchema,
        _ place: SchemaContext
    ) {
        for value in old.all {
            if let other = new.byText[value.text] {
                guard told.counterparts[value.component] ?? value.component != other.component else { continue }
                let text = "the value \(value.text) went from \(value.component) to \(other.component)"
                report(.discriminatorMappingChanged, place, text, before, after, at: value.location, other.location)
            } else if !told.gone.contains(value.component) {
                let text = "the value \(value.text) is gone"
                report(.discriminatorMappingRemoved, place, text, before, after, at: value.location, nil)
            }
        }
        for value in new.all where old.byText[value.text] == nil && !told.added.contains(value.component) {
            report(.discriminatorMappingAdded, place, "the value \(value.text) is new", before, after, at: nil, value.location)
        }
    }

    /// What values that stand for nothing else stand for (OpenAPI 3.2).
    private func compareDefaults(
        _ old: Discriminator,
        _ new: Discriminator,
        _ told: DiscriminatedComponents,
        _ tell: (SchemaRule, String) -> Void
    ) {
        let was = old.defaultMapping.map { self.old.mappedComponent($0, at: old.location) }
        let now = new.defaultMapping.map { self.new.mappedComponent($0, at: new.location) }
        switch (was, now) {
        case (nil, nil): return
        case (nil, let now?): tell(.discriminatorDefaultAdded, "a value that stands for nothing else stands for \(now)")
        case (let was?, nil): tell(.discriminatorDefaultRemoved, "a value that stands for nothing else no longer stands for \(was)")
        case (let was?, let now?):
            guard told.counterparts[was] ?? was != now else { return }
            tell(.discriminatorMappingChanged, "a value that stands for nothing else went from \(was) to \(now)")
        }
    }
}

extension Document {
    /// - Parameter isOwn: whether its mapping is about the descendants alone, and not about those of its own base as well.
    fileprivate func values(of discriminator: Discriminator?, for components: [String], isOwn: Bool) -> DiscriminatorValues {
        let values = values(of: discriminator, for: components)
        return isOwn ? values : values.of(components)
    }
}
