/// What a `$ref` can refer to: a kind of construct that has a section of its own in the components.
public protocol Component: Readable {
    /// The name of its section, as `schemas`.
    static var section: String { get }
    /// What messages call it, as `schema`.
    static var noun: String { get }
    /// Its section.
    static func section(of components: Components) -> OrderedMap<String, Referenced<Self>>
    /// Whether what stands beside a `$ref` is read as one more of its kind.
    static var readsSiblings: Bool { get }
}

extension Component {
    public static var readsSiblings: Bool { false }
}

extension Schema: Component {
    public static let section = "schemas"
    public static let noun = "schema"
    public static let readsSiblings = true
    public static func section(of components: Components) -> OrderedMap<String, Referenced<Schema>> { components.schemas }
}

extension Response: Component {
    public static let section = "responses"
    public static let noun = "response"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<Response>> { components.responses }
}

extension Parameter: Component {
    public static let section = "parameters"
    public static let noun = "parameter"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<Parameter>> { components.parameters }
}

extension Example: Component {
    public static let section = "examples"
    public static let noun = "example"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<Example>> { components.examples }
}

extension RequestBody: Component {
    public static let section = "requestBodies"
    public static let noun = "request body"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<RequestBody>> { components.requestBodies }
}

extension Header: Component {
    public static let section = "headers"
    public static let noun = "header"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<Header>> { components.headers }
}

extension SecurityScheme: Component {
    public static let section = "securitySchemes"
    public static let noun = "security scheme"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<SecurityScheme>> { components.securitySchemes }
}

extension Link: Component {
    public static let section = "links"
    public static let noun = "link"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<Link>> { components.links }
}

extension Callback: Component {
    public static let section = "callbacks"
    public static let noun = "callback"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<Callback>> { components.callbacks }
}

extension PathItem: Component {
    public static let section = "pathItems"
    public static let noun = "path item"
    public static let readsSiblings = true
    public static func section(of components: Components) -> OrderedMap<String, Referenced<PathItem>> { components.pathItems }
}

extension MediaType: Component {
    public static let section = "mediaTypes"
    public static let noun = "media type"
    public static func section(of components: Components) -> OrderedMap<String, Referenced<MediaType>> { components.mediaTypes }
}
