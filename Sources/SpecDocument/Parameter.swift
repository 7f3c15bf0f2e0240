public import SpecYAML

/// A value in the path, the query, a header or a cookie.
public struct Parameter: Sendable {
    public var location: Location
    public var name: String
    public var place: Place
    public var description: String?
    /// Always true in a path.
    public var required = false
    public var deprecated = false
    public var allowEmptyValue = false
    public var format = ValueFormat()
    public var extensions = Extensions()

    public init(name: String, in place: Place, location: Location) {
        self.name = name
        self.place = place
        self.location = location
    }

    /// Where a parameter travels: the field `in`.
    public enum Place: String, Sendable, CaseIterable {
        case path, query, header, cookie
        /// The whole query string as one value (OpenAPI 3.2).
        case querystring
    }

    /// How it is written, the default of its place if it says nothing.
    public var style: ValueFormat.Style {
        if let style = format.style { return style }
        return switch place {
        case .path, .header: .simple
        case .query, .querystring, .cookie: .form
        }
    }

    /// Whether arrays and objects give a value for each item, the default of its style if it says nothing.
    public var explode: Bool { format.explode ?? style.explodesByDefault }

    /// What no two parameters of an operation have in common.
    public struct Key: Hashable, Sendable {
        private let name: String
        private let place: Place

        /// Names of header fields are not case sensitive (RFC 9110, section 5.1).
        public init(name: String, place: Place) {
            self.name = place == .header ? name.lowercased() : name
            self.place = place
        }
    }

    public var key: Key { Key(name: name, place: place) }
}

extension [Parameter] {
    /// Those of a path that an operation does not replace by its own.
    public func inherited(besides own: [Parameter]) -> [Parameter] {
        let keys = Set(own.map(\.key))
        return filter { !keys.contains($0.key) }
    }
}

/// A header of a response or of a part of a multipart body; its name is the key that it stands under.
public struct Header: Sendable {
    public var location: Location
    public var description: String?
    public var required = false
    public var deprecated = false
    public var format = ValueFormat()
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }

    /// Whether objects are written as `key=value` pairs.
    public var explode: Bool { format.explode ?? false }
}

/// What parameters and headers have in common: the type of the value and how it is put into text.
public struct ValueFormat: Sendable {
    /// As written; `nil` for the default of its place.
    public var style: Style?
    /// As written; `nil` for the default of its style.
    public var explode: Bool?
    /// What Swagger 2.0 says of the separators of lists, from the outermost on, where neither style nor explode can say it.
    public var collectionFormats: [String] = []
    /// Whether reserved characters of a query stay as they are.
    public var allowReserved = false
    /// The type of the value; `nil` where `content` says it.
    public var schema: Referenced<Schema>?
    /// The one media type that the value is written in, where no style is used.
    public var content = OrderedMap<String, Referenced<MediaType>>()
    public var example: YAMLNode?
    public var examples = OrderedMap<String, Referenced<Example>>()

    public init() {}

    /// How a value is put into text.
    public enum Style: String, Sendable, CaseIterable {
        case matrix, label, form, simple, spaceDelimited, pipeDelimited, deepObject
        /// As `form`, without percent encoding (OpenAPI 3.2).
        case cookie

        public var explodesByDefault: Bool { self == .form || self == .cookie }
    }
}
