import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowServerTransport

// A websocket, in the shape that the generator emits: notes both ways.

/// `GET /chat`
struct OpenChat: SocketOperation {
    typealias Sends = Note
    typealias Receives = Note
    typealias Failure = NoteFailure

    var room: String?

    static let route = Route("GET", "/chat", operationID: "openChat")
    static let subprotocols = ["notes.v2", "notes.v1"]

    func write(to request: inout RequestWriter) {
        request.query("room", room)
    }
}

extension OpenChat {
    init(reading request: inout RequestReader) throws(Refusal) {
        room = try request.optionalQuery("room")
    }
}

extension ServerRoute {
    /// A chat of whoever comes, served by a function.
    static func chat(
        limits: SocketLimits = SocketLimits(),
        _ serve: @escaping @Sendable (SocketConnection) async throws -> Void
    ) -> ServerRoute {
        ServerRoute(OpenChat.self, below: "/") { (_) async throws(NoteFailure) in SocketUpgrade(limits: limits, serve: serve) }
    }

    /// A chat that sends every message back.
    static func echo(limits: SocketLimits = SocketLimits()) -> ServerRoute {
        chat(limits: limits) { socket in
            for try await message in socket { try await socket.send(message) }
        }
    }
}

extension Wire {
    /// Serves the routes while `body` runs with what opens their websockets.
    func opening<Value: Sendable>(
        _ routes: ServerRoute...,
        token: BearerToken? = nil,
        _ body: @Sendable (SocketClient) async throws -> Value
    ) async throws -> Value {
        let router = Router(routes)
        switch self {
        case .memory:
            let transport = InMemoryTransport(router)
            let client = APIClient(url: "http://service.example", token: token, transport: transport)
            return try await body(SocketClient(client: client, transport: transport))
        case .loopback:
            return try await listening(router) { address in
                let client = APIClient(url: address.url, token: token, transport: AsyncHTTPTransport())
                return try await body(SocketClient(client: client, transport: WebSocketTransport()))
            }
        }
    }
}

/// A client, and what it opens websockets with.
struct SocketClient: Sendable {
    let client: APIClient
    let transport: any SocketTransport

    func open(_ chat: OpenChat = OpenChat(), limits: SocketLimits = SocketLimits(pingInterval: nil)) async throws(NoteFailure) -> Socket<
        Note, Note
    > {
        try await client.open(chat, over: transport, limits: limits)
    }
}

/// Reads to the end of a connection.
func ending(of connection: SocketConnection) async -> SocketClosure? {
    do throws(SocketClosure) {
        for try await _ in connection {}
    } catch {}
    return connection.closure
}
