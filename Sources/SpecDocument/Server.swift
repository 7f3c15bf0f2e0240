public import SpecYAML

/// Where the API is served.
public struct Server: Sendable {
    public var location: Location
    /// May be relative and may have `{variables}`.
    public var url: String
    /// Unique among the servers (OpenAPI 3.2).
    public var name: String?
    public var description: String?
    public var variables = OrderedMap<String, ServerVariable>()
    public var extensions = Extensions()

    public init(url: String, location: Location) {
        self.url = url
        self.location = location
    }
}

/// What may stand for a `{variable}` of a server's URL.
public struct ServerVariable: Sendable {
    public var location: Location
    public var defaultValue = ""
    /// The only values allowed; `nil` for any.
    public var enumeration: [String]?
    public var description: String?
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}

extension Server {
    /// The URL with its variables at their defaults.
    public var expandedURL: String {
        let parts = PathTemplate(url)?.parts ?? [.text(url)]
        return parts.map { part in
            switch part {
            case .text(let text): text
            case .parameter(let name): variables[name]?.defaultValue ?? ""
            }
        }.joined()
    }

    /// The path of the URL, its variables at their defaults; empty for the root.
    public var basePath: String {
        let url = expandedURL
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let path = url.hasPrefix("/") ? url[...] : afterScheme.firstIndex(of: "/").map { afterScheme[$0...] } ?? ""
        return path.hasSuffix("/") ? String(path.dropLast()) : String(path)
    }
}
