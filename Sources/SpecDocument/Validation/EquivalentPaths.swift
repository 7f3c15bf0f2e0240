import SpecYAML

extension Document {
    /// Paths that differ in the names of their parameters only, so that no request tells them apart.
    func equivalentPaths() -> [Diagnostic] {
        var seen: [String: OrderedMap<String, Referenced<PathItem>>.Entry] = [:]
        return paths.compactMap { entry in
            guard let shape = PathTemplate(entry.key)?.shape, let other = seen.updateValue(entry, forKey: shape) else { return nil }
            return Diagnostic(
                .error,
                at: entry.location,
                "the path '\(entry.key)' matches the same requests as '\(other.key)' at \(other.location); put all operations under one"
            )
        }
    }
}
