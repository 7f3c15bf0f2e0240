public import SpecYAML

/// What a `$ref` can refer to: a kind of construct that has a section of its own in the components.
public protocol Component: Readable {
    /// The name of its section, as `schemas`.
    static var section: String { get }
    /// What messages call it, as `schema`.
    static var noun: String { get }
    /// Its section.
    static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<Self>>> { get }
    /// Whether what stands beside a `$ref` is read as one more of its kind.
    static var readsSiblings: Bool { get }
    /// What stands in for one that a reference should lead to and does not; `nil` if the reference is left out.
    static func substitute(at location: Location) -> Self?
    /// What becomes of a reference that leads nowhere, in a few words.
    static var substitution: String { get }
    /// What is meant by a reference to a schema where one of its kind is needed; `nil` if that means nothing.
    static func holding(_ schema: Referenced<Schema>, at location: Location, in context: ReadingContext) -> Self?
}

extension Component {
    public static var readsSiblings: Bool { false }
    public static func substitute(at location: Location) -> Self? { nil }
    public static var substitution: String { "the \(noun) is left out" }
    public static func holding(_ schema: Referenced<Schema>, at location: Location, in context: ReadingContext) -> Self? { nil }

    static func has(_ name: String, in components: Components) -> Bool { components[keyPath: path][name] != nil }

    static func names(in components: Components, atMost count: Int = .max) -> [String] {
        components[keyPath: path].prefix(count).map(\.key)
    }
}

extension Components {
    /// What has a section of its own.
    static let kinds: [any Component.Type] = [
        Schema.self, Response.self, Parameter.self, Example.self, RequestBody.self, Header.self, SecurityScheme.self, Link.self,
        Callback.self, PathItem.self, MediaType.self,
    ]
}

extension Schema: Component {
    public static let section = "schemas"
    public static let noun = "schema"
    public static let readsSiblings = true
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<Schema>>> { \.schemas }
    public static func substitute(at location: Location) -> Schema? { Schema(location: location) }
    public static var substitution: String { "any value is taken" }
}

extension Response: Component {
    public static let section = "responses"
    public static let noun = "response"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<Response>>> { \.responses }
    public static func substitute(at location: Location) -> Response? { Response(location: location) }
    public static var substitution: String { "the response has no body" }
}

extension Parameter: Component {
    public static let section = "parameters"
    public static let noun = "parameter"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<Parameter>>> { \.parameters }
}

extension Example: Component {
    public static let section = "examples"
    public static let noun = "example"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<Example>>> { \.examples }
}

extension RequestBody: Component {
    public static let section = "requestBodies"
    public static let noun = "request body"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<RequestBody>>> { \.requestBodies }
}

extension Header: Component {
    public static let section = "headers"
    public static let noun = "header"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<Header>>> { \.headers }
    public static func substitute(at location: Location) -> Header? { Header(location: location) }
    public static var substitution: String { "any text is taken" }
}

extension SecurityScheme: Component {
    public static let section = "securitySchemes"
    public static let noun = "security scheme"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<SecurityScheme>>> { \.securitySchemes }
}

extension Link: Component {
    public static let section = "links"
    public static let noun = "link"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<Link>>> { \.links }
}

extension Callback: Component {
    public static let section = "callbacks"
    public static let noun = "callback"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<Callback>>> { \.callbacks }
}

extension PathItem: Component {
    public static let section = "pathItems"
    public static let noun = "path item"
    public static let readsSiblings = true
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<PathItem>>> { \.pathItems }
}

extension MediaType: Component {
    public static let section = "mediaTypes"
    public static let noun = "media type"
    public static var path: WritableKeyPath<Components, OrderedMap<String, Referenced<MediaType>>> { \.mediaTypes }
}
