public import SpecYAML

/// What the rest of the document refers to by name.
public struct Components: Sendable {
    public var location: Location
    public var schemas = OrderedMap<String, Referenced<Schema>>()
    public var responses = OrderedMap<String, Referenced<Response>>()
    public var parameters = OrderedMap<String, Referenced<Parameter>>()
    public var examples = OrderedMap<String, Referenced<Example>>()
    public var requestBodies = OrderedMap<String, Referenced<RequestBody>>()
    public var headers = OrderedMap<String, Referenced<Header>>()
    public var securitySchemes = OrderedMap<String, Referenced<SecurityScheme>>()
    public var links = OrderedMap<String, Referenced<Link>>()
    public var callbacks = OrderedMap<String, Referenced<Callback>>()
    /// OpenAPI 3.1.
    public var pathItems = OrderedMap<String, Referenced<PathItem>>()
    /// OpenAPI 3.2.
    public var mediaTypes = OrderedMap<String, Referenced<MediaType>>()
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}
