import SpecDocument
import SpecYAML

/// Two groups of schemas that are compared in one direction.
struct SchemaPair: Hashable {
    var old: [Location]
    var new: [Location]
    var direction: Direction
    /// Whether their values travel as text.
    var isText: Bool
}

extension Document {
    /// What a reference leads to, if it leads anywhere.
    func find<Kind: Component>(_ referenced: Referenced<Kind>) -> Kind? { try? resolve(referenced) }

    /// The name of the component that a schema is a reference to.
    func componentName(of schema: Referenced<Schema>) -> String? {
        guard let reference = schema.reference else { return nil }
        return (try? target(of: reference))?.name
    }

    /// The name of the component that a group is, with nothing beside it.
    func componentName(of group: SchemaGroup) -> String? {
        guard group.count == 1, let schema = group.first, schema.reference?.siblings == nil else { return nil }
        return componentName(of: schema)
    }

    /// All schemas of a group that hold for its value: what references lead to, what stands beside them, and the members of `allOf`.
    func conjuncts(of group: SchemaGroup) -> [Schema] {
        var found: [Schema] = []
        var pending = group
        var seen: Set<Location> = []
        while let next = pending.popLast() {
            for schema in [next.reference?.siblings, find(next)].compactMap(\.self) where seen.insert(schema.location).inserted {
                found.append(schema)
                pending += schema.allOf
            }
        }
        return found
    }

    /// Where the schemas of a group stand.
    func locations(of group: SchemaGroup) -> [Location] {
        group.flatMap { schema -> [Location] in
            let siblings = schema.reference?.siblings.map { [$0.location] } ?? []
            return siblings + (find(schema).map { [$0.location] } ?? [])
        }
    }
}

extension Referenced<Schema> {
    /// Where the schema, or the reference to it, stands.
    var location: Location {
        switch self {
        case .inline(let schema): schema.location
        case .reference(let reference): reference.location
        }
    }
}
