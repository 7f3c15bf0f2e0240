import SpecYAML

extension ObjectReader {
    /// Takes fields that OpenAPI 3 has and Swagger 2.0 has not, and says what stands in their place.
    mutating func leaveOutNewer(_ fields: KeyValuePairs<StaticString, String>) {
        guard hasUnread else { return }
        for (name, advice) in fields where peek(name) != nil {
            guard let entry = entry(name) else { continue }
            context.warning(at: entry.key.location, "'\(name)' is a field of OpenAPI 3, not of Swagger 2.0; \(advice), for it is left out")
        }
    }

    /// Warns of a field that OpenAPI 3 has and Swagger 2.0 has not, but that is read all the same.
    func acceptNewer(_ name: StaticString) {
        guard let entry = node.entries.first(where: { $0.key.hasText(name) }) else { return }
        context.warning(
            at: entry.key.location,
            "'\(name)' is a field of OpenAPI 3, not of Swagger 2.0; it is read as there, but other tools may pass over it"
        )
    }
}
