public import SpecYAML

/// Who made the API and what it is called.
public struct Info: Sendable {
    public var location: Location
    public var title = ""
    public var summary: String?
    public var description: String?
    public var termsOfService: String?
    public var contact: Contact?
    public var license: License?
    /// The version of the description, not of OpenAPI.
    public var version = ""
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// Whom to ask.
public struct Contact: Sendable {
    public var location: Location
    public var name: String?
    public var url: String?
    public var email: String?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// Under which terms the API is offered.
public struct License: Sendable {
    public var location: Location
    public var name = ""
    /// An SPDX expression (OpenAPI 3.1).
    public var identifier: String?
    public var url: String?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}
