import AsyncHTTPClient
import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowServerTransport
import HTTPTypes
import Testing

/// What the transport makes of the clients that it may stand on.
@Suite(.timeLimit(.minutes(10)))
struct AsyncHTTPTransportTests {
    private let route = ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in Note(id: call.id, text: "answered") }

    @Test
    func transportWithConnectionsOfItsOwnIsShutDown() async throws {
        let transport = AsyncHTTPTransport(connectTimeout: .seconds(5), connectionsPerHost: 1)
        let failure = try await listening(Router([route])) { address in
            let client = APIClient(url: address.url, transport: transport, options: CallOptions(retry: .never))
            let note = try await client.send(GetNote(id: "1"))
            #expect(note.text == "answered")
            await transport.shutdown()
            await transport.shutdown()
            return try await client.failure(of: GetNote(id: "1"))
        }
        #expect(failure.callFailure?.delivery == .never)
    }

    @Test
    func transportThatIsSharedOutlivesShutdown() async throws {
        let transport = AsyncHTTPTransport()
        await transport.shutdown()
        let note = try await listening(Router([route])) { address in
            try await APIClient(url: address.url, transport: transport).send(GetNote(id: "1"))
        }
        #expect(note.text == "answered")
    }

    /// The one connection there may be is taken by a call that gets no answer.
    @Test
    func requestThatGetsNoConnectionWasNeverSent() async throws {
        let transport = AsyncHTTPTransport(connectTimeout: .milliseconds(50), connectionsPerHost: 1)
        let arrived = Gate()
        let script: @Sendable (inout RawServer.Connection) async throws -> Void = { connection in
            _ = try await connection.head()
            arrived.open()
            try await connection.untilClosed()
        }
        let failure = try await RawServer.run(script) { server in
            var client = APIClient(url: server.url, transport: transport, options: CallOptions(retry: .never))
            // On a busy machine making the connection, too, may take longer than it has.
            client.options.retry = RetryPolicy(attempts: 99, budget: RetryBudget(capacity: 99), jitter: { _ in .zero })
            let first = Task { [client] in try await client.failure(of: GetNote(id: "1")) }
            await arrived.wait()
            client.options.retry = .never
            let failure = try await client.failure(of: GetNote(id: "2"))
            first.cancel()
            _ = try await first.value
            return failure
        }
        await transport.shutdown()
        #expect(failure.callFailure?.delivery == .never)
    }

    @Test
    func redirectThatAClientFollowedIsNoAnswer() async throws {
        let moved = ServerRoute("GET", "/notes/{id}", operationID: "moved") { _ in
            APIResponse(HTTPResponse(status: .temporaryRedirect, headerFields: [.location: "/elsewhere"]))
        }
        let elsewhere = ServerRoute("GET", "/elsewhere", operationID: "elsewhere") { _ in
            APIResponse(HTTPResponse(status: .ok), body: Body(Array("{}".utf8)))
        }
        let failure = try await listening(Router([moved, elsewhere])) { address in
            let client = APIClient(url: address.url, transport: AsyncHTTPTransport(.shared), options: CallOptions(retry: .never))
            return try await client.failure(of: GetNote(id: "1"))
        }
        guard case .connection("the HTTP client followed a redirect") = failure.callFailure?.reason else {
            return #expect(Bool(false), "\(failure)")
        }
        #expect(failure.callFailure?.delivery == .delivered)
    }

    @Test(arguments: ["GET", "HEAD", "DELETE", "PATCH", "QUERY"])
    func methodArrives(_ method: String) async throws {
        let route = ServerRoute(method, "/", operationID: "method") { request in
            APIResponse(HTTPResponse(status: .ok, headerFields: [.server: request.head.method.rawValue]))
        }
        let server = try await listening(Router([route])) { address in
            try await AsyncHTTPTransport().send(request(method, address.url, "/")).head.headerFields[.server]
        }
        #expect(server == method)
    }

    @Test
    func fieldsArriveBothWays() async throws {
        let route = ServerRoute("GET", "/", operationID: "fields") { request in
            APIResponse(HTTPResponse(status: .ok, headerFields: [.cacheControl: request.head.headerFields[.cacheControl] ?? ""]))
        }
        let field = try await listening(Router([route])) { address in
            var get = request("GET", address.url, "/")
            get.head.headerFields[.cacheControl] = "no-cache"
            return try await AsyncHTTPTransport().send(get).head.headerFields[.cacheControl]
        }
        #expect(field == "no-cache")
    }

    @Test(arguments: [("ftp", "a"), ("http", ""), ("http", "a:99999"), ("http", "a:b"), ("http+unix", "a")])
    func requestToNoServerIsNotSent(_ scheme: String, _ authority: String) async throws {
        let get = APIRequest(HTTPRequest(method: .get, scheme: scheme, authority: authority, path: "/"))
        let failure = await #expect(throws: TransportFailure.self) { try await AsyncHTTPTransport().send(get) }
        #expect(failure?.delivery == .never)
    }
}
