import SpecDocument

extension Document {
    /// The components that have a base with a discriminator in their `allOf`, by the base's name: children, their children, and so on.
    func descendantsOfBases() -> [String: [String]] {
        var children: [String: [String]] = [:]
        for entry in components.schemas {
            for part in entry.value.inline?.allOf ?? [] {
                guard let reference = part.reference, let base = (try? target(of: reference))?.name else { continue }
                // Frameworks write a base that may be null, or is only described, as a component of its own.
                if let described = entry.value.inline?.describedReference, described.isNullable { continue }
                children[base, default: []].append(entry.key)
            }
        }
        var descendants: [String: [String]] = [:]
        for entry in components.schemas {
            guard let schema = entry.value.inline, schema.discriminator != nil, schema.oneOf.isEmpty, schema.anyOf.isEmpty else { continue }
            var found: [String] = []
            var seen: Set = [entry.key]
            var next = children[entry.key] ?? []
            while !next.isEmpty {
                found += next.filter { seen.insert($0).inserted }
                next = next.flatMap { children[$0] ?? [] }.filter { !seen.contains($0) }
            }
            if !found.isEmpty { descendants[entry.key] = found }
        }
        return descendants
    }
}
