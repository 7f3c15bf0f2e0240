public import SpecYAML

/// An API description as it is written, with its references intact: Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 in one shape.
public struct Document: Sendable {
    public var location: Location
    /// Where every other construct was read from; references to places outside the components are looked up here.
    public var root: YAMLNode
    public var version: OpenAPIVersion
    public var info: Info
    /// The document's own URI (`$self`, OpenAPI 3.2).
    public var selfURI: String?
    /// The dialect of schemas that name none (OpenAPI 3.1).
    public var jsonSchemaDialect: String?
    public var servers: [Server] = []
    /// By template, as `/devices/{referenceId}`.
    public var paths = OrderedMap<String, Referenced<PathItem>>()
    /// By name (OpenAPI 3.1).
    public var webhooks = OrderedMap<String, Referenced<PathItem>>()
    public var components: Components
    /// What operations require that say nothing themselves; alternatives.
    public var security: [SecurityRequirement] = []
    public var tags: [Tag] = []
    public var externalDocs: ExternalDocs?
    public var extensions = Extensions()
    /// What the readers of constructs need to know of the root of a Swagger 2.0 document; `nil` for one of OpenAPI 3.
    var swagger2: Swagger2Scope?

    public init(root: YAMLNode, version: OpenAPIVersion, info: Info) {
        self.location = root.location
        self.root = root
        self.version = version
        self.info = info
        self.components = Components(location: root.location)
    }
}

/// The version of the OpenAPI Specification that a document follows; 2.0 for Swagger.
public struct OpenAPIVersion: Hashable, Sendable {
    /// As written, as `3.0.3`.
    public let text: String
    public let major: Int
    public let minor: Int

    /// `nil` unless it starts with two numbers, as `3.1` or `3.1.0-rc0`.
    public init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let major = Int(parts[0]), let minor = Int(parts[1]), major >= 0, minor >= 0 else { return nil }
        self.text = text
        self.major = major
        self.minor = minor
    }
}

extension OpenAPIVersion: Comparable {
    public static func < (left: Self, right: Self) -> Bool { (left.major, left.minor) < (right.major, right.minor) }

    public static func == (left: Self, right: Self) -> Bool { (left.major, left.minor) == (right.major, right.minor) }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(major)
        hasher.combine(minor)
    }
}
