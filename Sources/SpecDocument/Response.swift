public import SpecYAML

/// The responses of an operation by status.
public struct Responses: Sendable {
    /// `nil` if the operation has none.
    public var location: Location?
    public var byStatus = OrderedMap<ResponseStatus, Referenced<Response>>()
    public var extensions = Extensions()

    public init(location: Location? = nil) { self.location = location }
}

/// The key of a response.
public enum ResponseStatus: Hashable, Sendable {
    /// One status, as 404.
    case code(Int)
    /// A hundred of them: 4 for `4XX`.
    case range(Int)
    /// Whatever has no entry of its own.
    case `default`
}

extension ResponseStatus: CustomStringConvertible {
    /// As the document writes it: `404`, `4XX` or `default`.
    public var description: String {
        switch self {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .default: "default"
        }
    }
}

/// What an operation answers with.
public struct Response: Sendable {
    public var location: Location
    /// A short name for display (OpenAPI 3.2).
    public var summary: String?
    public var description = ""
    /// By name, in the case of the document; HTTP ignores case.
    public var headers = OrderedMap<String, Referenced<Header>>()
    /// By media type or range; empty if there is no body.
    public var content = OrderedMap<String, Referenced<MediaType>>()
    public var links = OrderedMap<String, Referenced<Link>>()
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// What can be called next with what a response says.
public struct Link: Sendable {
    public var location: Location
    public var operationRef: String?
    public var operationId: String?
    /// Constants or runtime expressions, as `$response.body#/id`.
    public var parameters = OrderedMap<String, YAMLNode>()
    public var requestBody: YAMLNode?
    public var description: String?
    public var server: Server?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

/// A value as it might be sent.
public struct Example: Sendable {
    public var location: Location
    public var summary: String?
    public var description: String?
    public var value: YAMLNode?
    /// Where the value is to be had.
    public var externalValue: String?
    /// The value before it is put into text (OpenAPI 3.2).
    public var dataValue: YAMLNode?
    /// The value as it is sent (OpenAPI 3.2).
    public var serializedValue: String?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}
