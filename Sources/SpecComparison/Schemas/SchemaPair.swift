import SpecDocument
import SpecYAML

/// Two groups of schemas that are compared in one direction.
struct SchemaPair: Hashable {
    var old: [Location]
    var new: [Location]
    var direction: Direction
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

/// The components that have another one in their `allOf`, by its name.
struct Descendants {
    private var byBase: [String: [String]] = [:]

    init(of document: Document) {
        for entry in document.components.schemas {
            for member in entry.value.inline?.allOf ?? [] {
                if let name = document.componentName(of: member) { byBase[name, default: []].append(entry.key) }
            }
        }
    }

    /// Its children, their children, and so on.
    subscript(base: String) -> [String] {
        var found: [String] = []
        var seen: Set = [base]
        var next = byBase[base] ?? []
        while !next.isEmpty {
            next = next.filter { seen.insert($0).inserted }
            found += next
            next = next.flatMap { byBase[$0] ?? [] }
        }
        return found
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
