public import SpecYAML

/// Which property of an object says which of several schemas it follows.
public struct Discriminator: Sendable {
    public var location: Location
    public var propertyName: String
    /// The schema for a value of the property: a reference, or the bare name of a component.
    public var mapping = OrderedMap<String, String>()
    /// The schema where the property is missing or has another value (OpenAPI 3.2).
    public var defaultMapping: String?
    public var extensions = Extensions()

    public init(propertyName: String, location: Location) {
        self.propertyName = propertyName
        self.location = location
    }
}

/// How a schema's values look in XML.
public struct XML: Sendable {
    public var location: Location
    public var name: String?
    public var namespace: String?
    public var prefix: String?
    public var attribute = false
    public var wrapped = false
    /// `element`, `attribute`, `text`, `cdata` or `none` (OpenAPI 3.2).
    public var nodeType: String?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}
