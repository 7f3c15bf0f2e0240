public import HTTPTypes

/// The method and the path template by which an operation is reached, and the name by which logs and metrics know it.
public struct Route: Sendable {
    /// A piece of the path between two slashes.
    enum Segment: Sendable, Hashable {
        /// Text as a request has it: percent-encoded.
        case literal(String)
        case parameter(String)
        /// Parameters with text around them: `{name}.json`, `{id}:cancel`.
        case template(SegmentTemplate)
    }

    /// The method that requests must have.
    public let method: HTTPRequest.Method
    /// The path as the spec writes it: `/devices/{referenceId}`.
    public let path: String
    /// The operation's id: `getDevice`.
    public let operationID: String
    let segments: [Segment]
    /// What the query must hold: the template's own, behind its `?`.
    let fixedQuery: FixedQuery

    /// - Parameters:
    ///   - method: the HTTP method in capitals. What is not a token of RFC 9110 counts as `GET`.
    ///   - path: the template, beginning with a slash, or empty for what is served at a path that is known at run time; `{name}` stands for a segment or a part of one.
    ///     What stands behind a `?` is a part of every request's query.
    public init(_ method: String, _ path: String, operationID: String) {
        self.method = HTTPRequest.Method(method) ?? .get
        self.path = path
        self.operationID = operationID
        let query = path.firstIndex(of: "?") ?? path.endIndex
        fixedQuery = FixedQuery(path[query...].dropFirst())
        segments = path[..<query].split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { Segment($0) }
    }

    /// The same route below a base path: `/client/1.1` and `/devices` make `/client/1.1/devices`.
    package func below(_ basePath: String) -> Route {
        let trimmed = basePath.hasSuffix("/") ? String(basePath.dropLast()) : basePath
        let whole = trimmed + path
        return Route(method.rawValue, whole.isEmpty ? "/" : whole, operationID: operationID)
    }

    /// Whether a repeated request has the effect of one (RFC 9110, section 9.2.2).
    var isIdempotent: Bool {
        switch method {
        case .get, .head, .put, .delete, .options, .trace: true
        default: false
        }
    }
}
