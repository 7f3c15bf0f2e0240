import CloudFlowRuntime
import SpecDocument

extension SchemaValidator.Validation {
    mutating func check(_ items: [SchemaValue], _ schema: Schema, at pointer: String, depth: Int) {
        let first = schema.applicators?.prefixItems ?? []
        for (index, item) in items.enumerated() {
            let place = "\(pointer)/\(index)"
            if index < first.count {
                check(item, first[index], at: place, depth: depth)
            } else if let rest = schema.items {
                check(item, rest, at: place, depth: depth)
            }
        }
        if let constraints = schema.constraints {
            if let minimum = constraints.minItems, items.count < minimum {
                refuse("minItems", at: pointer, "has less than \(minimum) items")
            }
            if let maximum = constraints.maxItems, items.count > maximum {
                refuse("maxItems", at: pointer, "has more than \(maximum) items")
            }
            if constraints.uniqueItems, items.hasTwins { refuse("uniqueItems", at: pointer, "has two items that are equal") }
        }
        if let wanted = schema.applicators?.contains {
            let count = items.count { accepts($0, wanted, depth: depth) }
            let minimum = schema.constraints?.minContains ?? 1
            if count < minimum || count > schema.constraints?.maxContains ?? .max {
                refuse("contains", at: pointer, "has \(count) items of the kind that it must contain")
            }
        }
    }

    mutating func check(_ members: [SchemaValue.Member], _ schema: Schema, at pointer: String, depth: Int) {
        checkPresence(members, schema, at: pointer)
        let patterns = schema.applicators?.patternProperties.compactMap { entry in Pattern(entry.key).map { ($0, entry.value) } } ?? []
        for member in members {
            let place = pointer + "/" + member.name.pointerToken
            var isKnown = false
            if let property = schema.properties[member.name] {
                isKnown = true
                if validator.access == .response, validator.applied(property).contains(where: \.writeOnly) {
                    refuse("writeOnly", at: place, "is only sent, never answered")
                }
                check(member.value, property, at: place, depth: depth)
            }
            for (pattern, property) in patterns where pattern.matches(member.name) {
                isKnown = true
                check(member.value, property, at: place, depth: depth)
            }
            if !isKnown, let additional = schema.additionalProperties {
                if additional.inline?.boolean == false {
                    refuse("additionalProperties", at: place, "is a property that is not allowed")
                } else {
                    check(member.value, additional, at: place, depth: depth)
                }
            }
            if let names = schema.applicators?.propertyNames, !accepts(.string(member.name), names, depth: depth) {
                refuse("propertyNames", at: place, "has a name that is not allowed")
            }
        }
        checkRest(members, schema, at: pointer, depth: depth)
    }

    private mutating func checkPresence(_ members: [SchemaValue.Member], _ schema: Schema, at pointer: String) {
        let names = Set(members.map(\.name))
        for name in schema.required where !names.contains(name) && !isForTheOther(name, schema) {
            refuse("required", at: pointer + "/" + name.pointerToken, "is missing")
        }
        guard let constraints = schema.constraints else { return }
        if let minimum = constraints.minProperties, members.count < minimum {
            refuse("minProperties", at: pointer, "has less than \(minimum) properties")
        }
        if let maximum = constraints.maxProperties, members.count > maximum {
            refuse("maxProperties", at: pointer, "has more than \(maximum) properties")
        }
        for entry in constraints.dependentRequired where names.contains(entry.key) {
            for name in entry.value where !names.contains(name) {
                refuse("dependentRequired", at: pointer + "/" + name.pointerToken, "is missing")
            }
        }
    }

    /// Whether a required property is only for the other direction.
    private func isForTheOther(_ name: String, _ schema: Schema) -> Bool {
        guard let property = schema.properties[name] else { return false }
        return validator.applied(property).contains { validator.access == .request ? $0.readOnly : $0.writeOnly }
    }

    private mutating func checkRest(_ members: [SchemaValue.Member], _ schema: Schema, at pointer: String, depth: Int) {
        guard let rare = schema.applicators else { return }
        for entry in rare.dependentSchemas where members.contains(where: { $0.name == entry.key }) {
            check(.object(members), entry.value, at: pointer, depth: depth)
        }
        guard let rest = rare.unevaluatedProperties else { return }
        let known = namesJudged(by: schema, .object(members), depth: depth)
        for member in members where !known.contains(member.name) {
            check(member.value, rest, at: pointer + "/" + member.name.pointerToken, depth: depth)
        }
    }

    /// The members that a schema, or one that it applies, says something of.
    private func namesJudged(by schema: Schema, _ value: SchemaValue, depth: Int) -> Set<String> {
        guard case .object(let members) = value, depth < 50 else { return [] }
        if schema.additionalProperties != nil { return Set(members.map(\.name)) }
        var names = Set(schema.properties.keys)
        let rare = schema.applicators
        for entry in rare?.patternProperties ?? .init() {
            guard let pattern = Pattern(entry.key) else { continue }
            names.formUnion(members.map(\.name).filter { pattern.matches($0) })
        }
        var parts = schema.allOf + (schema.oneOf + schema.anyOf).filter { accepts(value, $0, depth: depth) }
        if let condition = rare?.ifSchema {
            let holds = accepts(value, condition, depth: depth)
            parts += [holds ? condition : nil, holds ? rare?.thenSchema : rare?.elseSchema].compactMap { $0 }
        }
        for entry in rare?.dependentSchemas ?? .init() where value[entry.key] != nil { parts.append(entry.value) }
        for part in parts.flatMap(validator.applied) { names.formUnion(namesJudged(by: part, value, depth: depth + 1)) }
        return names
    }
}

extension [SchemaValue] {
    /// Whether two of them are equal.
    fileprivate var hasTwins: Bool {
        indices.contains { index in self[..<index].contains { $0.isSame(as: self[index]) } }
    }
}

extension String {
    /// As a part of a JSON pointer (RFC 6901, section 3).
    fileprivate var pointerToken: String { replacing("~", with: "~0").replacing("/", with: "~1") }
}
