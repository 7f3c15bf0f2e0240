import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The first bearer scheme that operations ask for, by its name in the spec.
    mutating func securityPlan() -> (scheme: String, plan: SecurityPlan)? {
        var chosen: (scheme: String, plan: SecurityPlan)?
        for name in requiredSchemes {
            guard let entry = document.components.securitySchemes.entry(name), let scheme = lookUp(entry.value) else { continue }
            guard case .http(scheme: "bearer", _) = scheme.kind else {
                warn(at: entry.location, "'\(entry.key)' is not an HTTP bearer scheme; others are not generated yet: \(leftOut)")
                continue
            }
            guard chosen == nil else {
                warn(at: entry.location, "'\(entry.key)' is a second security scheme, which is not generated yet: \(leftOut)")
                continue
            }
            var names = NameScope(reserving: ["server", "url", "transport", "middleware", "options", "init", "self"])
            let name = names.take(SwiftName(member: entry.key), orAdding: "Token")
            chosen = (entry.key, SecurityPlan(name: name, doc: DocComment(scheme.description)))
        }
        return chosen
    }

    /// Whether an operation is for callers with a token of the scheme. An empty list, or an empty alternative, lets everybody in.
    mutating func isAuthenticated(_ operation: Operation, by scheme: String?) -> Bool {
        let alternatives = operation.security ?? document.security
        guard let scheme, alternatives.contains(where: { $0.schemes[scheme] != nil }) else { return false }
        guard let empty = alternatives.first(where: { $0.schemes.isEmpty }) else { return true }
        warn(at: empty.location, "a token that may be left out is not generated yet; the operation is open to everybody")
        return false
    }

    /// The names of the schemes that operations ask for, those that the document asks for first.
    private var requiredSchemes: [String] {
        let operations = document.paths.values.compactMap { lookUp($0) }.flatMap(\.operations.values)
        let inherited = operations.contains { $0.security == nil } ? document.security : []
        var seen: Set<String> = []
        return (inherited + operations.flatMap { $0.security ?? [] }).flatMap(\.schemes.keys).filter { seen.insert($0).inserted }
    }
}

private let leftOut = "calls go without it, and services have to check it themselves"
