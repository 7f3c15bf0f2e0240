import SpecDocument

extension VersionPlanner {
    /// The component schemas that stand in forms of parts, and all that they refer to.
    var formComponents: Set<String> {
        var found: Set<String> = []
        var pending: [Referenced<Schema>] = []
        for item in document.paths.values.compactMap({ lookUp($0) }) {
            for body in item.operations.values.compactMap(\.requestBody).compactMap({ lookUp($0) }) {
                for entry in body.content where entry.key.essence == "multipart/form-data" {
                    if let schema = lookUp(entry.value)?.schema { pending.append(schema) }
                }
            }
        }
        while let schema = pending.popLast() {
            if case .reference(let reference) = schema, let name = componentName(of: reference), !found.insert(name).inserted { continue }
            guard let schema = schema.inline ?? lookUp(schema) else { continue }
            pending += schema.properties.values + schema.allOf + schema.oneOf + schema.anyOf
            if let items = schema.items { pending.append(items) }
        }
        return found
    }
}
