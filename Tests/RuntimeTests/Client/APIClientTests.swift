import CloudFlowRuntime
import HTTPTypes
import Testing

/// What a client sends, and what it doesn't.
struct APIClientTests {
    @Test
    func requestGoesBelowTheURLWithItsToken() async throws {
        let sent = Recorder<APIRequest>()
        let client = APIClient(
            url: "https://cloud.example/client/1.1/",
            token: BearerToken("t0ken"),
            transport: Canned(sent) { (_) throws(TransportFailure) in .number(7) }
        )
        #expect(try await client.send(Measure(size: 7)) == 7)
        let head = try #require(sent.values.first).head
        #expect(head.path == "/client/1.1/sizes/7")
        #expect(head.authority == "cloud.example")
        #expect(head.headerFields == [.authorization: "Bearer t0ken", .accept: "application/json"])
    }

    @Test(arguments: ["", "cloud.example", "ftp://cloud.example", "http://cloud.example:99999", "http://cloud.example?x"])
    func clientWithoutAUsableURLSendsNothing(_ url: String) async throws {
        let client = APIClient(url: url, transport: Canned { (_) throws(TransportFailure) in .number(7) })
        let failure = await #expect(throws: MeasureFailure.self) { try await client.send(Measure(size: 7)) }
        guard case .failed(let failure) = failure, case .unsendable = failure.reason else { return #expect(Bool(false)) }
        #expect(failure.delivery == .never)
        #expect(failure.attempts == 0)
        #expect(failure.operationID == "measure")
    }

    @Test
    func middlewareStandsAroundEachAttempt() async throws {
        let seen = Recorder<String>()
        let sent = Recorder<APIRequest>()
        let client = APIClient(
            url: "http://cloud.example",
            transport: Canned(sent) { (attempt) throws(TransportFailure) in
                if attempt == 1 { throw TransportFailure("no connection", delivery: .never) }
                return .number(7)
            },
            middleware: [Stamp("outer", seen), Stamp("inner", seen)],
            options: CallOptions(retry: RetryPolicy(jitter: { _ in .zero }))
        )
        #expect(try await client.send(Measure(size: 7)) == 7)
        #expect(seen.values == ["outer measure", "inner measure", "outer measure", "inner measure"])
        #expect(sent.values.map { $0.head.headerFields[.userAgent] } == ["outer inner", "outer inner"])
    }

    @Test
    func middlewareMayAnswerItself() async throws {
        let sent = Recorder<APIRequest>()
        let client = APIClient(
            url: "http://cloud.example",
            transport: Canned(sent) { (_) throws(TransportFailure) in .number(7) },
            middleware: [Cache()]
        )
        #expect(try await client.send(Measure(size: 7)) == 8)
        #expect(sent.values.isEmpty)
    }

    @Test
    func inMemoryTransportJoinsClientAndService() async throws {
        let route = ServerRoute(Measure.self, below: "/") { (call) async throws(MeasureFailure) in
            if call.size > 9 { throw .notFound(APIError(.notFound, "no such size")) }
            return call.size * 2
        }
        let client = APIClient(url: "http://service.example", transport: InMemoryTransport([route]))
        #expect(try await client.send(Measure(size: 4)) == 8)
        let failure = await #expect(throws: MeasureFailure.self) { try await client.send(Measure(size: 10)) }
        #expect(failure?.apiError == APIError(.notFound, "no such size"))
    }
}

/// Answers without a service, and keeps what it was sent.
private struct Canned: ClientTransport {
    let sent: Recorder<APIRequest>
    let answer: @Sendable (_ attempt: Int) throws(TransportFailure) -> APIResponse

    init(_ sent: Recorder<APIRequest> = Recorder(), answer: @escaping @Sendable (Int) throws(TransportFailure) -> APIResponse) {
        self.sent = sent
        self.answer = answer
    }

    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse {
        sent.add(request)
        return try answer(sent.values.count)
    }
}

private struct Stamp: ClientMiddleware {
    let name: String
    let seen: Recorder<String>

    init(_ name: String, _ seen: Recorder<String>) {
        self.name = name
        self.seen = seen
    }

    func send(
        _ request: APIRequest,
        for route: Route,
        next: @Sendable (APIRequest) async throws(TransportFailure) -> APIResponse
    ) async throws(TransportFailure) -> APIResponse {
        seen.add("\(name) \(route.operationID)")
        var request = request
        request.head.headerFields[.userAgent] = [request.head.headerFields[.userAgent], name].compactMap(\.self).joined(separator: " ")
        return try await next(request)
    }
}

private struct Cache: ClientMiddleware {
    func send(
        _ request: APIRequest,
        for route: Route,
        next: @Sendable (APIRequest) async throws(TransportFailure) -> APIResponse
    ) async throws(TransportFailure) -> APIResponse { .number(8) }
}

extension APIResponse {
    fileprivate static func number(_ number: Int) -> APIResponse {
        APIResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Body(Array("\(number)".utf8)))
    }
}
