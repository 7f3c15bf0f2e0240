import SpecDocument
import SpecPlan

/// What a version of an API is about, where it is served, how callers say who they are, and all of its operations.
struct OverviewPage {
    let api: APIReference

    var page: Page {
        Page(
            title: "\(api.title) \(api.version)",
            depth: 1,
            trail: Array(api.trail.dropLast()),
            api: api,
            navigation: api.navigation(on: "index.html", depth: 0),
            main: main
        )
    }

    private var main: HTML {
        """
        <h1>\(api.title) \(api.version)</h1>
        <p><a href="../\(api.specificationPath)" download>Download the specification</a></p>
        \(Markdown(api.document.info.description ?? "").html())
        \(servers)
        \(authentication)
        <h2>Operations</h2>
        \(api.groups.map(table))
        \(schemas)
        """
    }

    private var servers: HTML {
        if api.document.servers.isEmpty { return .empty }
        let items = api.document.servers.map { server -> HTML in
            let variables = server.variables.map { variable -> HTML in
                "<li><code>\(variable.key)</code>, by default <code>\(variable.value.defaultValue)</code>\(variable.value.description.map { ": \($0)" } ?? "")</li>"
            }
            return """
                <li><code>\(server.url)</code> \(server.description ?? "")
                \(variables.isEmpty ? .empty : "<ul>\n\(variables)\n</ul>")
                </li>
                """
        }
        return "<h2>Servers</h2>\n<ul>\n\(items)\n</ul>"
    }

    private var authentication: HTML {
        let schemes = api.document.components.securitySchemes
        if schemes.isEmpty { return .empty }
        let items = schemes.map { entry -> HTML in
            guard let scheme = try? api.document.resolve(entry.value) else { return .empty }
            return """
                <h3 id="\(entry.key.fileName)"><code>\(entry.key)</code></h3>
                <p>\(scheme.kind.summary)</p>
                \(Markdown(scheme.description ?? "").html(headingsFrom: 4))
                """
        }
        return "<h2 id=\"authentication\">Authentication</h2>\n\(items)"
    }

    private var schemas: HTML {
        let items = api.document.components.schemas.keys.map { "<li><a href=\"\(api.schemaPage($0))\"><code>\($0)</code></a></li>" as HTML }
        return items.isEmpty ? .empty : "<h2 id=\"schemas\">Schemas</h2>\n<ul class=\"names\">\n\(items)\n</ul>"
    }

    private func table(of group: OperationGroup) -> HTML {
        let rows = group.operations.map { operation -> HTML in
            """
            <tr><td><a href="\(operation.page)">\(operation.plan.operationID)</a></td>\
            <td><span class="method \(operation.call.method.lowercased())">\(operation.call.method)</span></td>\
            <td><code>\(operation.call.path)</code></td><td>\(operation.operation.summary ?? "")</td></tr>
            """
        }
        return """
            <h3 id="\(group.anchor)">\(group.name)</h3>
            \(Markdown(group.tag?.description ?? "").html(headingsFrom: 4))
            <div class="wide" tabindex="0" role="region" aria-label="\(group.name)">
            <table>
            <thead><tr><th scope="col">Operation</th><th scope="col">Method</th><th scope="col">Path</th><th scope="col">Summary</th></tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table>
            </div>
            """
    }
}

extension SecurityScheme.Kind {
    /// How the scheme works, in a sentence.
    fileprivate var summary: HTML {
        switch self {
        case .apiKey(let name, let place): "A key in the \(place == .header ? "header field" : place.rawValue) <code>\(name)</code>."
        case .http("bearer", let format?): "A bearer token in the <code>Authorization</code> field: <code>\(format)</code>."
        case .http("bearer", nil): "A bearer token in the <code>Authorization</code> field."
        case .http("basic", _): "A name and a password in the <code>Authorization</code> field (HTTP Basic)."
        case .http(let scheme, _): "The HTTP scheme <code>\(scheme)</code> in the <code>Authorization</code> field."
        case .mutualTLS: "A certificate of the client (mutual TLS)."
        case .oauth2: "An access token of OAuth 2 in the <code>Authorization</code> field."
        case .openIdConnect(let url): "A token of OpenID Connect, whose provider describes itself at <code>\(url)</code>."
        }
    }
}
