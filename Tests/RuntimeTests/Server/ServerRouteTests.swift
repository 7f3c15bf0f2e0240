import CloudFlowRuntime
import HTTPTypes
import Testing

/// What a request passes before its service sees it, and in which order.
struct ServerRouteTests {
    private let open = Router([ServerRoute(Measure.self, below: "/v1/") { (call) async throws(MeasureFailure) in call.size }])
    private let guarded = Router([
        ServerRoute(
            Measure.self,
            below: "/v1",
            authenticate: { (token) async throws(AuthenticationFailure) in
                switch token.value {
                case "good": return "acme"
                case "closed": throw .forbidden("the account is closed")
                case "broken": throw .unavailable("the accounts can't be read")
                default: throw .unauthorized("no such token")
                }
            },
            { (call, account) async throws(MeasureFailure) in
                if account != "acme" { throw .undocumented(.empty(500)) }
                return call.size
            }
        )
    ])

    @Test
    func serviceAnswersBelowTheBasePath() async throws {
        let response = await open.respond(to: request("GET", "/v1/sizes/7"))
        #expect(response.status == 200)
        #expect(response.body.bytes == Array("7".utf8))
        #expect(response.head.headerFields[.contentType] == "application/json")
        #expect(await open.respond(to: request("GET", "/sizes/7")).status == 404)
    }

    @Test(
        arguments: [
            (nil, 401, "the Authorization field is missing; send 'Bearer' and the token"),
            ("good", 401, "the Authorization field is not 'Bearer' and a token"),
            ("Basic good", 401, "the Authorization field is not 'Bearer' and a token"),
            ("Bearer", 401, "the Authorization field is not 'Bearer' and a token"),
            ("Bearer ", 401, "the Authorization field is not 'Bearer' and a token"),
            ("Bearer good good", 401, "the Authorization field is not 'Bearer' and a token"),
            ("Bearer Good", 401, "no such token"),
            ("Bearer closed", 403, "the account is closed"),
            ("Bearer broken", 417, "the accounts can't be read"),
        ] as [(String?, Int, String)]
    )
    func callerThatIsNotKnownIsRefused(_ field: String?, status: Int, message: String) async throws {
        var get = request("GET", "/v1/sizes/7")
        get.head.headerFields[.authorization] = field
        let response = await guarded.respond(to: get)
        #expect(response.status == status)
        #expect(try response.apiError() == APIError(ErrorCode(status: status), message))
        #expect(response.head.headerFields[.wwwAuthenticate] == (status == 401 ? "Bearer" : nil))
    }

    @Test(arguments: ["Bearer good", "bearer good", "BEARER good", "Bearer  good"])
    func callerThatIsKnownIsServed(_ field: String) async {
        var get = request("GET", "/v1/sizes/7")
        get.head.headerFields[.authorization] = field
        #expect(await guarded.respond(to: get).status == 200)
    }

    /// Two tokens are none.
    @Test
    func secondTokenIsRefused() async {
        var get = request("GET", "/v1/sizes/7")
        get.head.headerFields.append(HTTPField(name: .authorization, value: "Bearer good"))
        get.head.headerFields.append(HTTPField(name: .authorization, value: "Bearer good"))
        #expect(await guarded.respond(to: get).status == 401)
    }

    /// Whoever is not known doesn't learn what is wrong with a request, and its body is not read.
    @Test
    func callerIsCheckedBeforeTheRequest() async {
        let body = Body(
            stream: AsyncThrowingStream<[UInt8], any Error> {
                Issue.record("the body was read"); return []
            }
        )
        let get = APIRequest(request("GET", "/v1/sizes/many?unknown").head, body: body)
        #expect(await guarded.respond(to: get).status == 401)
    }

    @Test
    func unknownQueryIsRefusedUnlessTheServerPassesItOver() async throws {
        let response = await open.respond(to: request("GET", "/v1/sizes/7?unit=m"))
        #expect(response.status == 422)
        let routes = [ServerRoute(Measure.self, below: "/v1") { (call) async throws(MeasureFailure) in call.size }]
        let lenient = Router(routes, limits: ServerLimits(ignoresUnknownQuery: true))
        #expect(await lenient.respond(to: request("GET", "/v1/sizes/7?unit=m")).status == 200)
    }

    @Test
    func bodyOverTheLimitIsRefused() async throws {
        let routes = [ServerRoute(Measure.self, below: "/v1") { (call) async throws(MeasureFailure) in call.size }]
        let router = Router(routes, limits: ServerLimits(body: 3))
        #expect(await router.respond(to: request("GET", "/v1/sizes/7", body: "abc")).status == 200)
        let response = await router.respond(to: request("GET", "/v1/sizes/7", body: "abcd"))
        #expect(response.status == 413)
        #expect(try response.apiError() == APIError(.failed, "the body is longer than 3 bytes"))
    }

    @Test
    func bodyThatBreaksOffIsRefused() async throws {
        let broken = AsyncThrowingStream<[UInt8], any Error> { throw CancellationError() }
        let response = await open.respond(to: APIRequest(request("GET", "/v1/sizes/7").head, body: Body(stream: broken)))
        #expect(response.status == 400)
        #expect(try response.apiError() == APIError(.failed, "the body broke off"))
    }

    /// What a service learns from the services behind it stays with it.
    @Test
    func failureOfACallBehindTheServiceIsNotTold() async throws {
        let failure = CallFailure(.connection("10.0.0.7 refused"), delivery: .never)
        let router = Router([ServerRoute(Measure.self, below: "/") { (_) async throws(MeasureFailure) in throw .failed(failure) }])
        let response = await router.respond(to: request("GET", "/sizes/7"))
        #expect(response.status == 500)
        #expect(try response.apiError() == APIError(.failed, "unexpected failure"))
    }

    /// What another service answered is passed on, but for what belongs to its connection.
    @Test
    func answerOfAnotherServiceIsPassedOn() async {
        let answer = APIResponse(
            HTTPResponse(
                status: .init(code: 418),
                headerFields: [.contentType: "text/plain", .connection: "close", .transferEncoding: "chunked", .retryAfter: "1"]
            ),
            body: Body(Array("teapot".utf8))
        )
        let router = Router([ServerRoute(Measure.self, below: "/") { (_) async throws(MeasureFailure) in throw .undocumented(answer) }])
        let response = await router.respond(to: request("GET", "/sizes/7"))
        #expect(response.status == 418)
        #expect(response.head.headerFields == [.contentType: "text/plain", .retryAfter: "1"])
        #expect(response.body.bytes == Array("teapot".utf8))
    }
}
