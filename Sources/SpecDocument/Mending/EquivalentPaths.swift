import SpecYAML

extension Document {
    /// Paths that differ in the names of their parameters only: no request tells them apart, so that one of them is served.
    func equivalentPaths() -> [Diagnostic] {
        var seen: [String: OrderedMap<String, Referenced<PathItem>>.Entry] = [:]
        return paths.compactMap { entry in
            guard let shape = PathTemplate(entry.key)?.shape, let other = seen.updateValue(entry, forKey: shape) else { return nil }
            let methods = Set(find(entry.value)?.operations.keys ?? [])
            let haveOneInCommon = !methods.isDisjoint(with: find(other.value)?.operations.keys ?? [])
            let consequence = haveOneInCommon ? ", for a service answers one of them alone" : ""
            return Diagnostic(
                .warning,
                at: entry.location,
                "the path '\(entry.key)' matches the same requests as '\(other.key)' at \(other.location); put all operations under one\(consequence)"
            )
        }
    }
}
