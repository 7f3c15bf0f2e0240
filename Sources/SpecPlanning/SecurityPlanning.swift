import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The first bearer scheme that any requirement names.
    mutating func securityPlan() -> SecurityPlan? {
        var plan: SecurityPlan?
        for entry in document.components.securitySchemes {
            guard let scheme = lookUp(entry.value) else { continue }
            guard case .http(scheme: "bearer", _) = scheme.kind else {
                report(.warning, at: scheme.location, "only HTTP bearer schemes are generated yet; '\(entry.key)' is left out, and calls go without it")
                continue
            }
            if plan != nil {
                report(.warning, at: scheme.location, "a second security scheme is not generated yet; '\(entry.key)' is left out")
                continue
            }
            plan = SecurityPlan(name: SwiftName(member: entry.key), doc: DocComment(scheme.description))
        }
        return plan
    }

    /// An empty list, or an empty alternative, lets everybody in.
    func isAuthenticated(_ operation: Operation) -> Bool {
        let alternatives = operation.security ?? document.security
        return !alternatives.isEmpty && !alternatives.contains { $0.schemes.isEmpty }
    }
}
