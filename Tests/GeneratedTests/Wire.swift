import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowServerTransport
import Logging
import Testing

/// What carries calls, and opens websockets.
typealias Transport = ClientTransport & SocketTransport

/// Both over loopback.
private struct LoopbackTransport: Transport {
    let http = AsyncHTTPTransport()
    let sockets = WebSocketTransport()

    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse { try await http.send(request) }

    func open(_ request: APIRequest, limits: SocketLimits) async throws(TransportFailure) -> SocketAnswer {
        try await sockets.open(request, limits: limits)
    }
}

/// How a client and a service are joined.
enum Wire: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case memory
    case http

    var testDescription: String { rawValue }

    /// Serves the routes while `body` runs.
    func serving(
        _ routes: [ServerRoute],
        _ body: @escaping @Sendable (_ transport: any Transport, _ root: String) async throws -> Void
    ) async throws {
        switch self {
        case .memory:
            try await body(InMemoryTransport(routes), "http://service.example")
        case .http:
            let (addresses, continuation) = AsyncStream.makeStream(of: ListeningAddress.self)
            let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
            let server = HummingbirdTransport(port: 0, logger: silent) { continuation.yield($0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { continuation.finish() }
                    try await server.serve(Router(routes))
                }
                defer { group.cancelAll() }
                let address = try #require(await addresses.first { _ in true }, "the server ended before it listened")
                try await body(LoopbackTransport(), address.url)
            }
        }
    }
}

/// A single attempt for each call: what is tested here is how an answer arrives.
let once = CallOptions(retry: .never)

/// What a failure is: the name of its case, and the envelope in it.
struct Arrival: Equatable, Sendable, CustomStringConvertible {
    var name: String
    var error: APIError?

    init(_ name: String, _ error: APIError?) {
        self.name = name
        self.error = error
    }

    init(_ failure: some OperationFailure) {
        name = Mirror(reflecting: failure).children.first?.label ?? "\(failure)"
        error = failure.apiError
    }

    var description: String { "\(name): \(error.map { "\($0)" } ?? "no envelope")" }
}

/// Carries out a call that is expected to fail.
func failure<Failure: OperationFailure, Output>(
    of call: () async throws(Failure) -> Output,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws -> Failure {
    do throws(Failure) {
        _ = try await call()
    } catch {
        return error
    }
    return try #require(nil, "the call succeeded", sourceLocation: sourceLocation)
}
