public import HTTPTypes

/// An HTTP response on its way from a service to a client.
///
/// Its description gives the status and the length of the body, never their contents.
public struct APIResponse: Sendable {
    /// The status and the header fields.
    public var head: HTTPResponse
    /// What follows the header; empty where there is none.
    public var body: Body
    /// What serves the websocket that the request asked for, where that is the answer. The status is 101 then.
    public internal(set) var socket: SocketUpgrade?

    /// A response with a body, or without one.
    public init(_ head: HTTPResponse, body: Body = Body()) {
        self.head = head
        self.body = body
    }

    /// A response with the shared error envelope.
    public init(status: Int, error: APIError, fields: HTTPFields = [:]) {
        var writer = ResponseWriter()
        writer.fields = fields
        writer.json(status, error)
        self = writer.response
    }

    /// The status code, 100 to 999.
    public var status: Int { head.status.code }

    /// The media type of the body in lower case, without its parameters: `application/json`.
    public var mediaType: String? { head.headerFields[.contentType].map(mediaTypeEssence) }
}

extension APIResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "status \(status), \(body)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The type and subtype of a `Content-Type`, in lower case: `Application/JSON; charset=utf-8` is `application/json`.
func mediaTypeEssence(_ contentType: String) -> String {
    let essence = contentType.prefix { $0 != ";" }
    return essence.filter { $0 != " " && $0 != "\t" }.lowercased()
}

/// Whether a media type's bodies are JSON texts: `application/json`, and whatever ends in `+json` (RFC 6839, section 3.1).
func isJSON(_ mediaType: String) -> Bool {
    mediaType == "application/json" || mediaType.hasSuffix("+json")
}
