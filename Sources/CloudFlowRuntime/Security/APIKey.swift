/// A key that a caller is known by. Its value is in no description, dump or log.
public struct APIKey: Sendable, Hashable {
    /// The key itself. Handle it as the secret that it is.
    public let value: String

    public init(_ value: String) {
        self.value = value
    }

    /// Where a key stands in a request, and under which name.
    public enum Place: Sendable, Hashable {
        case header(String)
        case query(String)
        case cookie(String)
    }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "APIKey" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
