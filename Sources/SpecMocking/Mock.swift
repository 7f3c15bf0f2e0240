public import CloudFlowRuntime
public import SpecDocument

/// Answers for a description as if it were served: requests are held against it, and answered by its examples or by what is made of its
/// schemas.
///
///     Router(Mock(document).routes)
///
/// It keeps nothing: the same request has the same answer. What a request is refused with is a status that its operation documents.
public struct Mock: Sendable {
    private let endpoints: [MockEndpoint]

    /// - Parameters:
    ///   - alwaysRefuses: whether what is wrong with a request is refused also where the operation documents no status for that; it is
    ///     told in the log and answered otherwise.
    ///   - log: is told of each request in a line that holds nothing of its path, its query, its fields or its body.
    public init(_ document: Document, alwaysRefuses: Bool = false, log: @escaping @Sendable (String) -> Void = { _ in }) {
        let answers = AnswerMaker(document, log: log)
        endpoints = document.endpoints.map {
            MockEndpoint(endpoint: $0, document: document, alwaysRefuses: alwaysRefuses, answers: answers, log: log)
        }
    }

    /// The routes of all operations: below the paths of their servers, and below none, so that the mock may be called without knowing these.
    public var routes: [ServerRoute] {
        endpoints.flatMap { $0.routes(below: [""]) } + endpoints.flatMap { $0.routes(below: $0.endpoint.basePaths.filter { !$0.isEmpty }) }
    }

    /// The operations, a line each: method, path, name, and what they answer with.
    public var table: String {
        let rows = endpoints.map(\.row)
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            (0..<3).map { row[$0] + String(repeating: " ", count: widths[$0] - row[$0].count) }.joined(separator: "  ") + "  " + row[3]
        }.joined(separator: "\n")
    }
}

extension MockEndpoint {
    fileprivate func routes(below basePaths: [String]) -> [ServerRoute] {
        let route = Route(endpoint.method.rawValue, endpoint.path, operationID: endpoint.name)
        return basePaths.map { basePath in
            ServerRoute(route.below(basePath)) { (request, parameters, limits) async throws(Refusal) in
                try await respond(to: request, parameters, limits)
            }
        }
    }

    fileprivate var row: [String] {
        let statuses = endpoint.responses.map(\.key.description).joined(separator: " ")
        let path = (endpoint.basePaths.first ?? "") + endpoint.path
        return [endpoint.method.rawValue, path, endpoint.operation.operationId?.text ?? "", statuses]
    }
}
