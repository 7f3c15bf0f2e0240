import SpecYAML

/// An operation where it is served, with all that its path and the document say about it, and references to what it consists of followed.
public struct Endpoint: Sendable {
    public var method: HTTPMethod
    /// The template, as `/devices/{referenceId}`.
    public var path: String
    public var operation: Operation
    /// The path's and the operation's own.
    public var parameters: [Parameter]
    public var body: RequestBody?
    public var responses: OrderedMap<ResponseStatus, Response>
    /// Alternatives; empty where nothing is required.
    public var security: [SecurityRequirement]
    /// The paths of the servers' URLs, each once and the first one first; an empty one for the root.
    public var basePaths: [String]
    /// The media types of the answers that have no schema; of Swagger 2.0 only.
    public var produces: [String]

    /// The `operationId`, or else method and path.
    public var name: String { operation.operationId?.text ?? "\(method.rawValue) \(path)" }
}

extension Document {
    /// The operations of all paths, in the order of the document.
    public var endpoints: [Endpoint] {
        paths.flatMap { entry -> [Endpoint] in
            guard let item = try? resolve(entry.value) else { return [] }
            return item.operations.map { endpoint($0.value, $0.key, of: item, at: entry.key) }
        }
    }

    private func endpoint(_ operation: Operation, _ method: HTTPMethod, of item: PathItem, at path: String) -> Endpoint {
        let own = operation.parameters.compactMap { try? resolve($0) }
        let shared = item.parameters.compactMap { try? resolve($0) }
        var responses = OrderedMap<ResponseStatus, Response>()
        for entry in operation.responses.byStatus {
            guard let response = try? resolve(entry.value) else { continue }
            responses.append(.init(key: entry.key, location: entry.location, value: response))
        }
        let servers = [operation.servers, item.servers, self.servers].first { !$0.isEmpty } ?? []
        var basePaths: [String] = []
        for server in servers where !basePaths.contains(server.basePath) { basePaths.append(server.basePath) }
        return Endpoint(
            method: method,
            path: path,
            operation: operation,
            parameters: shared.inherited(besides: own) + own,
            body: operation.requestBody.flatMap { try? resolve($0) },
            responses: responses,
            security: operation.security ?? security,
            basePaths: basePaths.isEmpty ? [""] : basePaths,
            produces: swagger2 == nil ? [] : produces(method, path)
        )
    }

    /// What Swagger 2.0 says of all answers of an operation.
    private func produces(_ method: HTTPMethod, _ path: String) -> [String] {
        let own = root["paths"]?[path]?[method.rawValue.lowercased()]?["produces"]
        return (own ?? root["produces"])?.items.map(\.text) ?? []
    }
}
