public import SpecYAML

/// One method of one path.
public struct Operation: Sendable {
    public var location: Location
    public var operationId: Identifier?
    public var summary: String?
    public var description: String?
    public var tags: [String] = []
    public var externalDocs: ExternalDocs?
    public var parameters: [Referenced<Parameter>] = []
    public var requestBody: Referenced<RequestBody>?
    public var responses = Responses()
    /// What may be called back, by name.
    public var callbacks = OrderedMap<String, Referenced<Callback>>()
    /// The websocket that it opens; `nil` for an ordinary operation.
    public var webSocket: WebSocket?
    public var deprecated = false
    /// Alternatives; `nil` where the document's hold, empty where nothing is required.
    public var security: [SecurityRequirement]?
    /// Instead of the path's or the document's; empty if it has none of its own.
    public var servers: [Server] = []
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }

    /// An `operationId`, and where it stands.
    public struct Identifier: Sendable {
        public let text: String
        public let location: Location

        public init(text: String, location: Location) {
            self.text = text
            self.location = location
        }
    }
}

/// What comes of a call at a time of the server's choosing: path items by the expression that gives the URL.
public struct Callback: Sendable {
    public var location: Location
    /// By runtime expression, as `{$request.body#/callbackUrl}`.
    public var paths = OrderedMap<String, Referenced<PathItem>>()
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}
