// swift-format-ignore
let securityRows: [StructureRow] = [
    .init("breaking security-required: key is needed", from: secured("[]"), to: secured("[{key: []}]")),
    .init("compatible security-no-longer-required: no credentials are needed", from: secured("[{key: []}]"), to: secured("[{key: []}, {}]")),
    .init("compatible security-alternative-added: auth suffices", from: secured("[{key: []}]"), to: secured("[{key: []}, {auth: []}]")),
    .init("breaking security-alternative-removed: auth no longer suffices", from: secured("[{key: []}, {auth: []}]"), to: secured("[{key: []}]")),
    .init("breaking security-required: key is needed", from: secured("[{}, {key: []}]"), to: secured("[{key: []}]")),
    .init("breaking security-scope-added: auth needs the scope b", from: secured("[{auth: [a]}]"), to: secured("[{auth: [a, b]}]")),
    .init("compatible security-scope-removed: auth no longer needs the scope b", from: secured("[{auth: [a, b]}]"), to: secured("[{auth: [a]}]")),
    .init("breaking security-required: key is needed", from: paths(""), to: paths("security: [{key: []}]")),
    .init(from: operation(own: "[{key: []}]"), to: operation(all: "[{key: []}]")),
    .init(from: operation(all: "[{key: []}]"), to: operation(own: "[{key: []}]")),
    .init(from: operation(own: "[{key: []}]"), to: operation(own: "[{key: []}]", all: "[{key: []}, {}]")),
    .init("compatible security-scheme-added: it is new", from: schemes("a: {type: http, scheme: basic}"), to: schemes("a: {type: http, scheme: basic}, b: {type: mutualTLS}")),
    .init("compatible security-scheme-removed: it is gone", from: schemes("a: {type: http, scheme: basic}, b: {type: mutualTLS}"), to: schemes("a: {type: http, scheme: basic}")),
    .init("breaking security-scheme-type-changed: the type went from http to mutualTLS", from: schemes("a: {type: http, scheme: basic}"), to: schemes("a: {type: mutualTLS}")),
    .init("breaking security-scheme-key-changed: the key is in the query parameter k, and was in the header parameter k", from: schemes("a: {type: apiKey, in: header, name: k}"), to: schemes("a: {type: apiKey, in: query, name: k}")),
    .init("breaking security-scheme-http-scheme-changed: the scheme went from basic to bearer", from: schemes("a: {type: http, scheme: basic}"), to: schemes("a: {type: http, scheme: bearer}")),
    .init("compatible security-scheme-bearer-format-changed: bearerFormat went from none to JWT", from: schemes("a: {type: http, scheme: bearer}"), to: schemes("a: {type: http, scheme: bearer, bearerFormat: JWT}")),
    .init("possibly breaking security-scheme-url-changed: tokenUrl went from https://a.example to https://b.example", from: oauth("a"), to: oauth("b")),
    .init("compatible oauth-scope-added: the scope y is new", from: oauth("a"), to: oauth("a", "x: X, y: Y")),
    .init("possibly breaking oauth-scope-removed: the scope y is gone", from: oauth("a", "x: X, y: Y"), to: oauth("a")),
    .init("compatible oauth-flow-added: it is new", from: oauth("a"), to: oauth("a", "x: X", "password: {tokenUrl: 'https://a.example', scopes: {}}")),
    .init("breaking oauth-flow-removed: it is gone", from: oauth("a", "x: X", "password: {tokenUrl: 'https://a.example', scopes: {}}"), to: oauth("a")),
]

// swift-format-ignore
let serverRows: [StructureRow] = [
    .init("compatible server-added: https://b.example is new", from: servers("https://a.example"), to: servers("https://a.example", "https://b.example")),
    .init("possibly breaking server-removed: https://b.example is gone", from: servers("https://a.example", "https://b.example"), to: servers("https://a.example")),
    .init("possibly breaking server-url-changed: the URL went from https://a.example to https://b.example", from: servers("https://a.example"), to: servers("https://b.example")),
    .init("possibly breaking server-variable-default-changed: the default went from x to y", from: variable("default: x"), to: variable("default: y")),
    .init("compatible server-variable-value-added: the value y is new", from: variable("default: x, enum: [x]"), to: variable("default: x, enum: [x, y]")),
    .init("breaking server-variable-value-removed: the value y is gone", from: variable("default: x, enum: [x, y]"), to: variable("default: x, enum: [x]")),
    .init("possibly breaking server-url-changed: the URL went from /a to /b", from: Specs.operation("servers: [{url: /a}]"), to: Specs.operation("servers: [{url: /b}]")),
    .init("possibly breaking server-url-changed: the URL went from / to https://a.example", from: Specs.operation(""), to: servers("https://a.example")),
    .init("possibly breaking server-url-changed: the URL went from https://a.example to /", from: servers("https://a.example"), to: Specs.operation("")),
    .init("possibly breaking server-url-changed: the URL went from / to /a", from: Specs.operation(""), to: Specs.operation("servers: [{url: /a}]")),
    .init(from: Specs.operation(""), to: servers("/")),
]

private func paths(_ more: String) -> String {
    Specs.operation("", "components: {securitySchemes: {key: {type: apiKey, in: header, name: k}}}\n\(more)")
}

private func secured(_ requirements: String) -> String {
    let schemes = """
        components: {securitySchemes: {key: {type: apiKey, in: header, name: k}, auth: {type: oauth2, flows: \
        {clientCredentials: {tokenUrl: 'https://a.example', scopes: {a: A, b: B}}}}}}
        """
    return Specs.operation("security: \(requirements)", schemes)
}

private func schemes(_ schemes: String) -> String { Specs.operation("", "components: {securitySchemes: {\(schemes)}}") }

private func oauth(_ host: String, _ scopes: String = "x: X", _ flows: String = "") -> String {
    let flow = "clientCredentials: {tokenUrl: 'https://\(host).example', scopes: {\(scopes)}}"
    return schemes("a: {type: oauth2, flows: {\(flow)\(flows.isEmpty ? "" : ", " + flows)}}")
}

private func servers(_ urls: String...) -> String {
    Specs.operation("", "servers: [\(urls.map { "{url: '\($0)'}" }.joined(separator: ", "))]")
}

private func variable(_ fields: String) -> String {
    Specs.operation("", "servers: [{url: 'https://{v}.example', variables: {v: {\(fields)}}}]")
}

private func operation(own: String? = nil, all: String? = nil) -> String {
    Specs.operation(own.map { "security: \($0)" } ?? "", all.map { "security: \($0)" } ?? "")
}
