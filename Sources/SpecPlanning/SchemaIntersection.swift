import SpecDocument
import SpecYAML

extension Schema {
    /// One schema whose values are those of both, and the keywords by which they contradict each other: of those the first one's stays.
    ///
    /// Annotations are the second one's where it has them.
    func intersection(with second: Schema) -> (schema: Schema, contradictions: [String]) {
        var merged = self
        var contradictions: [String] = []
        if boolean == nil || second.boolean == false { merged.boolean = second.boolean }
        merged.intersectTypes(with: second, &contradictions)
        merged.intersectValues(with: second, &contradictions)
        merged.format = second.format ?? format
        merged.title = second.title ?? title
        merged.description = second.description ?? description
        merged.defaultValue = second.defaultValue ?? defaultValue
        merged.deprecated = deprecated || second.deprecated
        merged.readOnly = readOnly || second.readOnly
        merged.writeOnly = writeOnly || second.writeOnly
        for entry in second.properties {
            merged.properties.append(
                .init(key: entry.key, location: entry.location, value: properties[entry.key].both(entry.value, at: entry.location))
            )
        }
        merged.required += second.required.filter { !required.contains($0) }
        if let additional = second.additionalProperties {
            merged.additionalProperties = additionalProperties.both(additional, at: second.location)
        }
        if let items = second.items { merged.items = self.items.both(items, at: second.location) }
        merged.intersectAlternatives(with: second)
        merged.constraints = constraints.both(second.constraints)
        merged.applicators = second.applicators.map { applicators?.extended(by: $0) ?? $0 } ?? applicators
        merged.discriminator = second.discriminator ?? discriminator
        merged.allOf += second.allOf
        return (merged, contradictions)
    }

    private mutating func intersectTypes(with second: Schema, _ contradictions: inout [String]) {
        let (mine, others) = (valueTypes, second.valueTypes)
        let saysNull = !types.isEmpty || nullable
        let secondSaysNull = !second.types.isEmpty || second.nullable
        // A lone `nullable: true` beside `allOf` is how OpenAPI 3.0 makes a reference nullable.
        nullable =
            saysNull && secondSaysNull
            ? isNullable && second.isNullable || second.nullable && second.types.isEmpty : isNullable || second.isNullable
        if mine.isEmpty || others.isEmpty {
            types = mine + others
            return
        }
        let common =
            mine.filter { others.contains($0) || ($0 == .integer && others.contains(.number)) }
            + (mine.contains(.number) && others.contains(.integer) && !mine.contains(.integer) ? [.integer] : [])
        if common.isEmpty { contradictions.append("type") }
        types = common.isEmpty ? mine : common
    }

    private mutating func intersectValues(with second: Schema, _ contradictions: inout [String]) {
        if let constant, let other = second.constant, constant.text != other.text { contradictions.append("const") }
        constant = constant ?? second.constant
        guard let values = enumeration, let others = second.enumeration else {
            enumeration = enumeration ?? second.enumeration
            return
        }
        let texts = Set(others.map(\.text))
        let common = values.filter { texts.contains($0.text) }
        if common.isEmpty { contradictions.append("enum") } else { enumeration = common }
    }

    private mutating func intersectAlternatives(with second: Schema) {
        for alternatives in [second.oneOf, second.anyOf] where !alternatives.isEmpty {
            if oneOf.isEmpty {
                oneOf = alternatives
            } else {
                anyOf = anyOf.isEmpty ? alternatives : anyOf
            }
        }
    }

    /// Its types but null.
    var valueTypes: [SchemaType] { types.contains(.null) ? types.filter { $0 != .null } : types }

    /// Removes what belongs to a schema where it stands, not to one made of it.
    mutating func removeAnnotations(keepingDescription: Bool) {
        title = nil
        if !keepingDescription { description = nil }
        deprecated = false
        examples = []
        xml = nil
        externalDocs = nil
        identity = nil
    }
}

extension Referenced<Schema>? {
    /// What is both this and another.
    fileprivate func both(_ other: Referenced<Schema>, at location: Location) -> Referenced<Schema> {
        guard let self else { return other }
        if self.inline?.isAnything == true { return other }
        if other.inline?.isAnything == true || self.isSame(as: other) { return self }
        if self.inline?.boolean == false { return self }
        if other.inline?.boolean == false { return other }
        var both = Schema(location: location)
        both.allOf = [self, other]
        return .inline(both)
    }
}

extension Referenced<Schema> {
    fileprivate func isSame(as other: Referenced<Schema>) -> Bool {
        switch (self, other) {
        case (.inline(let first), .inline(let second)): first.location == second.location
        case (.reference(let first), .reference(let second)): first.text == second.text && second.siblings == nil
        default: false
        }
    }
}

extension Schema.Constraints? {
    /// The narrower of each bound. Of two patterns the first one counts.
    fileprivate func both(_ second: Schema.Constraints?) -> Schema.Constraints? {
        guard var merged = self, let second else { return self ?? second }
        merged.narrow(\.minimum, second.minimum) { $0.double > $1.double }
        merged.narrow(\.maximum, second.maximum) { $0.double < $1.double }
        merged.exclusiveMinimum = merged.exclusiveMinimum ?? second.exclusiveMinimum
        merged.exclusiveMaximum = merged.exclusiveMaximum ?? second.exclusiveMaximum
        for bound in [\Schema.Constraints.minLength, \.minItems, \.minProperties] { merged.narrow(bound, second[keyPath: bound], by: >) }
        for bound in [\Schema.Constraints.maxLength, \.maxItems, \.maxProperties] { merged.narrow(bound, second[keyPath: bound], by: <) }
        merged.multipleOf = merged.multipleOf ?? second.multipleOf
        merged.pattern = merged.pattern ?? second.pattern
        merged.uniqueItems = merged.uniqueItems || second.uniqueItems
        return merged
    }
}

extension Schema.Constraints {
    fileprivate mutating func narrow<Bound>(_ bound: WritableKeyPath<Self, Bound?>, _ other: Bound?, by isNarrower: (Bound, Bound) -> Bool)
    {
        guard let other else { return }
        self[keyPath: bound] = self[keyPath: bound].map { isNarrower(other, $0) ? other : $0 } ?? other
    }
}

extension Schema.Applicators {
    fileprivate func extended(by second: Schema.Applicators) -> Schema.Applicators {
        var merged = self
        merged.not = not ?? second.not
        merged.ifSchema = ifSchema ?? second.ifSchema
        if prefixItems.isEmpty { merged.prefixItems = second.prefixItems }
        merged.contains = contains ?? second.contains
        for entry in second.patternProperties { merged.patternProperties.append(entry) }
        merged.propertyNames = propertyNames ?? second.propertyNames
        merged.unevaluatedItems = unevaluatedItems ?? second.unevaluatedItems
        merged.unevaluatedProperties = unevaluatedProperties ?? second.unevaluatedProperties
        for entry in second.dependentSchemas { merged.dependentSchemas.append(entry) }
        merged.contentEncoding = contentEncoding ?? second.contentEncoding
        merged.contentMediaType = contentMediaType ?? second.contentMediaType
        merged.contentSchema = contentSchema ?? second.contentSchema
        return merged
    }
}
