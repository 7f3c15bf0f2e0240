/// The components that have another one in their `allOf`, by its name.
public struct Descendants: Sendable {
    private var byBase: [String: [String]] = [:]

    /// - Parameter isChild: which schemas count that have another one in their `allOf`.
    public init(of document: Document, where isChild: (Schema) -> Bool = { _ in true }) {
        for entry in document.components.schemas {
            guard let schema = entry.value.inline, !schema.allOf.isEmpty, isChild(schema) else { continue }
            for reference in schema.allOf.compactMap(\.reference) {
                guard let base = (try? document.target(of: reference))?.name else { continue }
                byBase[base, default: []].append(entry.key)
            }
        }
    }

    /// Its children, their children, and so on.
    public subscript(base: String) -> [String] {
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
