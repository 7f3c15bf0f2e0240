import CloudFlowRuntime
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Hands Hummingbird's requests to the router, and the router's responses back.
struct RouterResponder: HTTPResponder {
    let router: CloudFlowRuntime.Router

    func respond(to request: Request, context: Connection) async -> Response {
        let response = await router.respond(to: APIRequest(request.head, body: context.body(of: request)))
        return Response(response, to: request.method, over: context.channel)
    }

    /// The connection that a request came on.
    struct Connection: InitializableFromSource {
        let channel: any Channel

        init(source: ApplicationRequestContextSource) {
            channel = source.channel
        }

        /// The body, read from the connection while it is asked for.
        func body(of request: Request) -> Body {
            let fields = request.headers
            let length = fields[.contentLength].flatMap { Int($0) }
            if length ?? 0 == 0, fields[.transferEncoding] == nil { return Body() }
            return Body(stream: RequestBytes(body: request.body, channel: channel), length: length)
        }
    }
}

extension Response {
    /// Frames a response for the wire. One that can't be a final answer, such as a 1xx of a service, becomes 500.
    fileprivate init(_ response: APIResponse, to method: HTTPRequest.Method, over channel: any Channel) {
        guard (200...999).contains(response.status) else {
            self.init(Refusal(500, "unexpected failure").response, to: method, over: channel)
            return
        }
        let isBodiless = response.status == 204 || response.status == 304
        let body = method == .head || isBodiless ? ResponseBody() : ResponseBody(response.body, over: channel)
        self.init(status: response.head.status, body: body)
        headers = response.head.headerFields
        headers[.connection] = nil
        headers[.contentLength] = isBodiless ? nil : response.body.length.map(String.init)
        headers[.transferEncoding] = isBodiless || response.body.length != nil || method == .head ? nil : "chunked"
    }
}
