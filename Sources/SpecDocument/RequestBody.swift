public import SpecYAML

/// What a request carries, in one of several media types.
public struct RequestBody: Sendable {
    public var location: Location
    public var description: String?
    public var required = false
    /// By media type or range, as `application/json` or `text/*`.
    public var content = OrderedMap<String, Referenced<MediaType>>()
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// A body's type in one media type.
public struct MediaType: Sendable {
    public var location: Location
    public var schema: Referenced<Schema>?
    /// The type of each item of a sequential media type, as JSON lines or server-sent events (OpenAPI 3.2).
    public var itemSchema: Referenced<Schema>?
    public var example: YAMLNode?
    public var examples = OrderedMap<String, Referenced<Example>>()
    /// Of forms: how a property is written, by its name.
    public var encoding = OrderedMap<String, Encoding>()
    /// Of multipart without names: how the first parts are written (OpenAPI 3.2).
    public var prefixEncoding: [Encoding] = []
    /// Of multipart without names: how the further parts are written (OpenAPI 3.2).
    public var itemEncoding: Encoding?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// How a property of a form, or a part of a multipart body, is written.
public struct Encoding: Sendable {
    public var location: Location
    /// One or several media types, separated by commas; `nil` for the default of the property's type.
    public var contentType: String?
    /// Of a multipart body's part.
    public var headers = OrderedMap<String, Referenced<Header>>()
    public var style: ValueFormat.Style?
    public var explode: Bool?
    public var allowReserved: Bool?
    /// What Swagger 2.0 says of the separators of lists, from the outermost on, where neither style nor explode can say it.
    public var collectionFormats: [String] = []
    /// Of a part that is a form itself (OpenAPI 3.2).
    public var encoding = OrderedMap<String, Encoding>()
    /// Of a part that is multipart itself (OpenAPI 3.2).
    public var prefixEncoding: [Encoding] = []
    public var extensions = Extensions()
    private var boxedItemEncoding: Box<Encoding>?

    public init(location: Location) { self.location = location }

    /// Of a part that is multipart itself: how its further parts are written (OpenAPI 3.2).
    public var itemEncoding: Encoding? {
        get { boxedItemEncoding?.value }
        set { boxedItemEncoding = newValue.map(Box.init) }
    }
}
