import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowServerTransport
import HTTPTypes
import Testing

/// Who gets a websocket, and what the others get.
@Suite(.timeLimit(.minutes(10)))
struct SocketHandshakeTests {
    @Test(arguments: Wire.allCases)
    func refusalIsTheDocumentedFailure(_ wire: Wire) async throws {
        for (token, status) in [(nil, 401), ("bad", 401), ("barred", 403), ("late", 429), ("nowhere", 404)] as [(String?, Int)] {
            try await wire.opening(Self.guarded, token: token.map { BearerToken($0) }) { client in
                do throws(NoteFailure) {
                    _ = try await client.open()
                    Issue.record("the socket was opened")
                } catch {
                    switch error {
                    case .unauthorized: #expect(status == 401)
                    case .forbidden(let error): #expect(status == 403 && error.message == "not you")
                    case .notFound(let error): #expect(status == 404 && error.code == .notFound)
                    case .tooManyRequests(let error): #expect(status == 429 && error.code == .tooManyConnections)
                    default: Issue.record("\(error)")
                    }
                }
            }
        }
        try await wire.opening(Self.guarded, token: BearerToken("good")) { client in
            let socket = try await client.open()
            #expect(socket.closure == nil)
        }
    }

    @Test
    func acceptanceIsWhatTheProtocolAsksFor() async throws {
        try await connected { client in
            let response = try #require(try await client.open(Self.handshake("Sec-WebSocket-Protocol: other, notes.v1")))
            #expect(response.status == 101)
            #expect(response.fields["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
            #expect(response.fields["upgrade"] == "websocket")
            #expect(response.fields["connection"] == "upgrade")
            #expect(response.fields["sec-websocket-protocol"] == "notes.v1")
            #expect(response.fields["sec-websocket-extensions"] == nil)
        }
    }

    @Test
    func extensionIsNotTaken() async throws {
        try await connected { client in
            let response = try await client.open(Self.handshake("Sec-WebSocket-Extensions: permessage-deflate"))
            #expect(response?.status == 101)
            #expect(response?.fields["sec-websocket-extensions"] == nil)
        }
    }

    @Test(arguments: [
        ("Sec-WebSocket-Protocol: other", 400), ("Content-Length: 5", 400), ("Transfer-Encoding: chunked", 400),
        ("Sec-WebSocket-Version: 8", 426), ("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", 400),
    ])
    func handshakeThatCannotBeGrantedIsRefused(_ field: String, _ status: Int) async throws {
        try await connected { client in
            try await client.send(Self.handshake(field) + (field.hasPrefix("Content") ? "hello" : ""))
            let response = try #require(try await client.response())
            #expect(response.status == status)
            #expect(response.fields["connection"] == "close")
            #expect(try APIError(json: Array(response.body.utf8)).message != "")
            #expect(try await client.rest() == "")
        }
    }

    @Test(arguments: [
        "Sec-WebSocket-Version: 13\r\n", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "Upgrade: WebSocket\r\n",
    ])
    func handshakeThatLacksAFieldIsRefused(_ field: String) async throws {
        try await connected { client in
            let response = try await client.open(RawClient.handshake.replacing(field, with: ""))
            #expect([400, 426].contains(response?.status))
        }
    }

