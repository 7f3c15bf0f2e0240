public import SpecYAML

/// Which operations of a description are wanted: those that one of the lists names.
public struct OperationFilter: Sendable {
    public var tags: Set<String> = []
    /// Paths, in which `*` stands for any text without a slash and `**` for any text: `/pets/*`, `/pets/**`.
    public var paths: [String] = []
    public var operationIDs: Set<String> = []
    /// Where the configuration says so.
    public var location: Location

    public init(location: Location) { self.location = location }

    func accepts(_ operation: Operation, at path: String) -> Bool {
        if let id = operation.operationId?.text, operationIDs.contains(id) { return true }
        return operation.tags.contains(where: tags.contains) || paths.contains { Self.matches(path[...], pattern: $0[...]) }
    }

    /// Works from the front; a star tries the shortest text first.
    private static func matches(_ path: Substring, pattern: Substring) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        guard first == "*" else { return path.first == first && matches(path.dropFirst(), pattern: pattern.dropFirst()) }
        let crossesSlashes = pattern.dropFirst().first == "*"
        let rest = pattern.drop { $0 == "*" }
        var candidate = path
        while true {
            if matches(candidate, pattern: rest) { return true }
            guard let next = candidate.first, crossesSlashes || next != "/" else { return false }
            candidate = candidate.dropFirst()
        }
    }
}

extension Document {
    /// The description with the wanted operations alone, and the components that they need; and what the filter names in vain.
    public func filtered(by filter: OperationFilter) -> (document: Document, diagnostics: [Diagnostic]) {
        var filtered = self
        filtered.paths = wanted(paths, by: filter)
        filtered.webhooks = wanted(webhooks, by: filter)
        filtered.components = filtered.reachableComponents()
        return (filtered, unmatched(filter))
    }

    private func wanted(
        _ items: OrderedMap<String, Referenced<PathItem>>,
        by filter: OperationFilter
    ) -> OrderedMap<String, Referenced<PathItem>> {
        OrderedMap(
            items.compactMap { entry in
                guard var item = find(entry.value) else { return nil }
                item.operations = OrderedMap(item.operations.filter { filter.accepts($0.value, at: entry.key) })
                guard !item.operations.isEmpty else { return nil }
                return .init(key: entry.key, location: entry.location, value: .inline(item))
            }
        )
    }

    private func unmatched(_ filter: OperationFilter) -> [Diagnostic] {
        let all = (Array(paths) + Array(webhooks)).flatMap { entry in
            (find(entry.value)?.operations.values ?? []).map { (path: entry.key, operation: $0) }
        }
        var findings: [Diagnostic] = []
        func check(_ names: some Sequence<String>, _ what: String, _ accepts: (OperationFilter, String) -> OperationFilter) {
            for name in names.sorted() {
                let alone = accepts(OperationFilter(location: filter.location), name)
                guard !all.contains(where: { alone.accepts($0.operation, at: $0.path) }) else { continue }
                let message = "no operation has the \(what) '\(name)'; correct it, or remove it"
                findings.append(Diagnostic(.warning, at: filter.location, message))
            }
        }
        check(filter.tags, "tag") { $0.with(tags: [$1]) }
        check(filter.paths, "path") { $0.with(paths: [$1]) }
        check(filter.operationIDs, "operationId") { $0.with(operationIDs: [$1]) }
        return findings
    }
}

extension OperationFilter {
    fileprivate func with(tags: Set<String> = [], paths: [String] = [], operationIDs: Set<String> = []) -> OperationFilter {
        var filter = OperationFilter(location: location)
        (filter.tags, filter.paths, filter.operationIDs) = (tags, paths, operationIDs)
        return filter
    }
}
