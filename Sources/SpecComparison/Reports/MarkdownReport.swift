import SpecYAML

extension Comparison {
    /// A section for each level, and a table in it.
    public var markdownReport: String {
        guard !changes.isEmpty else { return "No changes." }
        let sections = Level.allCases.reversed().compactMap { level -> String? in
            let found = changes.filter { $0.level == level }
            guard !found.isEmpty else { return nil }
            let rows = found.map(\.row)
            let head = ["| What | Change | Client | Service | Swift | Where |", "| --- | --- | --- | --- | --- | --- |"]
            return (["## \(level.rawValue.prefix(1).uppercased())\(level.rawValue.dropFirst()) (\(found.count))", ""] + head + rows).joined(
                separator: "\n"
            )
        }
        return sections.joined(separator: "\n\n")
    }
}

extension Change {
    fileprivate var row: String {
        let what = uses.isEmpty ? subject : "\(subject) (\(usesShown))"
        let places = "`\(old)` -> `\(new)`<br>`\(rule)`"
        let cells = [what, text, client.text, service.text, symbols.map { "`\($0)`" } ?? "", places]
        return "| " + cells.map(\.cell).joined(separator: " | ") + " |"
    }
}

extension String {
    /// As the cell of a table, where a bar or a line break would end it.
    fileprivate var cell: String {
        split(whereSeparator: \.isNewline).joined(separator: " ").split(separator: "|", omittingEmptySubsequences: false).joined(
            separator: "\\|"
        )
    }
}
