import CloudFlowRuntime
import HTTPTypes
import Testing

/// Where a request leads.
struct RouterTests {
    private static let router = Router([
        echo("GET", "/devices"), echo("GET", "/devices/enrol"), echo("GET", "/devices/{referenceId}"),
        echo("GET", "/devices/{referenceId}/connected"), echo("DELETE", "/devices/{referenceId}"), echo("POST", "/devices"),
        echo("GET", "/{a}/{b}/{c}/{d}"), echo("GET", "/devices/{x}/{y}/end"), echo("GET", "/"),
    ])

    @Test(
        arguments: [
            ("/devices", "/devices"),
            ("/devices?model=x", "/devices"),
            ("/devices?", "/devices"),
            ("/devices/42", "/devices/{referenceId}"),
            ("/devices/enrol", "/devices/enrol"),
            ("/devices/enrol/connected", "/devices/{referenceId}/connected"),
            ("/devices/Enrol", "/devices/{referenceId}"),
            ("/devices/1/2/end", "/devices/{x}/{y}/end"),
            ("/devices/1/2/start", "/{a}/{b}/{c}/{d}"),
            ("/", "/"),
            // Percent-encoding stands for the character itself: in a literal, too.
            ("/%64evices", "/devices"),
            ("/devices/enr%6Fl", "/devices/enrol"),
            ("/devices/a%2Fconnected", "/devices/{referenceId}"),
            ("/devices/%C3%BC", "/devices/{referenceId}"),
        ]
    )
    func requestLeadsToItsRoute(_ target: String, path: String) async throws {
        #expect(await Self.router.respond(to: request("GET", target)).head.headerFields[.location] == path)
    }

    @Test(
        arguments: [
            "/nothing", "/Devices", "/DEVICES/42", "/devices/", "//devices", "/devices//connected", "/devices/42/", "/devices/42/Connected",
            "/devices/42/connected/", "", "*", "devices", "/devices%3Fmodel=x", "/devices%2F42",
        ]
    )
    func requestThatLeadsNowhereIsNotFound(_ target: String) async throws {
        let response = await Self.router.respond(to: request("GET", target))
        #expect(response.status == 404)
        #expect(try response.apiError().code == .notFound)
    }

    @Test(arguments: ["/devices/%", "/devices/%2", "/devices/%zz", "/devices/%FF", "/devices/%C3", "/%00%/x"])
    func pathThatIsNotTextIsRefused(_ target: String) async throws {
        let response = await Self.router.respond(to: request("GET", target))
        #expect(response.status == 400)
        #expect(try response.apiError().code == .failed)
    }

    @Test(arguments: [
        ("/devices", "GET, HEAD, POST"), ("/devices/42", "DELETE, GET, HEAD"), ("/devices/enrol", "GET, HEAD"), ("/", "GET, HEAD"),
    ])
    func methodThatAPathDoesNotTakeIsRefused(_ target: String, allowed: String) async throws {
        let response = await Self.router.respond(to: request("PUT", target))
        #expect(response.status == 405)
        #expect(response.head.headerFields[.allow] == allowed)
        #expect(try response.apiError() == APIError(.failed, "the path takes \(allowed) only"))
    }

    @Test
    func laterRouteTakesThePlaceOfAnEarlierOne() async {
        let router = Router([Self.echo("GET", "/a/{x}"), ServerRoute("GET", "/a/{y}", operationID: "later") { _ in .empty(204) }])
        #expect(await router.respond(to: request("GET", "/a/1")).status == 204)
    }

    @Test
    func middlewareSeesTheRouteAndWhatIsRefused() async {
        let seen = Recorder<String>()
        let middleware = [Named("outer", seen), Named("inner", seen)]
        let router = Router([Self.echo("GET", "/devices/{id}")], middleware: middleware)
        _ = await router.respond(to: request("GET", "/devices/42"))
        #expect(seen.values == ["outer /devices/{id}", "inner /devices/{id}", "inner 200", "outer 200"])
        _ = await router.respond(to: request("GET", "/nothing"))
        #expect(seen.values.suffix(4) == ["outer -", "inner -", "inner 404", "outer 404"])
    }

    /// The depth of a path costs no more than the routes are deep.
    @Test
    func longPathIsAnswered() async {
        let target = String(repeating: "/a", count: 100_000)
        #expect(await Self.router.respond(to: request("GET", target)).status == 404)
    }

    private static func echo(_ method: String, _ path: String) -> ServerRoute {
        ServerRoute(method, path, operationID: path) { _ in
            APIResponse(HTTPResponse(status: .ok, headerFields: [.location: path]))
        }
    }
}

private struct Named: ServerMiddleware {
    let name: String
    let seen: Recorder<String>

    init(_ name: String, _ seen: Recorder<String>) {
        self.name = name
        self.seen = seen
    }

    func respond(to request: APIRequest, for route: Route?, next: @Sendable (APIRequest) async -> APIResponse) async -> APIResponse {
        seen.add("\(name) \(route?.path ?? "-")")
        let response = await next(request)
        seen.add("\(name) \(response.status)")
        return response
    }
}
