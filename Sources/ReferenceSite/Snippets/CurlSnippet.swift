import SchemaValidation
import SpecDocument
import SpecExamples

/// An operation as a command for a shell.
struct CurlSnippet {
    let api: APIReference
    let operation: DocumentedOperation

    private var document: Document { api.document }

    var text: String {
        var lines = ["curl \(operation.call.method == "GET" ? "" : "--request \(operation.call.method) ")\(url.shellQuoted)"]
        lines += authorization.map { "--header \"\($0)\"" }
        lines += headers.map { "--header \($0.shellQuoted)" }
        if operation.operation.webSocket != nil { lines.insert(contentsOf: ["--include --no-buffer --http1.1"] + handshake, at: 1) }
        if let body { lines += ["--header \("Content-Type: \(body.type)".shellQuoted)", "--data \(body.text.shellQuoted)"] }
        return lines.joined(separator: " \\\n  ")
    }

    private var handshake: [String] {
        ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]
            .map { "--header \($0.shellQuoted)" }
    }

    private var parameters: [Parameter] { operation.parameters.compactMap { try? document.resolve($0) } }

    private func example(of parameter: Parameter) -> String {
        (document.example(of: parameter.format, .request)?.plainText ?? "value").percentEncoded
    }

    private var url: String {
        var server = (operation.operation.servers.first ?? operation.item.servers.first ?? document.servers.first)?.defaultURL ?? ""
        while server.hasSuffix("/") { server.removeLast() }
        var path = operation.call.path
        for parameter in parameters where parameter.place == .path {
            path = path.replacing("{\(parameter.name)}", with: example(of: parameter))
        }
        let query = parameters.filter { $0.place == .query && $0.required }.map { "\($0.name.percentEncoded)=\(example(of: $0))" }
        return server + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private var headers: [String] {
        parameters.filter { $0.place == .header && $0.required }.map { parameter in
            "\(parameter.name): \(document.example(of: parameter.format, .request)?.plainText ?? "value")"
        }
    }

    private var authorization: [String] {
        let requirement = (operation.operation.security ?? document.security).first
        return requirement?.schemes.keys.compactMap { name in
            guard let scheme = document.components.securitySchemes[name].flatMap({ try? document.resolve($0) }) else { return nil }
            return switch scheme.kind {
            case .http("basic", _): "Authorization: Basic $CREDENTIALS"
            case .apiKey(let name, .header): "\(name): $API_KEY"
            case .apiKey(let name, .cookie): "Cookie: \(name)=$API_KEY"
            case .apiKey, .mutualTLS: nil
            default: "Authorization: Bearer $TOKEN"
            }
        } ?? []
    }

    private var body: (type: String, text: String)? {
        guard let body = operation.operation.requestBody.flatMap({ try? document.resolve($0) }) else { return nil }
        guard let entry = body.content.first(where: { $0.key.contains("json") }) ?? body.content.first else { return nil }
        guard let media = try? document.resolve(entry.value), entry.key.contains("json") else { return (entry.key, "@body") }
        return (entry.key, document.example(of: media, .request)?.json ?? "{}")
    }
}

extension Server {
    /// The URL with the defaults of its variables.
    fileprivate var defaultURL: String {
        variables.reduce(url) { $0.replacing("{\($1.key)}", with: $1.value.defaultValue) }
    }
}

extension String {
    /// One word of a shell's command.
    fileprivate var shellQuoted: String { "'" + replacing("'", with: "'\\''") + "'" }

    /// As a piece of a path or of a query (RFC 3986).
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                byte < 0x80
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-._~".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
