public import SpecYAML

/// The operations of one path, webhook or callback, and what they share.
public struct PathItem: Sendable {
    public var location: Location
    public var summary: String?
    public var description: String?
    /// By method: the fixed fields `get` to `trace`, `query` and `additionalOperations` of OpenAPI 3.2.
    public var operations = OrderedMap<HTTPMethod, Operation>()
    /// Instead of the document's; empty if it has none of its own.
    public var servers: [Server] = []
    /// Of all operations, unless an operation has one of the same name and place.
    public var parameters: [Referenced<Parameter>] = []
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// A request method, case sensitive as HTTP has it.
public struct HTTPMethod: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let get = HTTPMethod(rawValue: "GET")
    public static let put = HTTPMethod(rawValue: "PUT")
    public static let post = HTTPMethod(rawValue: "POST")
    public static let delete = HTTPMethod(rawValue: "DELETE")
    public static let options = HTTPMethod(rawValue: "OPTIONS")
    public static let head = HTTPMethod(rawValue: "HEAD")
    public static let patch = HTTPMethod(rawValue: "PATCH")
    public static let trace = HTTPMethod(rawValue: "TRACE")
    public static let query = HTTPMethod(rawValue: "QUERY")
}
