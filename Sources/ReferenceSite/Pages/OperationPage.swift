import SchemaValidation
import SpecDocument
import SpecExamples
import SpecPlan

/// One operation: what it takes, what it answers, and how to call it.
struct OperationPage {
    let api: APIReference
    let operation: DocumentedOperation

    private var document: Document { api.document }

    var page: Page {
        Page(
            title: "\(operation.plan.operationID) - \(api.title) \(api.version)",
            depth: 2,
            trail: api.trail,
            api: api,
            navigation: api.navigation(on: operation.page, depth: 1),
            main: main
        )
    }

    private var main: HTML {
        """
        <h1>\(operation.title)</h1>
        <p class="call"><span class="method \(operation.call.method.lowercased())">\(operation.call.method)</span> \
        <code>\(operation.call.path)</code></p>
        \(operation.operation.deprecated ? "<p class=\"deprecated\"><strong>Deprecated.</strong></p>" : .empty)
        \(Markdown(operation.operation.description ?? "").html())
        \(security)
        \(parameters)
        \(body)
        \(socket)
        <h2>Answers</h2>
        \(answers)
        <h2>Calling it</h2>
        <h3>curl</h3>
        \(code(CurlSnippet(api: api, operation: operation).text, "curl"))
        <h3>Swift</h3>
        \(code(SwiftSnippet(api: api, operation: operation).text, "Swift"))
        """
    }

    private func code(_ text: String, _ label: String) -> HTML {
        "<pre tabindex=\"0\" role=\"region\" aria-label=\"\(label)\"><code>\(text)</code></pre>"
    }

    private var security: HTML {
        let alternatives = operation.operation.security ?? document.security
        let names = alternatives.map { requirement in
            requirement.schemes.keys.map { "<a href=\"../index.html#\($0.fileName)\"><code>\($0)</code></a>" as HTML }
        }
        if names.allSatisfy(\.isEmpty) { return "<p>Anybody may call it.</p>" }
        let choices = names.map { $0.isEmpty ? "nothing" : HTML(raw: $0.map(\.text).joined(separator: " and ")) }
        return "<p>Callers say who they are by \(HTML(raw: choices.map(\.text).joined(separator: " or "))).</p>"
    }

    private var parameters: HTML {
        let rows = operation.parameters.compactMap { try? document.resolve($0) }.map { parameter -> HTML in
            let schema = parameter.format.schema ?? parameter.format.content.values.first.flatMap { try? document.resolve($0) }?.schema
            return """
                <tr><th scope="row"><code>\(parameter.name)</code></th><td>\(parameter.place.rawValue)</td>\
                <td>\(schema.map { SchemaView(api: api, depth: 1).type(of: $0) } ?? .empty)</td>\
                <td>\(parameter.required ? "required" : "optional")</td>\
                <td>\(Markdown(parameter.description ?? "").html(headingsFrom: 4))</td></tr>
                """
        }
        if rows.isEmpty { return .empty }
        return """
            <h2>Parameters</h2>
            <div class="wide" tabindex="0" role="region" aria-label="Parameters">
            <table class="members">
            <thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Presence</th><th scope="col">Meaning</th></tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table>
            </div>
            """
    }

    private var body: HTML {
        guard let body = operation.operation.requestBody.flatMap({ try? document.resolve($0) }) else { return .empty }
        return """
            <h2>Body</h2>
            <p>\(body.required ? "Required." : "Optional.")</p>
            \(Markdown(body.description ?? "").html(headingsFrom: 3))
            \(contents(body.content, .request))
            """
    }

    /// The messages of a websocket.
    private var socket: HTML {
        guard let socket = operation.operation.webSocket else { return .empty }
        let view = SchemaView(api: api, depth: 1)
        func side(_ title: String, _ schema: Referenced<Schema>?, _ access: SchemaAccess) -> HTML {
            guard let schema else { return .empty }
            // Each kind of message, where there are several.
            let alternatives = (try? document.resolve(schema)).map { $0.oneOf + $0.anyOf } ?? []
            let messages = (alternatives.isEmpty ? [schema] : alternatives).map { message -> HTML in
                """
                <p>\(view.type(of: message)): \((try? document.resolve(message))?.description ?? "")</p>
                \(code(document.example(of: message, access).json, "Example of a message"))
                """
            }
            return """
                <h3>\(title)</h3>
                \(alternatives.isEmpty ? .empty : "<p>\(view.type(of: schema)), one of</p>")
                \(messages)
                """
        }
        return """
            <h2>Messages</h2>
            \(socket.subprotocols.isEmpty ? .empty : "<p>Subprotocol: <code>\(socket.subprotocols.joined(separator: ", "))</code></p>")
            \(side("The client sends", socket.sends, .request))
            \(side("The client receives", socket.receives, .response))
            """
    }

    private var answers: [HTML] {
        operation.operation.responses.byStatus.map { entry in
            guard let response = try? document.resolve(entry.value) else { return .empty }
            let headers = response.headers.map { header -> HTML in
                let described = (try? document.resolve(header.value))?.description ?? ""
                return "<li><code>\(header.key)</code> \(described)</li>"
            }
            return """
                <section class="answer">
                <h3>\(entry.key.description)</h3>
                \(Markdown(response.description).html(headingsFrom: 4))
                \(headers.isEmpty ? .empty : "<p>Header fields:</p>\n<ul>\n\(headers)\n</ul>")
                \(contents(response.content, .response))
                </section>
                """
        }
    }

    private func contents(_ contents: OrderedMap<String, Referenced<MediaType>>, _ access: SchemaAccess) -> [HTML] {
        let view = SchemaView(api: api, depth: 1)
        return contents.compactMap { entry in
            guard let media = try? document.resolve(entry.value) else { return nil }
            let isText = entry.key.lowercased().contains("json") || media.example != nil
            let example = isText ? document.example(of: media, access).map { code($0.json, "Example") } ?? .empty : .empty
            return """
                <p><code>\(entry.key)</code>\((media.schema ?? media.itemSchema).map { ": \(view.type(of: $0))" as HTML } ?? .empty)</p>
                \((media.schema ?? media.itemSchema).map { $0.reference == nil ? view.details(of: $0) : .empty } ?? .empty)
                \(example)
                """
        }
    }
}
