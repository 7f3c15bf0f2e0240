import SpecDocument
import SpecYAML

extension Comparer {
    /// What holds for operations that say nothing themselves.
    func compareDocumentSecurity() {
        guard old.hasOperationsWithoutSecurity, new.hasOperationsWithoutSecurity else { return }
        let context = Context(owner: 0, subject: "security of the API")
        compare(
            old.security,
            new.security,
            in: context,
            old.security.first?.location ?? old.location,
            new.security.first?.location ?? new.location
        )
    }

    func compareSecurity(_ before: Call, _ after: Call, in context: Context) {
        let (own, others) = (before.operation.security, after.operation.security)
        // What comes of the document has been told.
        if own == nil, others == nil { return }
        let inside = context.adding("security")
        compare(
            own ?? old.security,
            others ?? new.security,
            in: inside,
            own?.first?.location ?? before.location,
            others?.first?.location ?? after.location
        )
    }

    /// Requirements are alternatives: one of the newer ones must be met by whoever met an older one.
    private func compare(
        _ before: [SecurityRequirement],
        _ after: [SecurityRequirement],
        in context: Context,
        _ old: Location,
        _ new: Location
    ) {
        let olds = before.isEmpty ? [SecurityRequirement(location: old)] : before
        let news = after.isEmpty ? [SecurityRequirement(location: new)] : after
        var matched: Set<Int> = []
        for requirement in olds {
            let same = news.indices.first { news[$0].names == requirement.names }
            if let same { matched.insert(same) }
            if news.contains(where: { $0.isMet(by: requirement) }) {
                if let same { tellFewerScopes(requirement, news[same], in: context) }
                continue
            }
            if let same {
                tellScopes(requirement, news[same], in: context)
            } else if requirement.schemes.isEmpty {
                report(.securityAdded, in: context, "\(news.map(\.shown).joined(separator: " or ")) is needed", old, news[0].location)
            } else {
                report(.securityAlternativeRemoved, in: context, "\(requirement.shown) no longer suffices", requirement.location, new)
            }
        }
        for (position, requirement) in news.enumerated() where !matched.contains(position) {
            if requirement.schemes.isEmpty {
                report(.securityRemoved, in: context, "no credentials are needed", olds[0].location, requirement.location)
            } else if !olds.allSatisfy(\.schemes.isEmpty) {
                report(.securityAlternativeAdded, in: context, "\(requirement.shown) suffices", old, requirement.location)
            }
        }
    }

    private func tellScopes(_ before: SecurityRequirement, _ after: SecurityRequirement, in context: Context) {
        for scheme in after.schemes {
            for scope in scheme.value where before.schemes[scheme.key]?.contains(scope) != true {
                report(.securityScopeAdded, in: context, "\(scheme.key) needs the scope \(scope)", before.location, after.location)
            }
        }
        tellFewerScopes(before, after, in: context)
    }

    private func tellFewerScopes(_ before: SecurityRequirement, _ after: SecurityRequirement, in context: Context) {
        for scheme in before.schemes {
            for scope in scheme.value where after.schemes[scheme.key]?.contains(scope) != true {
                report(
                    .securityScopeRemoved,
                    in: context,
                    "\(scheme.key) no longer needs the scope \(scope)",
                    before.location,
                    after.location
                )
            }
        }
    }

    func compareSecuritySchemes() {
        let context = Context(owner: 0, subject: "")
        for entry in old.components.securitySchemes {
            let inside = context.adding("security scheme \(entry.key)")
            guard let other = new.components.securitySchemes.entry(entry.key) else {
                report(.securitySchemeRemoved, in: inside, "it is gone", entry.location, new.components.location)
                continue
            }
            guard let before = old.find(entry.value), let after = new.find(other.value) else { continue }
            compare(before, after, in: inside, entry.location, other.location)
        }
        for entry in new.components.securitySchemes where old.components.securitySchemes[entry.key] == nil {
            report(
                .securitySchemeAdded,
                in: context.adding("security scheme \(entry.key)"),
                "it is new",
                old.components.location,
                entry.location
            )
        }
    }

