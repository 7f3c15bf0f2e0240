import HTTPTypes

/// A route and what answers on it.
public struct ServerRoute: Sendable {
    /// Which requests it answers.
    public let route: Route
    /// Whether the successful answer is a websocket.
    let isSocket: Bool
    let handler: Handler

    typealias Handler = @Sendable (APIRequest, _ parameters: [String: String], _ limits: ServerLimits) async throws(Refusal) -> APIResponse

    /// An operation that anybody may call.
    public init<Call: ServiceOperation>(
        _ operation: Call.Type,
        below basePath: String,
        _ serve: @escaping @Sendable (Call) async throws(Call.Failure) -> Call.Output
    ) {
        self.init(
            operation,
            below: basePath,
            identify: { (_) async throws(Refusal) in () },
            { (call, _) async throws(Call.Failure) in try await serve(call) }
        )
    }

    /// An operation that only an authenticated caller reaches.
    public init<Call: ServiceOperation, Principal: Sendable>(
        _ operation: Call.Type,
        below basePath: String,
        authenticate: @escaping @Sendable (BearerToken) async throws(AuthenticationFailure) -> Principal,
        _ serve: @escaping @Sendable (Call, Principal) async throws(Call.Failure) -> Call.Output
    ) {
        self.init(
            operation,
            below: basePath,
            identify: { (request) async throws(Refusal) in try await principal(of: request, authenticate) },
            serve
        )
    }

    /// An operation that only a caller reaches who is known in one of several ways.
    public init<Call: ServiceOperation, Principal: Sendable>(
        _ operation: Call.Type,
        below basePath: String,
        authenticate ways: [Authentication<Principal>],
        _ serve: @escaping @Sendable (Call, Principal) async throws(Call.Failure) -> Call.Output
    ) {
        self.init(
            operation,
            below: basePath,
            queryNames: ways.flatMap(\.queryNames),
            identify: { (request) async throws(Refusal) in try await ways.requiredPrincipal(of: request) },
            serve
        )
    }

    /// An operation whose callers may be known in one of several ways, or stay unknown.
    public init<Call: ServiceOperation, Principal: Sendable>(
        _ operation: Call.Type,
        below basePath: String,
        optionally ways: [Authentication<Principal>],
        _ serve: @escaping @Sendable (Call, Principal?) async throws(Call.Failure) -> Call.Output
    ) {
        self.init(
            operation,
            below: basePath,
            queryNames: ways.flatMap(\.queryNames),
            identify: { (request) async throws(Refusal) in try await ways.principal(of: request) },
            serve
        )
    }

    /// - Parameters:
    ///   - queryNames: the query parameters that tell who calls.
    ///   - identify: who calls, before anything else of the request is looked at. Only what a websocket can't be made of comes before.
    private init<Call: ServiceOperation, Caller: Sendable>(
        _ operation: Call.Type,
        below basePath: String,
        queryNames: [String] = [],
        identify: @escaping @Sendable (APIRequest) async throws(Refusal) -> Caller,
        _ serve: @escaping @Sendable (Call, Caller) async throws(Call.Failure) -> Call.Output
    ) {
        let socket = Call.self as? any SocketContract.Type
        route = Call.route.below(basePath)
        isSocket = socket != nil
        handler = { (request, parameters, limits) async throws(Refusal) in
            let subprotocol = try socket?.subprotocol(for: request)
            let caller = try await identify(request)
            let call: Call = try await read(request, parameters, limits, besides: queryNames)
            let response = await answer(call) { (call) async throws(Call.Failure) in try await serve(call, caller) }
            return response.speaking(subprotocol)
        }
    }

    /// Something that answers for an operation that is known at run time only.
    ///
    /// - Parameter serve: gets the values of the path's parameters, percent-decoded.
    package init(
        _ route: Route,
        _ serve: @escaping @Sendable (APIRequest, _ parameters: [String: String], ServerLimits) async throws(Refusal) -> APIResponse
    ) {
        self.route = route
        isSocket = false
        handler = serve
    }

    /// Something that is not an operation of a spec: a health check, a page.
    public init(_ method: String, _ path: String, operationID: String, _ serve: @escaping @Sendable (APIRequest) async -> APIResponse) {
        route = Route(method, path, operationID: operationID)
        isSocket = false
        handler = { (request, _, _) async throws(Refusal) in await serve(request) }
    }
}

private func principal<Principal>(
    of request: APIRequest,
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

private func read<Call: ServiceOperation>(
    _ request: APIRequest,
    _ parameters: [String: String],
    _ limits: ServerLimits,
    besides queryNames: [String] = []
) async throws(Refusal) -> Call {
    let content = try await ReceivedBody.Content(request, for: Call.self, limits)
    var reader = try RequestReader(request, route: Call.route, parameters: parameters, content: content)
    for name in queryNames { reader.query.know(name) }
    for pair in Call.route.fixedQuery.pairs { reader.query.know(pair.name) }
    let call = try Call(reading: &reader)
    // The URL of a callback is its receiver's, query and all.
    let isCallback = Call.route.path.isEmpty
    if !limits.ignoresUnknownQuery, !isCallback { try reader.refuseUnknownQuery() }
    return call
}

private func answer<Call: ServiceOperation>(_ call: Call, _ serve: (Call) async throws(Call.Failure) -> Call.Output) async -> APIResponse {
    var writer = ResponseWriter()
    do throws(Call.Failure) {
        Call.write(try await serve(call), to: &writer)
    } catch {
        error.write(to: &writer)
    }
    return writer.response
}

extension APIResponse {
    fileprivate func speaking(_ subprotocol: String?) -> APIResponse {
        guard socket != nil, let subprotocol else { return self }
        var response = self
        response.head.headerFields[.secWebSocketProtocol] = subprotocol
        return response
    }
}
