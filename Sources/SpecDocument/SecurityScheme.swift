public import SpecYAML

/// How a caller proves who it is.
public struct SecurityScheme: Sendable {
    public var location: Location
    public var kind: Kind
    public var description: String?
    /// OpenAPI 3.2.
    public var deprecated = false
    public var extensions = Extensions()

    public init(_ kind: Kind, location: Location) {
        self.kind = kind
        self.location = location
    }

    /// The field `type`, with the fields that it asks for.
    public enum Kind: Sendable {
        /// A key in a query parameter, a header or a cookie of that name.
        case apiKey(name: String, in: Parameter.Place)
        /// A scheme of the `Authorization` header, in lower case: `basic`, `bearer`, ...
        case http(scheme: String, bearerFormat: String?)
        /// A client certificate (OpenAPI 3.1).
        case mutualTLS
        case oauth2(OAuthFlows)
        case openIdConnect(url: String)
    }
}

/// The ways to an OAuth 2 access token.
public struct OAuthFlows: Sendable {
    public var location: Location
    public var implicit: OAuthFlow?
    public var password: OAuthFlow?
    public var clientCredentials: OAuthFlow?
    public var authorizationCode: OAuthFlow?
    /// OpenAPI 3.2.
    public var deviceAuthorization: OAuthFlow?
    /// Where the authorization server describes itself (OpenAPI 3.2).
    public var metadataURL: String?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// One way to an OAuth 2 access token.
public struct OAuthFlow: Sendable {
    public var location: Location
    public var authorizationURL: String?
    public var deviceAuthorizationURL: String?
    public var tokenURL: String?
    public var refreshURL: String?
    /// What each scope allows.
    public var scopes = OrderedMap<String, String>()
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// Schemes that must all be met; none at all for anonymous calls.
public struct SecurityRequirement: Sendable {
    public var location: Location
    /// The scopes or roles needed, by the name of the scheme.
    public var schemes = OrderedMap<String, [String]>()

    public init(location: Location) { self.location = location }
}
