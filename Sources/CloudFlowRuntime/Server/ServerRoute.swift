import HTTPTypes

/// A route and what answers on it.
public struct ServerRoute: Sendable {
    public let route: Route
    /// Whether the successful answer is a websocket.
    var isSocket = false
    let handler: Handler

    typealias Handler = @Sendable (APIRequest, _ parameters: [String: String], _ limits: ServerLimits) async throws(Refusal) -> APIResponse

    init(socket route: Route, handler: @escaping Handler) {
        self.route = route
        isSocket = true
        self.handler = handler
    }

    /// An operation that anybody may call.
    public init<Call: Operation>(
        _ operation: Call.Type,
        below basePath: String,
        _ serve: @escaping @Sendable (Call) async throws(Call.Failure) -> Call.Output
    ) {
        route = Call.route.below(basePath)
        handler = { (request, parameters, limits) async throws(Refusal) in
            let call: Call = try await read(request, parameters, limits)
            return await answer(call) { (call) async throws(Call.Failure) in try await serve(call) }
        }
    }

    /// An operation that only an authenticated caller reaches.
    public init<Call: Operation, Principal: Sendable>(
        _ operation: Call.Type,
        below basePath: String,
        authenticate: @escaping @Sendable (BearerToken) async throws(AuthenticationFailure) -> Principal,
        _ serve: @escaping @Sendable (Call, Principal) async throws(Call.Failure) -> Call.Output
    ) {
        route = Call.route.below(basePath)
        handler = { (request, parameters, limits) async throws(Refusal) in
            let principal = try await identify(request, authenticate)
            let call: Call = try await read(request, parameters, limits)
            return await answer(call) { (call) async throws(Call.Failure) in try await serve(call, principal) }
        }
    }

    /// An operation that only a caller reaches who is known in one of several ways.
    public init<Call: Operation, Principal: Sendable>(
        _ operation: Call.Type,
        below basePath: String,
        authenticate ways: [Authentication<Principal>],
        _ serve: @escaping @Sendable (Call, Principal) async throws(Call.Failure) -> Call.Output
    ) {
        route = Call.route.below(basePath)
        handler = { (request, parameters, limits) async throws(Refusal) in
            let principal = try await ways.requiredPrincipal(of: request)
            let call: Call = try await read(request, parameters, limits, besides: ways.flatMap(\.queryNames))
            return await answer(call) { (call) async throws(Call.Failure) in try await serve(call, principal) }
        }
    }

    /// An operation whose callers may be known in one of several ways, or stay unknown.
    public init<Call: Operation, Principal: Sendable>(
        _ operation: Call.Type,
        below basePath: String,
        optionally ways: [Authentication<Principal>],
        _ serve: @escaping @Sendable (Call, Principal?) async throws(Call.Failure) -> Call.Output
    ) {
        route = Call.route.below(basePath)
        handler = { (request, parameters, limits) async throws(Refusal) in
            let principal = try await ways.principal(of: request)
            let call: Call = try await read(request, parameters, limits, besides: ways.flatMap(\.queryNames))
            return await answer(call) { (call) async throws(Call.Failure) in try await serve(call, principal) }
        }
    }

    /// Something that is not an operation of a spec: a health check, a page.
    public init(_ method: String, _ path: String, operationID: String, _ serve: @escaping @Sendable (APIRequest) async -> APIResponse) {
        route = Route(method, path, operationID: operationID)
        handler = { (request, _, _) async throws(Refusal) in await serve(request) }
    }
}

func identify<Principal>(
    _ request: APIRequest,
    _ authenticate: (BearerToken) async throws(AuthenticationFailure) -> Principal
) async throws(Refusal) -> Principal {
    guard let field = request.head.headerFields[.authorization] else {
        throw .unauthorized("the Authorization field is missing; send 'Bearer' and the token")
    }
    guard let token = BearerToken(headerValue: field) else { throw .unauthorized("the Authorization field is not 'Bearer' and a token") }
    do throws(AuthenticationFailure) {
        return try await authenticate(token)
    } catch {
        throw error.refusal()
    }
}

func read<Call: Operation>(
    _ request: APIRequest,
    _ parameters: [String: String],
    _ limits: ServerLimits,
    besides queryNames: [String] = []
) async throws(Refusal) -> Call {
    let content = try await ReceivedBody.Content(request, for: Call.self, limits)
    var reader = try RequestReader(request, route: Call.route, parameters: parameters, content: content)
    for name in queryNames { reader.query.know(name) }
    let call = try Call(reading: &reader)
    // The URL of a callback is its receiver's, query and all.
    let isCallback = Call.route.path.isEmpty
    if !limits.ignoresUnknownQuery, !isCallback { try reader.refuseUnknownQuery() }
    return call
}

func answer<Call: Operation>(_ call: Call, _ serve: (Call) async throws(Call.Failure) -> Call.Output) async -> APIResponse {
    var writer = ResponseWriter()
    do throws(Call.Failure) {
        Call.write(try await serve(call), to: &writer)
    } catch {
        error.write(to: &writer)
    }
    return writer.response
}
