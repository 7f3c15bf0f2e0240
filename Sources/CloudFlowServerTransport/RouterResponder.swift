import CloudFlowRuntime
import HTTPTypes
import Hummingbird
import NIOCore

/// Hands Hummingbird's requests to the router, and the router's responses back.
struct RouterResponder: HTTPResponder {
    let router: CloudFlowRuntime.Router

    func respond(to request: Request, context: Connection) async -> Response {
        let response = await router.respond(to: APIRequest(request.head, body: context.body(of: request)))
        return Response(response, to: request.method)
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
    fileprivate init(_ response: APIResponse, to method: HTTPRequest.Method) {
        guard (200...999).contains(response.status) else {
            self.init(Refusal(500, "unexpected failure").response, to: method)
            return
        }
        let isBodiless = response.status == 204 || response.status == 304
        self.init(status: response.head.status, body: method == .head || isBodiless ? ResponseBody() : ResponseBody(response.body))
        headers = response.head.headerFields
        headers[.connection] = nil
        headers[.contentLength] = isBodiless ? nil : response.body.length.map(String.init)
        headers[.transferEncoding] = isBodiless || response.body.length != nil || method == .head ? nil : "chunked"
    }
}

extension ResponseBody {
    fileprivate init(_ body: Body) {
        if let bytes = body.bytes {
            self.init(byteBuffer: ByteBuffer(bytes: bytes))
            return
        }
        self.init(contentLength: body.length) { writer in
            var due = body.length
            for try await chunk in body {
                due = due.map { $0 - chunk.count }
                if let due, due < 0 { throw WrongLength() }
                try await writer.write(ByteBuffer(bytes: chunk))
            }
            if let due, due > 0 { throw WrongLength() }
            try await writer.finish(nil)
        }
    }
}

/// A streamed body is not as long as it was said to be. The connection is closed: nothing else tells its client.
private struct WrongLength: Error {}
