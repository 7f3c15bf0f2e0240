import CloudFlowRuntime
import HTTPTypes

/// Passes requests on, and keeps the last one.
actor RecordingTransport: ClientTransport {
    private let next: any ClientTransport
    private(set) var request: APIRequest?
    private(set) var response: APIResponse?

    init(_ next: any ClientTransport) { self.next = next }

    /// The path and the query that were asked for.
    var target: String? { request?.head.path }

    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse {
        self.request = request
        let response = try await next.send(request)
        self.response = response
        return response
    }

    /// Sends a request that no client makes.
    func send(_ method: String, _ target: String, fields: HTTPFields = [:], body: [UInt8] = []) async throws(TransportFailure)
        -> APIResponse
    {
        let head = HTTPRequest(
            method: HTTPRequest.Method(method) ?? .get,
            scheme: "http",
            authority: "service.example",
            path: target,
            headerFields: fields
        )
        return try await next.send(APIRequest(head, body: Body(body)))
    }
}
