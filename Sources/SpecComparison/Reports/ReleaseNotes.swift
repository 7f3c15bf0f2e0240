import SpecYAML

extension Comparison {
    /// What a user of the API reads of a new version: a list of what has changed, without places and rules. Markdown.
    ///
    /// - Parameter version: of the newer description.
    public func releaseNotes(of version: String) -> String {
        let told = changes.filter { !$0.isDocumentation && !Self.silent.contains($0.rule) }
        let notes = Level.allCases.reversed().flatMap { level in told.filter { $0.level == level }.map(\.note) }
        let additions = notes.isEmpty ? ["- Nothing changes in what is sent and answered."] : notes
        return (["**\(version)**", ""] + additions).joined(separator: "\n")
    }

    /// What a new version brings along anyway.
    private static let silent: Set<String> = [
        StructureRule.versionChanged.rawValue, StructureRule.serverURLChanged.rawValue, StructureRule.schemaAdded.rawValue,
    ]
}

extension Change {
    fileprivate var note: String {
        let parts = subject.split(separator: ",", maxSplits: 1).map(String.init)
        let place = parts[0].contains(" /") ? "`\(parts[0])`" : parts[0]
        let inside = parts.count > 1 ? ",\(parts[1])" : ""
        let warning = level == .compatible ? "" : "**\(level.rawValue.prefix(1).uppercased())\(level.rawValue.dropFirst()):** "
        let told = summary.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        switch rule {
        case StructureRule.operationAdded.rawValue:
            return "- New: \(place)." + (told.map { " \($0)" } ?? "")
        case StructureRule.errorResponseAdded.rawValue, StructureRule.responseAdded.rawValue:
            let status = parts.last?.split(separator: " ").last ?? ""
            return "- \(warning)\(place) may answer \(status)" + (told.map { ": \($0)" } ?? ".")
        default:
            return "- \(warning)\(place)\(inside): \(text)."
        }
    }
}
