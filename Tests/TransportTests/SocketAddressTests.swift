import CloudFlowRuntime
import HTTPTypes
import Synchronization
import Testing

/// Where a client asks for a websocket, and with which token.
struct SocketAddressTests {
    @Test(arguments: [
        ("wss://cloud.example/chat", "https", "cloud.example", "/chat"),
        ("ws://localhost:8080/client/1.1/socket", "http", "localhost:8080", "/client/1.1/socket"),
        ("WS://[::1]:9", "http", "[::1]:9", "/"),
        ("https://cloud.example/chat/?room=2", "https", "cloud.example", "/chat/?room=2"),
    ])
    func aWholeURLIsAskedAsItIs(_ url: String, scheme: String, authority: String, path: String) async throws {
        let transport = RefusingTransport()
        await #expect(throws: NoteFailure.self) { _ = try await client().open(OpenChat(), at: url, over: transport) }
        let request = try #require(transport.requests.first)
        #expect(request.head.scheme == scheme)
        #expect(request.head.authority == authority)
        #expect(request.head.path == path)
    }

    @Test
    func theOperationsOwnQueryFollows() async throws {
        let transport = RefusingTransport()
        await #expect(throws: NoteFailure.self) {
            _ = try await client().open(OpenChat(room: "9"), at: "ws://cloud.example/chat?key=1", over: transport)
        }
        #expect(transport.requests.first?.head.path == "/chat?key=1&room=9")
    }

    @Test(arguments: [
        "", "chat", "ftp://cloud.example/chat", "ws:/cloud.example", "ws://cloud.example/chat#top", "ws://cloud.example/?a b",
    ])
    func whatIsNoURLIsNotAsked(_ url: String) async throws {
        let transport = RefusingTransport()
        await #expect(throws: NoteFailure.self) { _ = try await client().open(OpenChat(), at: url, over: transport) }
        #expect(transport.requests.isEmpty)
    }

    private func client() -> APIClient {
        APIClient(url: "http://service.example/base", token: BearerToken("good"), transport: RefusingTransport())
    }
}

/// Refuses everything, and keeps what was asked for.
private final class RefusingTransport: ClientTransport, SocketTransport {
    private let asked = Mutex([APIRequest]())

    var requests: [APIRequest] { asked.withLock { $0 } }

    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse { APIResponse(HTTPResponse(status: .notFound)) }

    func open(_ request: APIRequest, limits: SocketLimits) async throws(TransportFailure) -> SocketAnswer {
        asked.withLock { $0.append(request) }
        return .refused(APIResponse(HTTPResponse(status: .unauthorized)))
    }
}
