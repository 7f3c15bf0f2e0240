public import HTTPTypes

/// An HTTP request on its way from a client to a service.
///
/// Its description names the method and the path. The query, the header fields and the body stay out of it: they may hold secrets.
public struct APIRequest: Sendable {
    /// The method, the URL and the header fields.
    public var head: HTTPRequest
    /// What follows the header; empty where there is none.
    public var body: Body
    /// Whether the request asks for a websocket, on a connection that can become one. The transport that received it says so.
    public var handshake = SocketHandshake.absent

    /// A request with a body, or without one.
    public init(_ head: HTTPRequest, body: Body = Body()) {
        self.head = head
        self.body = body
    }

    /// The path as it was sent, percent-encoded, without the query.
    public var path: Substring {
        let target = (head.path ?? "/")[...]
        return target.prefix { $0 != "?" }
    }

    /// What follows the `?`, percent-encoded; nil where there is none.
    public var query: Substring? {
        let target = (head.path ?? "/")[...]
        return target.firstIndex(of: "?").map { target[target.index(after: $0)...] }
    }

    /// Puts a part of a query before the rest of it.
    mutating func begin(query start: Substring) {
        head.path = "\(path)?\(start)" + (query.map { "&\($0)" } ?? "")
    }
}

extension APIRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(head.method.rawValue) \(path)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
