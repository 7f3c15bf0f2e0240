import HTTPTypes

/// Joins a client to services in the same process, without a socket: for tests, and for mocks of a service.
///
/// Requests pass through the same router, the same checks and the same coding as over a network.
public struct InMemoryTransport: ClientTransport {
    private let router: Router

    /// A transport to all services of a router.
    public init(_ router: Router) {
        self.router = router
    }

    /// A transport to a single service: `InMemoryTransport(service.routes())`.
    public init(_ routes: [ServerRoute]) {
        self.init(Router(routes))
    }

    public func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse {
        if Task.isCancelled { throw TransportFailure("cancelled", delivery: .never) }
        let response = await router.respond(to: request)
        // What a service answers because it was cancelled is no answer: over a network it would not arrive.
        if Task.isCancelled { throw TransportFailure("cancelled", delivery: .unknown) }
        return response
    }
}

extension InMemoryTransport: SocketTransport {
    public func open(_ request: APIRequest, limits: SocketLimits) async throws(TransportFailure) -> SocketAnswer {
        var request = request
        request.handshake = .sound
        let response = try await send(request)
        guard let upgrade = response.socket else { return .refused(response) }
        let subprotocol = response.head.headerFields[.secWebSocketProtocol]
        let (client, server) = InMemorySocket.pair(subprotocol: subprotocol, limits: limits, peerLimits: upgrade.limits)
        upgrade.open(server)
        return .opened(client)
    }
}
