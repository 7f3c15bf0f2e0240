public import SpecYAML

/// Where the API is served.
public struct Server: Sendable {
    public var location: Location
    /// May be relative and may have `{variables}`.
    public var url: String
    /// Unique among the servers (OpenAPI 3.2).
    public var name: String?
    public var description: String?
    public var variables = OrderedMap<String, ServerVariable>()
    public var extensions = Extensions()

    public init(url: String, location: Location) {
        self.url = url
        self.location = location
    }
}

/// What may stand for a `{variable}` of a server's URL.
public struct ServerVariable: Sendable {
    public var location: Location
    public var defaultValue = ""
    /// The only values allowed; `nil` for any.
    public var enumeration: [String]?
    public var description: String?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}
