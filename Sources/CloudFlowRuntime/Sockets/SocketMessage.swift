/// A message of a websocket: text in UTF-8, or bytes.
///
/// Its description gives the kind and the length, never the content.
public struct SocketMessage: Sendable, Hashable {
    /// What a message can be.
    public enum Kind: Sendable, Hashable {
        /// Text in UTF-8.
        case text
        /// Any bytes.
        case binary
    }

    /// What the message is.
    public var kind: Kind
    /// The content; UTF-8 in a text message.
    public var bytes: [UInt8]

    /// - Parameter bytes: UTF-8 for `text`. A peer ends the connection with 1007 over text that is not.
    public init(_ kind: Kind, _ bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }

    /// A message of text.
    public static func text(_ text: String) -> SocketMessage { SocketMessage(.text, Array(text.utf8)) }
    /// A message of any bytes.
    public static func binary(_ bytes: [UInt8]) -> SocketMessage { SocketMessage(.binary, bytes) }

    /// The content of a text message; nil for another kind, and for bytes that are not UTF-8.
    public var text: String? { kind == .text ? String(validating: bytes, as: UTF8.self) : nil }
}

extension SocketMessage: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(kind) message of \(bytes.count) bytes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
