/// A key that a caller is known by. Its value is in no description, dump or log.
public struct APIKey: Sendable, Hashable {
    /// The key itself. Handle it as the secret that it is.
    public let value: String

    /// A key as it is sent.
    public init(_ value: String) {
        self.value = value
    }

    /// Where a key stands in a request, and under which name.
    public enum Place: Sendable, Hashable {
        /// In the header field of this name.
        case header(String)
        /// In the query parameter of this name.
        case query(String)
        /// In the cookie of this name.
        case cookie(String)
    }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "APIKey" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
