import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// The schemes that operations ask for, in the order in which the spec first does.
    mutating func securitySchemePlans() -> [SecuritySchemePlan] {
        var names = NameScope(reserving: ["server", "url", "transport", "middleware", "options", "init", "self"])
        var plans: [SecuritySchemePlan] = []
        for name in requiredSchemes {
            guard let entry = document.components.securitySchemes.entry(name), let scheme = lookUp(entry.value) else { continue }
            guard let kind = SecuritySchemePlan.Kind(scheme.kind) else {
                warn(
                    at: entry.location,
                    "'\(entry.key)' is a scheme that is not generated; calls go without it, middleware or the transport can add it"
                )
                continue
            }
            plans.append(
                SecuritySchemePlan(
                    wireName: name,
                    name: names.take(SwiftName(member: entry.key), orAdding: "Token"),
                    kind: kind,
                    doc: DocComment(scheme.description)
                )
            )
        }
        return plans
    }

    /// What an operation asks for. An empty list, or an empty alternative, lets everybody in.
    mutating func securityPlan(of operation: Operation, among schemes: [SecuritySchemePlan]) -> OperationSecurityPlan {
        let requirements = operation.security ?? document.security
        var alternatives: [[SecuritySchemePlan]] = []
        for requirement in requirements {
            let needed = schemes.filter { requirement.schemes[$0.wireName] != nil }
            if seenRequirements.insert(requirement.location).inserted { report(requirement, needing: needed, among: requirements) }
            if !needed.isEmpty, !alternatives.contains(needed) { alternatives.append(needed) }
        }
        return OperationSecurityPlan(
            alternatives: alternatives,
            isOptional: !alternatives.isEmpty && requirements.contains { $0.schemes.isEmpty }
        )
    }

    /// Reports what can't be sent as a requirement asks for it.
    private mutating func report(
        _ requirement: SecurityRequirement,
        needing needed: [SecuritySchemePlan],
        among requirements: [SecurityRequirement]
    ) {
        if needed.isEmpty, let scheme = requirement.schemes.first, requirements.count > 1 {
            leaveOut(
                at: scheme.location,
                "'\(scheme.key)' as one of several ways to be known is not generated and left out; callers are known in the other ways only"
            )
        }
        var places: [String: SecuritySchemePlan] = [:]
        for scheme in needed {
            guard let other = places.updateValue(scheme, forKey: scheme.kind.place), let entry = requirement.schemes.entry(scheme.wireName)
            else { continue }
            let what = "'\(scheme.wireName)' and '\(other.wireName)' both go into \(scheme.kind.place)"
            warn(at: entry.location, "\(what), where one takes the place of the other; make alternatives of them")
        }
    }

    /// The scopes that a token must have.
    func scopesDoc(of operation: Operation) -> String? {
        var seen: Set<String> = []
        let scopes = (operation.security ?? document.security).flatMap(\.schemes.values).joined().filter { seen.insert($0).inserted }
        return scopes.isEmpty ? nil : "Scopes: \(scopes.map { "`\($0)`" }.joined(separator: ", "))."
    }

    /// The names of the schemes that operations ask for, those that the document asks for first.
    private var requiredSchemes: [String] {
        let operations = document.paths.values.compactMap { lookUp($0) }.flatMap(\.operations.values)
        let inherited = operations.contains { $0.security == nil } ? document.security : []
        var seen: Set<String> = []
        return (inherited + operations.flatMap { $0.security ?? [] }).flatMap(\.schemes.keys).filter { seen.insert($0).inserted }
    }
}

extension SecurityPlan {
    /// Nil where no operation asks who calls.
    init?(of operations: [OperationPlan]) {
        var schemes: [SecuritySchemePlan] = []
        var alternatives: [[SecuritySchemePlan]] = []
        for alternative in operations.flatMap(\.security.alternatives) where !alternatives.contains(alternative) {
            alternatives.append(alternative)
            schemes += alternative.filter { !schemes.contains($0) }
        }
        guard let first = schemes.first else { return nil }
        self.init(
            schemes: schemes,
            alternatives: alternatives,
            isOneToken: schemes.count == 1 && first.kind == .bearer(expires: false) && !operations.contains(where: \.security.isOptional)
        )
    }
}

extension SecuritySchemePlan.Kind {
    /// Where in a request it stands, in words.
    fileprivate var place: String {
        switch self {
        case .bearer, .basic: "the header field 'authorization'"
        case .apiKey(.header, let name): "the header field '\(name.lowercased())'"
        case .apiKey(.query, let name): "the query parameter '\(name)'"
        case .apiKey(.cookie, let name): "the cookie '\(name)'"
        case .apiKey(.path, let name): "the path parameter '\(name)'"
        }
    }

    /// Nil for what is no text in a request, or text that only an exchange makes.
    fileprivate init?(_ kind: SecurityScheme.Kind) {
        switch kind {
        case .http(scheme: "bearer", _): self = .bearer(expires: false)
        case .oauth2, .openIdConnect: self = .bearer(expires: true)
        case .http(scheme: "basic", _): self = .basic
        case .apiKey(let name, in: .header): self = .apiKey(.header, name: name)
        case .apiKey(let name, in: .query): self = .apiKey(.query, name: name)
        case .apiKey(let name, in: .cookie): self = .apiKey(.cookie, name: name)
        case .http, .mutualTLS, .apiKey: return nil
        }
    }
}