    private func compare(_ before: SecurityScheme, _ after: SecurityScheme, in context: Context, _ old: Location, _ new: Location) {
        func tell(_ rule: StructureRule, _ text: String) { report(rule, in: context, text, old, new) }
        compareTexts("the description", before.description, after.description, in: context, old, new)
        if before.deprecated != after.deprecated {
            tell(
                after.deprecated ? .securitySchemeDeprecated : .securitySchemeReinstated,
                after.deprecated ? "it is deprecated" : "it is no longer deprecated"
            )
        }
        switch (before.kind, after.kind) {
        case (.apiKey(let was, let there), .apiKey(let now, let here)):
            let isSame = here == .header ? was.lowercased() == now.lowercased() : was == now
            if !isSame || there != here {
                tell(
                    .securitySchemeKeyChanged,
                    "the key is in the \(here.rawValue) parameter \(now), and was in the \(there.rawValue) parameter \(was)"
                )
            }
        case (.http(let was, let wasFormat), .http(let now, let nowFormat)):
            if was != now { tell(.securitySchemeHTTPChanged, "the scheme went from \(was) to \(now)") }
            if wasFormat != nowFormat {
                tell(.securitySchemeBearerFormatChanged, "bearerFormat went from \(wasFormat ?? "none") to \(nowFormat ?? "none")")
            }
        case (.mutualTLS, .mutualTLS): break
        case (.openIdConnect(let was), .openIdConnect(let now)):
            if was != now { tell(.securitySchemeURLChanged, "openIdConnectUrl went from \(was) to \(now)") }
        case (.oauth2(let was), .oauth2(let now)): compare(was, now, in: context)
        default: tell(.securitySchemeTypeChanged, "the type went from \(before.kind.name) to \(after.kind.name)")
        }
    }

    private func compare(_ before: OAuthFlows, _ after: OAuthFlows, in context: Context) {
        for (name, flow) in OAuthFlows.all {
            let inside = context.adding("flow \(name)")
            switch (before[keyPath: flow], after[keyPath: flow]) {
            case (nil, nil): continue
            case (nil, let now?): report(.oauthFlowAdded, in: inside, "it is new", before.location, now.location)
            case (let was?, nil): report(.oauthFlowRemoved, in: inside, "it is gone", was.location, after.location)
            case (let was?, let now?): compare(was, now, in: inside)
            }
        }
        if before.metadataURL != after.metadataURL {
            report(.securitySchemeURLChanged, in: context, "the URL of the metadata has changed", before.location, after.location)
        }
    }

    private func compare(_ before: OAuthFlow, _ after: OAuthFlow, in context: Context) {
        let urls: [(String, KeyPath<OAuthFlow, String?>)] = [
            ("authorizationUrl", \.authorizationURL), ("tokenUrl", \.tokenURL), ("refreshUrl", \.refreshURL),
            ("deviceAuthorizationUrl", \.deviceAuthorizationURL),
        ]
        for (name, url) in urls where before[keyPath: url] != after[keyPath: url] {
            let text = "\(name) went from \(before[keyPath: url] ?? "none") to \(after[keyPath: url] ?? "none")"
            report(.securitySchemeURLChanged, in: context, text, before.location, after.location)
        }
        for scope in before.scopes where after.scopes[scope.key] == nil {
            report(.oauthScopeRemoved, in: context, "the scope \(scope.key) is gone", scope.location, after.location)
        }
        for scope in after.scopes {
            guard let was = before.scopes.entry(scope.key) else {
                report(.oauthScopeAdded, in: context, "the scope \(scope.key) is new", before.location, scope.location)
                continue
            }
            compareTexts("the description of the scope \(scope.key)", was.value, scope.value, in: context, was.location, scope.location)
        }
    }
}

extension OAuthFlows {
    nonisolated(unsafe) fileprivate static let all: [(String, KeyPath<OAuthFlows, OAuthFlow?>)] = [
        ("implicit", \.implicit), ("password", \.password), ("clientCredentials", \.clientCredentials),
        ("authorizationCode", \.authorizationCode), ("deviceAuthorization", \.deviceAuthorization),
    ]
}

extension SecurityScheme.Kind {
    fileprivate var name: String {
        switch self {
        case .apiKey: "apiKey"
        case .http: "http"
        case .mutualTLS: "mutualTLS"
        case .oauth2: "oauth2"
        case .openIdConnect: "openIdConnect"
        }
    }
}

extension SecurityRequirement {
    fileprivate var names: [String] { schemes.keys.sorted() }

    /// Whether whoever meets another requirement meets this one.
    fileprivate func isMet(by other: SecurityRequirement) -> Bool {
        schemes.allSatisfy { scheme in
            guard let scopes = other.schemes[scheme.key] else { return false }
            return scheme.value.allSatisfy(scopes.contains)
        }
    }

    fileprivate var shown: String {
        schemes.isEmpty
            ? "nothing"
            : schemes.map { $0.value.isEmpty ? $0.key : "\($0.key) (\($0.value.joined(separator: ", ")))" }.joined(separator: " with ")
    }
}

extension Document {
    /// Whether what it says of all operations holds for some, or there are none yet.
    fileprivate var hasOperationsWithoutSecurity: Bool {
        let operations = (paths.map(\.value) + webhooks.map(\.value)).flatMap { find($0)?.operations.map(\.value) ?? [] }
        return operations.isEmpty || operations.contains { $0.security == nil || !$0.callbacks.isEmpty }
    }
}
