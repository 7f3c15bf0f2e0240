import SpecDocument

extension Document {
    /// The components that have a base with a discriminator in their `allOf`, by the base's name: children, their children, and so on.
    func descendantsOfBases() -> [String: [String]] {
        // Frameworks write a base that may be null as a component of its own.
        let descendants = Descendants(of: self) { $0.describedReference?.isNullable != true }
        var found: [String: [String]] = [:]
        for entry in components.schemas {
            guard let schema = entry.value.inline, schema.discriminator != nil, schema.oneOf.isEmpty, schema.anyOf.isEmpty else { continue }
            let names = descendants[entry.key]
            if !names.isEmpty { found[entry.key] = names }
        }
        return found
    }
}
