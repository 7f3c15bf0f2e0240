public import SpecYAML

/// What operations with its name have in common.
public struct Tag: Sendable {
    public var location: Location
    public var name: String
    /// A short name for display (OpenAPI 3.2).
    public var summary: String?
    public var description: String?
    public var externalDocs: ExternalDocs?
    /// The tag that it is nested under (OpenAPI 3.2).
    public var parent: String?
    /// As `nav`, `badge` or `audience` (OpenAPI 3.2).
    public var kind: String?
    public var extensions = Extensions()

    public init(name: String, location: Location) {
        self.name = name
        self.location = location
    }
}

/// Where to read more.
public struct ExternalDocs: Sendable {
    public var location: Location
    public var url = ""
    public var description: String?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}
