import SpecDocument
import SpecYAML

extension VersionPlanner {
    /// What a schema says, all in one: references are followed, `allOf` is merged in, and the alternatives of `oneOf` and `anyOf` all stand in
    /// `oneOf`, without null. Nil where a reference leads nowhere, which reading has reported.
    mutating func settled(_ schema: Referenced<Schema>) -> Schema? {
        switch schema {
        case .inline(let schema):
            return settled(schema)
        case .reference(let reference):
            guard let target = settledTarget(of: reference) else { return nil }
            guard let siblings = reference.siblings else { return target }
            return merging([target.asPart(of: siblings, isOpen: isSettling)], into: siblings)
        }
    }

    mutating func settled(_ schema: Schema) -> Schema {
        if schema.allOf.isEmpty, schema.oneOf.isEmpty, schema.anyOf.isEmpty, schema.constant == nil { return schema }
        var own = schema
        own.allOf = []
        settlingDepth += 1
        defer { settlingDepth -= 1 }
        guard settlingDepth < 100 else {
            warn(at: schema.location, "the schema is made of itself; what it says by 'allOf', 'oneOf' and 'anyOf' is passed over")
            (own.oneOf, own.anyOf) = ([], [])
            return own
        }
        return merging(schema.allOf.compactMap { settled($0)?.asPart(of: schema, isOpen: isSettling) }, into: own)
    }

    /// A component, settled, so that a base which is one of it and others is none of them within it.
    mutating func settledComponent(_ schema: Referenced<Schema>, key: String) -> Schema? {
        if let known = settledTargets[key] { return known }
        guard settling.insert(key).inserted else { return settled(schema) }
        defer { settling.remove(key) }
        return settled(schema)
    }

    /// Whether a reference leads to what is being settled.
    private func isSettling(_ reference: Reference<Schema>) -> Bool {
        componentName(of: reference).map { settling.contains($0) } ?? false
    }

    private mutating func settledTarget(of reference: Reference<Schema>) -> Schema? {
        guard let target = try? document.target(of: reference) else { return nil }
        if let known = settledTargets[target.name] { return known }
        guard !settling.contains(target.name) else {
            if reportedCycles.insert(target.name).inserted {
                warn(at: reference.location, "'\(reference.text)' is made of itself; the reference is passed over")
            }
            return Schema(location: reference.location)
        }
        let schema = settledComponent(target.value, key: target.name)
        settledTargets[target.name] = schema
        return schema
    }

    private mutating func merging(_ parts: [Schema], into own: Schema) -> Schema {
        var merged: Schema?
        for var part in parts {
            // Which descendant a base stands for says nothing about the descendant itself.
            if part.oneOf.isEmpty { part.discriminator = nil }
            part.removeAnnotations(keepingDescription: parts.count == 1)
            merged = merged.map { merge(part, onto: $0, at: own.location) } ?? part
        }
        var result = merged.map { merge(own, onto: $0, at: own.location) } ?? own
        result.location = own.location
        settleAlternatives(of: &result)
        return result
    }

    /// What holds by both schemas.
    private mutating func merge(_ second: Schema, onto first: Schema, at location: Location) -> Schema {
        var (merged, contradictions) = first.intersection(with: second)
        for keyword in contradictions {
            warn(at: location, "schemas in 'allOf' contradict each other by '\(keyword)'; the first one counts")
        }
        merged.location = location
        return merged
    }

    private mutating func settleAlternatives(of schema: inout Schema) {
        guard !schema.oneOf.isEmpty || !schema.anyOf.isEmpty else { return }
        let lists = [schema.oneOf, schema.anyOf].filter { !$0.isEmpty }
        schema.anyOf = []
        var alternatives: [Referenced<Schema>] = []
        var isNullable = false
        for alternative in lists[0] {
            guard let described = alternative.inline ?? lookUp(alternative) else { continue }
            if described.isNullAlternative {
                isNullable = true
            } else {
                isNullable = isNullable || described.isNullable
                alternatives.append(alternative)
            }
        }
        if isNullable { schema.nullable = true }
        if lists.count == 2 { alternatives = alternatives.map { $0.allOf(with: lists[1], at: schema.location) } }
        guard !alternatives.allSatisfy({ $0.inline?.isConstraintOnly == true }) else {
            if !alternatives.isEmpty { note(at: schema.location, "which properties go together, by 'oneOf' or 'anyOf', is not checked") }
            schema.oneOf = []
            return
        }
        schema.oneOf = alternatives
        guard alternatives.count == 1, let only = settled(alternatives[0]) else { return }
        schema.oneOf = []
        let discriminator = schema.discriminator
        schema = merging([only], into: schema)
        if !isNullable, schema.discriminator == nil, !schema.oneOf.isEmpty { schema.discriminator = discriminator }
    }
}

extension Schema {
    /// As a part of another schema. A base that lists those which extend it, as frameworks write inheritance, is there for its properties:
    /// what extends it is none of the others on the list.
    fileprivate func asPart(of whole: Schema, isOpen: (Reference<Schema>) -> Bool) -> Schema {
        guard oneOf.contains(where: { $0.reference.map(isOpen) ?? ($0.location == whole.location) }) else { return self }
        var part = self
        part.oneOf = []
        part.discriminator = nil
        return part
    }
}

extension Referenced<Schema> {
    /// What is this, and one of the others.
    fileprivate func allOf(with others: [Referenced<Schema>], at location: Location) -> Referenced<Schema> {
        var union = Schema(location: location)
        union.oneOf = others
        var both = Schema(location: location)
        both.allOf = [self, .inline(union)]
        return .inline(both)
    }
}
