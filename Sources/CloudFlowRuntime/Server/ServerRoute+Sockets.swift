import HTTPTypes

extension ServerRoute {
    /// A websocket that anybody may open.
    public init<Call: SocketOperation>(
        socket operation: Call.Type,
        below basePath: String,
        _ serve: @escaping @Sendable (Call) async throws(Call.Failure) -> SocketUpgrade
    ) {
        self.init(socket: Call.route.below(basePath)) { (request, parameters, limits) async throws(Refusal) in
            let subprotocol = try Call.subprotocol(for: request)
            let call: Call = try await read(request, parameters, limits)
            let response = await answer(call) { (call) async throws(Call.Failure) in try await serve(call) }
            return response.speaking(subprotocol)
        }
    }

    /// A websocket that only an authenticated caller opens. Who is refused gets an ordinary response, and no websocket.
    public init<Call: SocketOperation, Principal: Sendable>(
        socket operation: Call.Type,
        below basePath: String,
        authenticate: @escaping @Sendable (BearerToken) async throws(AuthenticationFailure) -> Principal,
        _ serve: @escaping @Sendable (Call, Principal) async throws(Call.Failure) -> SocketUpgrade
    ) {
        self.init(socket: Call.route.below(basePath)) { (request, parameters, limits) async throws(Refusal) in
            let subprotocol = try Call.subprotocol(for: request)
            let principal = try await identify(request, authenticate)
            let call: Call = try await read(request, parameters, limits)
            let response = await answer(call) { (call) async throws(Call.Failure) in try await serve(call, principal) }
            return response.speaking(subprotocol)
        }
    }
}

extension APIResponse {
    fileprivate func speaking(_ subprotocol: String?) -> APIResponse {
        guard socket != nil, let subprotocol else { return self }
        var response = self
        response.head.headerFields[.secWebSocketProtocol] = subprotocol
        return response
    }
}
