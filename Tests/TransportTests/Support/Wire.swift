import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowServerTransport
import Logging
import Testing

/// How the client and the service of a test are joined.
enum Wire: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case memory
    case loopback

    var testDescription: String { rawValue }

    /// Serves the router while `body` runs.
    func serving<Value: Sendable>(
        _ router: Router,
        _ body: @Sendable (_ transport: any ClientTransport, _ url: String) async throws -> Value
    ) async throws -> Value {
        switch self {
        case .memory: try await body(InMemoryTransport(router), "http://service.example")
        case .loopback: try await listening(router) { address in try await body(AsyncHTTPTransport(), address.url) }
        }
    }

    /// Serves the routes while `body` runs, with a client that makes a single attempt for each call.
    func serving<Value: Sendable>(
        _ routes: ServerRoute...,
        options: CallOptions = CallOptions(retry: .never),
        clock: any Clock<Duration> = ContinuousClock(),
        _ body: @Sendable (APIClient) async throws -> Value
    ) async throws -> Value {
        try await serving(Router(routes)) { transport, url in
            try await body(APIClient(url: url, token: BearerToken("t0ken"), transport: transport, options: options, clock: clock))
        }
    }
}

/// Serves a router on a free port of the loopback interface while `body` runs.
func listening<Value: Sendable>(
    _ router: Router,
    over transport: (@escaping @Sendable (ListeningAddress) async -> Void) -> HummingbirdTransport = {
        HummingbirdTransport(port: 0, logger: .silent, onListening: $0)
    },
    _ body: @Sendable (ListeningAddress) async throws -> Value
) async throws -> Value {
    let (addresses, continuation) = AsyncStream.makeStream(of: ListeningAddress.self)
    let server = transport { continuation.yield($0) }
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { continuation.finish() }
            try await server.serve(router)
        }
        defer { group.cancelAll() }
        guard let address = await addresses.first(where: { _ in true }) else {
            try await group.next()
            throw NotListening()
        }
        return try await body(address)
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() } }
}

/// The server ended before it listened.
struct NotListening: Error {}

extension APIClient {
    /// Carries out an operation that is expected to fail.
    func failure<Call: Operation>(of operation: Call, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Call.Failure {
        do throws(Call.Failure) {
            _ = try await send(operation)
        } catch {
            return error
        }
        try #require(Bool(false), "the call succeeded", sourceLocation: sourceLocation)
        throw NotListening()
    }
}
