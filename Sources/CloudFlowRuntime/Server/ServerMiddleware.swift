/// Something that stands between a server and its services: access logs, metrics, request ids.
public protocol ServerMiddleware: Sendable {
    /// Passes a request on with `next`, and may change it, its response, or answer itself.
    ///
    /// - Parameter route: what the request's path and method lead to; nil where they lead nowhere, and the answer will be 404 or 405.
    func respond(to request: APIRequest, for route: Route?, next: @Sendable (APIRequest) async -> APIResponse) async -> APIResponse
}
