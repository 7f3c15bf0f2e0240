import CloudFlowRuntime
import HTTPTypes
import Testing

/// What a service answers arrives at the client as what it is.
@Suite(.timeLimit(.minutes(10)))
struct AnswerTests {
    let note = Note(id: "1", text: "Grüße, 👋", language: nil)

    @Test(arguments: Wire.allCases)
    func outputArrives(_ wire: Wire) async throws {
        let route = ServerRoute(GetNote.self, below: "/api/1.0") { (call) async throws(NoteFailure) in
            Note(id: call.id, text: "Grüße, 👋", language: call.language)
        }
        let answer = try await wire.serving(Router([route])) { transport, url in
            try await APIClient(url: url + "/api/1.0", transport: transport).send(GetNote(id: "1", language: "de"))
        }
        #expect(answer == Note(id: "1", text: "Grüße, 👋", language: "de"))
    }

    @Test(arguments: Wire.allCases)
    func bodyArrivesAndAnswerWithoutBodyIsRead(_ wire: Wire) async throws {
        let note = note
        let route = ServerRoute(PostNote.self, below: "/") { (call) async throws(NoteFailure) in
            if call.body != note { throw .notFound(APIError(.notFound, "another note")) }
        }
        try await wire.serving(route) { client in try await client.send(PostNote(body: note)) }
    }

