import SpecDocument
import SpecYAML

extension VersionPlanner {
    /// What can be called next with what an operation answers, a line each.
    func linksDoc(of operation: Operation) -> String? {
        var seen: Set<String> = []
        let lines = operation.responses.byStatus.flatMap { answer in
            (lookUp(answer.value)?.links ?? OrderedMap()).compactMap { entry -> String? in
                guard let link = lookUp(entry.value), seen.insert(entry.key).inserted else { return nil }
                let target = link.operationId ?? link.operationRef ?? "?"
                let parameters = link.parameters.compactMap { parameter in
                    parameter.value.string.map { "`\(parameter.key)` = `\($0)`" }
                }
                let with = parameters.isEmpty ? "" : " with \(parameters.joined(separator: ", "))"
                return "- Link `\(entry.key)`: `\(target)`\(with)." + (link.description.map { " \($0)" } ?? "")
            }
        }
        return lines.isEmpty ? nil : "Can be followed by:\n\(lines.joined(separator: "\n"))"
    }
}
