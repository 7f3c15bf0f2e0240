/// A bearer token (RFC 6750). Its value is in no description, dump or log.
public struct BearerToken: Sendable, Hashable {
    /// The token itself. Handle it as the secret that it is.
    public let value: String

    /// A token as it is sent, without `Bearer` before it.
    public init(_ value: String) {
        self.value = value
    }

    /// Takes the token out of an `Authorization` field; nil where the scheme is another or the token is missing or malformed.
    init?(headerValue: String) {
        let scheme = headerValue.prefix { $0 != " " }
        let token = headerValue[scheme.endIndex...].drop { $0 == " " }
        guard scheme.lowercased() == "bearer", !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
        value = String(token)
    }

    var headerValue: String { "Bearer " + value }
}

extension BearerToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "BearerToken" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
