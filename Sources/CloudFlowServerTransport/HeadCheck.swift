import CloudFlowRuntime
import NIOHTTP1

extension HTTPRequestHead {
    /// Why a request is turned away before the router sees it.
    func refusal(above limits: ServerLimits) -> Refusal? {
        if uri.utf8.count > limits.header { return Refusal(414, "the URI is longer than \(limits.header) bytes") }
        let length = headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        if length > limits.header { return Refusal(431, "the header is longer than \(limits.header) bytes") }
        let hosts = headers["host"].count
        if hosts > 1 || hosts == 0 && version != .http1_0 { return Refusal(400, "the request has not one Host field") }
        let codings = headers[canonicalForm: "transfer-encoding"].map { $0.lowercased() }
        guard let last = codings.last else { return nil }
        // RFC 9112, sections 6.1 and 6.3: without chunks at the end nobody knows where the body ends.
        if version == .http1_0 || last != "chunked" { return Refusal(400, "the body's end can't be told by its Transfer-Encoding") }
        return codings.count == 1 ? nil : Refusal(501, "the only Transfer-Encoding taken is chunked")
    }

    /// Whether the client would speak another protocol on this connection. NIO's decoder stops after such a request.
    var asksForAnotherProtocol: Bool {
        method == .CONNECT
            || headers.contains(name: "upgrade") && headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
    }

    /// Whether the client waits for `100 Continue` before it sends the body (RFC 9110, section 10.1.1).
    var waitsForContinue: Bool {
        version != .http1_0 && headers[canonicalForm: "expect"].contains { $0.lowercased() == "100-continue" }
    }
}

extension Refusal {
    /// What a client is told whose bytes the decoder doesn't take.
    init(_ error: HTTPParserError) {
        switch error {
        case .headerOverflow: self.init(431, "the header is too long, or has too many fields")
        case .invalidVersion, .paused: self.init(505, "the server speaks HTTP/1.1")
        case .invalidMethod: self.init(400, "the request has no method that HTTP knows")
        case .invalidURL: self.init(400, "the request's target is not a URI")
        case .invalidHeaderToken: self.init(400, "the header is malformed")
        case .invalidContentLength, .unexpectedContentLength: self.init(400, "Content-Length is malformed, or there are two lengths")
        case .invalidEOFState: self.init(400, "the request broke off")
        default: self.init(400, "the request is not HTTP/1.1")
        }
    }
}
