import HTTPTypes

/// What a client proves who it is with, and the security scheme of the spec that it is for.
public struct ClientCredential: Sendable {
    enum Kind: Sendable {
        case token(any TokenSource)
        case basic(BasicCredentials)
        case apiKey(APIKey, APIKey.Place)
    }

    let scheme: String
    /// Nil where the client was given none.
    let kind: Kind?

    /// A bearer token for a security scheme; nil where the client has none.
    public static func bearer(_ source: (any TokenSource)?, for scheme: String) -> ClientCredential {
        ClientCredential(scheme: scheme, kind: source.map { .token($0) })
    }

    /// A name and a password for a security scheme; nil where the client has none.
    public static func basic(_ credentials: BasicCredentials?, for scheme: String) -> ClientCredential {
        ClientCredential(scheme: scheme, kind: credentials.map { .basic($0) })
    }

    /// A key for a security scheme; nil where the client has none.
    public static func apiKey(_ key: APIKey?, in place: APIKey.Place, for scheme: String) -> ClientCredential {
        ClientCredential(scheme: scheme, kind: key.map { .apiKey($0, place) })
    }
}

extension [ClientCredential] {
    /// Those for the first of several sets of schemes that they fill; none where they fill none, and the service says what is missing.
    func filling(_ alternatives: [[String]]) -> [ClientCredential.Kind] {
        for alternative in alternatives {
            let kinds = alternative.compactMap { scheme in first { $0.scheme == scheme }?.kind }
            if kinds.count == alternative.count { return kinds }
        }
        return []
    }
}

extension APIRequest {
    /// Puts a token into the `Authorization` field.
    mutating func authorize(_ token: BearerToken) {
        head.headerFields[.authorization] = token.headerValue
    }

    mutating func authorize(_ credentials: BasicCredentials) {
        head.headerFields[.authorization] = credentials.headerValue
    }

    mutating func authorize(_ key: APIKey, in place: APIKey.Place) {
        switch place {
        case .header(let name):
            if let field = HTTPField.Name(name) { head.headerFields[field] = key.value }
        case .query(let name):
            let path = head.path ?? "/"
            head.path = "\(path)\(path.contains("?") ? "&" : "?")\(name.percentEncoded)=\(key.value.percentEncoded)"
        case .cookie(let name):
            let pair = "\(name.percentEncoded)=\(key.value.percentEncoded)"
            head.headerFields[.cookie] = head.headerFields[.cookie].map { "\($0); \(pair)" } ?? pair
        }
    }
}