    @Test
    func keptAliveConnectionDoesNotBecomeASocket() async throws {
        try await connected { client in
            try await client.send("GET /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await client.response()?.status == 200)
            let response = try await client.open()
            #expect(response?.status == 426)
            #expect(response?.fields["upgrade"] == "websocket")
            #expect(try await client.rest() == "")
        }
    }

    @Test
    func plainRequestIsToldToUpgrade() async throws {
        try await connected { client in
            try await client.send("GET /chat HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await client.response()?.status == 426)
            try await client.send("POST /chat HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            #expect(try await client.response()?.status == 405)
        }
    }

    @Test
    func middlewareSeesTheHandshake() async throws {
        struct Stamp: ServerMiddleware {
            func respond(to request: APIRequest, for route: Route?, next: @Sendable (APIRequest) async -> APIResponse) async -> APIResponse
            {
                var response = await next(request)
                response.head.headerFields[.server] = "\(route?.operationID ?? "") \(response.status)"
                return response
            }
        }
        try await listening(Router([.echo()], middleware: [Stamp()])) { address in
            try await RawClient.connected(to: address.port) { client in
                let response = try await client.open()
                #expect(response?.fields["server"] == "openChat 101")
            }
        }
    }

    @Test
    func serviceGetsTheConnectionOfAClientThatHasGone() async throws {
        let asked = Gate()
        let answer = Gate()
        let (closures, continuation) = AsyncStream.makeStream(of: SocketClosure?.self)
        let route = ServerRoute(OpenChat.self, below: "/") { (_) async throws(NoteFailure) in
            asked.open()
            await answer.wait()
            return SocketUpgrade { connection in continuation.yield(await ending(of: connection)) }
        }
        try await listening(Router([route])) { address in
            try await RawClient.connected(to: address.port) { client in
                try await client.send(RawClient.handshake)
                await asked.wait()
            }
            try await Task.sleep(for: .milliseconds(50))
            answer.open()
            #expect(await closures.first { _ in true }??.code == .lost)
        }
    }

    // MARK: The client

    @Test(arguments: [
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n", "rubbish\r\n\r\n", "",
    ])
    func clientTakesNoHandshakeThatIsNotInOrder(_ answer: String) async throws {
        try await RawServer.run { connection in
            _ = try await connection.head()
            try await connection.send(answer)
        } _: { server in
            let client = SocketClient(
                client: APIClient(url: server.url, transport: AsyncHTTPTransport()),
                transport: WebSocketTransport()
            )
            do throws(NoteFailure) {
                _ = try await client.open()
                Issue.record("the socket was opened")
            } catch {
                #expect(error.callFailure != nil)
            }
        }
    }

    @Test
    func nobodyListensIsAFailureBeforeSending() async throws {
        let transport = WebSocketTransport()
        let client = SocketClient(client: APIClient(url: "http://127.0.0.1:1", transport: AsyncHTTPTransport()), transport: transport)
        do throws(NoteFailure) {
            _ = try await client.open()
        } catch {
            #expect(error.callFailure?.delivery == .never)
        }
    }

    @Test
    func silentServerTimesOut() async throws {
        try await RawServer.run { connection in
            try await connection.untilClosed()
        } _: { server in
            let client = SocketClient(
                client: APIClient(url: server.url, transport: AsyncHTTPTransport()),
                transport: WebSocketTransport(timeout: .milliseconds(50))
            )
            await #expect(throws: NoteFailure.self) { _ = try await client.open() }
        }
    }

    private static let guarded = ServerRoute(
        OpenChat.self,
        below: "/",
        authenticate: { (token) async throws(AuthenticationFailure) in
            switch token.value {
            case "bad": throw .unauthorized("who are you?")
            case "barred": throw .forbidden("not you")
            default: return token.value
            }
        },
        { (_, account) async throws(NoteFailure) in
            if account == "late" { throw .tooManyRequests(APIError(.tooManyConnections, "100 connections are open")) }
            if account == "nowhere" { throw .notFound(APIError(.notFound, "no such room")) }
            return SocketUpgrade { connection in _ = await ending(of: connection) }
        }
    )

    private static func handshake(_ field: String) -> String {
        let name = field.prefix { $0 != ":" } + ":"
        let lines = RawClient.handshake.split(separator: "\r\n").filter { name != "Sec-WebSocket-Version:" || !$0.hasPrefix(name) }
        return lines.joined(separator: "\r\n") + "\r\n\(field)\r\n\r\n"
    }

    private func connected(_ body: @Sendable (inout RawClient) async throws -> Void) async throws {
        let note = ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in Note(id: call.id, text: "here") }
        try await listening(Router([.echo(), note])) { address in
            try await RawClient.connected(to: address.port) { client in try await body(&client) }
        }
    }
}
