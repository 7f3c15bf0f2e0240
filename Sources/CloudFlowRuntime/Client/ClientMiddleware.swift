/// Something that stands between a client and its transport: logging, tracing, metrics, an extra header field.
public protocol ClientMiddleware: Sendable {
    /// Passes a request on with `next`, and may change it, its response, or answer itself. It is called once for each attempt.
    func send(
        _ request: APIRequest,
        for route: Route,
        next: @Sendable (APIRequest) async throws(TransportFailure) -> APIResponse
    ) async throws(TransportFailure) -> APIResponse
}
