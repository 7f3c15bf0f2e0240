import FoundationEssentials

/// A user's name and password (RFC 7617). The password is in no description, dump or log.
public struct BasicCredentials: Sendable, Hashable {
    /// The name.
    public let user: String
    /// The password itself. Handle it as the secret that it is.
    public let password: String

    /// - Parameter user: without a colon, which ends it on the wire.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// Takes them out of an `Authorization` field; nil where the scheme is another, or what follows is not Base64 of a name and a password.
    init?(headerValue: String) {
        let scheme = headerValue.prefix { $0 != " " }
        guard scheme.lowercased() == "basic" else { return nil }
        guard let data = Data(base64Encoded: String(headerValue[scheme.endIndex...].drop { $0 == " " })) else { return nil }
        guard let text = String(validating: data, as: UTF8.self), let colon = text.firstIndex(of: ":") else { return nil }
        self.init(user: String(text[..<colon]), password: String(text[text.index(after: colon)...]))
    }

    var headerValue: String { "Basic " + Data("\(user):\(password)".utf8).base64EncodedString() }
}

extension BasicCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "BasicCredentials" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