    @Test(arguments: Wire.allCases, ["a/b", "a b", "?", "#", "%", "%2F", "ü", "日本", "+", "&=", "~._-", "a:b;c,d", "...", "\"<>\\^`{|}"])
    func parametersArriveAsTheyWereGiven(_ wire: Wire, text: String) async throws {
        let route = ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in
            Note(id: call.id, text: "", language: call.language)
        }
        let answer = try await wire.serving(route) { client in try await client.send(GetNote(id: text, language: text)) }
        #expect(answer.id == text)
        #expect(answer.language == text)
    }

    @Test(arguments: Wire.allCases, [400, 401, 403, 404, 409, 410, 412, 417, 422, 429, 500, 503, 599])
    func documentedStatusArrivesAsItsCase(_ wire: Wire, status: Int) async throws {
        let error = APIError(ErrorCode(status: status), "status \(status)")
        let route = ServerRoute(GetNote.self, below: "/") { (_) async throws(NoteFailure) in throw NoteFailure(status, error) }
        let failure = try await wire.serving(route) { client in try await client.failure(of: GetNote(id: "1")) }
        #expect(failure.status == status)
        #expect(failure.apiError == error)
    }

    @Test(arguments: Wire.allCases)
    func unknownErrorCodeIsKept(_ wire: Wire) async throws {
        let error = APIError("outOfPaper", "no paper")
        let route = ServerRoute(GetNote.self, below: "/") { (_) async throws(NoteFailure) in throw .conflict(error) }
        let failure = try await wire.serving(route) { client in try await client.failure(of: GetNote(id: "1")) }
        #expect(failure.apiError?.code == .other("outOfPaper"))
    }

    /// 3xx among them: no redirect is followed.
    @Test(arguments: Wire.allCases, [201, 204, 302, 307, 418, 451])
    func undocumentedStatusIsKeptWhole(_ wire: Wire, status: Int) async throws {
        let answer = APIResponse(
            HTTPResponse(status: .init(code: status), headerFields: [.location: "/elsewhere", .contentType: "text/plain"]),
            body: Body(Array("as it is".utf8))
        )
        let failure = try await wire.failure(answering: answer)
        let kept = try #require(failure.undocumentedResponse)
        #expect(kept.status == status)
        #expect(kept.head.headerFields[.location] == "/elsewhere")
        let hasBody = wire == .memory || status != 204
        #expect(kept.body.bytes == (hasBody ? Array("as it is".utf8) : []))
    }

    @Test(arguments: Wire.allCases)
    func emptyBodyIsUnreadable(_ wire: Wire) async throws {
        let failure = try await wire.failure(answering: APIResponse(HTTPResponse(status: .ok)))
        guard case .unreadable = try #require(failure.callFailure).reason else { return #expect(Bool(false), "\(failure)") }
        #expect(failure.callFailure?.delivery == .delivered)
    }

    @Test(arguments: Wire.allCases)
    func pageInsteadOfJSONIsNotRead(_ wire: Wire) async throws {
        let page = APIResponse(
            HTTPResponse(status: .ok, headerFields: [.contentType: "Text/HTML; charset=utf-8"]),
            body: Body(Array("<h1>Welcome</h1>".utf8))
        )
        let failure = try #require(try await wire.failure(answering: page).callFailure)
        guard case .unexpectedMediaType("text/html") = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(failure.response?.body.bytes == Array("<h1>Welcome</h1>".utf8))
        #expect(!"\(failure)".contains("Welcome"))
    }

    @Test(arguments: Wire.allCases)
    func documentedStatusWithAPageIsUndocumented(_ wire: Wire) async throws {
        let page = APIResponse(
            HTTPResponse(status: .notFound, headerFields: [.contentType: "text/html"]),
            body: Body(Array("<h1>404</h1>".utf8))
        )
        let kept = try #require(try await wire.failure(answering: page).undocumentedResponse)
        #expect(kept.status == 404)
        #expect(kept.mediaType == "text/html")
    }

    @Test(arguments: Wire.allCases)
    func truncatedJSONIsUnreadable(_ wire: Wire) async throws {
        let answer = APIResponse(
            HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
            body: Body(Array(#"{"id":"1","te"#.utf8))
        )
        let failure = try #require(try await wire.failure(answering: answer).callFailure)
        guard case .unreadable(let error) = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(error.kind == .unexpectedEnd)
    }

    @Test(arguments: Wire.allCases)
    func streamedAnswerIsPutTogether(_ wire: Wire) async throws {
        let json = Array(#"{"id":"1","text":"in pieces"}"#.utf8)
        let pieces = AsyncThrowingStream<[UInt8], any Error> { continuation in
            for byte in json { continuation.yield([byte]) }
            continuation.finish()
        }
        let route = ServerRoute("GET", "/notes/{id}", operationID: "getNote") { _ in
            APIResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Body(stream: pieces))
        }
        let answer = try await wire.serving(route) { client in try await client.send(GetNote(id: "1")) }
        #expect(answer.text == "in pieces")
    }

    @Test(arguments: Wire.allCases)
    func misspeltQueryIsRefusedWithTheRightName(_ wire: Wire) async throws {
        let route = ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in Note(id: call.id, text: "") }
        let response = try await wire.serving(Router([route])) { transport, url in
            try await transport.send(request("GET", url, "/notes/1?Language=de")).whole()
        }
        #expect(response.status == 422)
        #expect(try response.apiError().message.contains("did you mean 'language'?"))
        #expect(try response.apiError().code == .invalidData)
    }

    @Test(arguments: Wire.allCases)
    func codedBodyIsRefused(_ wire: Wire) async throws {
        let route = ServerRoute(PostNote.self, below: "/") { (_) async throws(NoteFailure) in }
        let response = try await wire.serving(Router([route])) { transport, url in
            var post = request("POST", url, "/notes", body: Array("\u{1f}\u{8b}".utf8))
            post.head.headerFields = [.contentType: "application/json", .contentEncoding: "gzip"]
            return try await transport.send(post).whole()
        }
        #expect(response.status == 415)
        #expect(response.head.headerFields[.acceptEncoding] == "identity")
        #expect(try response.apiError().code == .failed)
    }

    @Test(arguments: Wire.allCases)
    func bodyOverTheLimitIsRefused(_ wire: Wire) async throws {
        let route = ServerRoute(PostNote.self, below: "/") { (_) async throws(NoteFailure) in }
        let failure = try await wire.serving(Router([route], limits: ServerLimits(body: 1000))) { transport, url in
            try await APIClient(url: url, transport: transport)
                .failure(of: PostNote(body: Note(id: "1", text: String(repeating: "x", count: 1000))))
        }
        let response = try #require(failure.undocumentedResponse)
        #expect(response.status == 413)
        #expect(try response.apiError() == APIError(.failed, "the body is longer than 1000 bytes"))
    }
}

extension NoteFailure {
    fileprivate init(_ status: Int, _ error: APIError) {
        self =
            switch status {
            case 400: .failed400(error)
            case 401: .unauthorized(error)
            case 403: .forbidden(error)
            case 404: .notFound(error)
            case 409: .conflict(error)
            case 410: .gone(error)
            case 412: .preconditionFailed(error)
            case 417: .expectationFailed(error)
            case 422: .unprocessableContent(error)
            case 429: .tooManyRequests(error)
            default: .other(status: status, error)
            }
    }

    fileprivate var status: Int? {
        switch self {
        case .failed400: 400
        case .unauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .conflict: 409
        case .gone: 410
        case .preconditionFailed: 412
        case .expectationFailed: 417
        case .unprocessableContent: 422
        case .tooManyRequests: 429
        case .other(let status, _): status
        case .undocumented, .failed: nil
        }
    }
}

extension Wire {
    /// What `GetNote` makes of an answer.
    fileprivate func failure(answering answer: APIResponse) async throws -> NoteFailure {
        let route = ServerRoute("GET", "/notes/{id}", operationID: "getNote") { _ in answer }
        return try await serving(route) { client in try await client.failure(of: GetNote(id: "1")) }
    }
}
