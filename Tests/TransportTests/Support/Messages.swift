import CloudFlowRuntime
import HTTPTypes

/// A request to a path of a server, made by hand.
func request(_ method: String, _ url: String, _ path: String, body: [UInt8] = []) -> APIRequest {
    let authority = url.dropFirst("http://".count)
    let head = HTTPRequest(method: HTTPRequest.Method(method) ?? .get, scheme: "http", authority: String(authority), path: path)
    return APIRequest(head, body: Body(body))
}

extension APIResponse {
    /// The response with its body read.
    func whole() async throws -> APIResponse {
        APIResponse(head, body: Body(try await body.collect(upTo: 1 << 20)))
    }

    /// The error envelope of a response that has been read.
    func apiError() throws -> APIError {
        try APIError(json: body.bytes ?? [])
    }
}
