/// How a websocket came to its end.
public struct SocketClosure: Error, Sendable, Hashable {
    /// Who ended it.
    public enum Side: Sendable, Hashable {
        /// This end.
        case here
        /// The peer, or the network.
        case there
    }

    /// Why the connection ended, as RFC 6455 numbers it.
    public var code: SocketCloseCode
    /// What the side that closed said beside the code; at most 123 bytes of UTF-8.
    public var reason: String
    /// Who ended it.
    public var side: Side

    /// The end of a connection.
    public init(_ code: SocketCloseCode, _ reason: String = "", by side: Side) {
        self.code = code
        self.reason = reason
        self.side = side
    }

    /// The connection went without a word.
    public static func lost(_ reason: String) -> SocketClosure { SocketClosure(.lost, reason, by: .there) }

    /// Whether nothing was left to say: the code is 1000.
    public var isNormal: Bool { code == .normal }
}

extension SocketClosure: CustomStringConvertible {
    public var description: String {
        let end = code == .lost ? "the connection was lost" : "closed by \(side == .here ? "this end" : "the peer") with \(code)"
        return reason.isEmpty ? end : "\(end): \(reason)"
    }
}

extension String {
    /// The longest beginning, in whole characters, of at most so many bytes of UTF-8.
    package func prefix(upToUTF8 limit: Int) -> String {
        if utf8.count <= limit { return self }
        var length = 0
        return String(
            prefix { character in
                length += character.utf8.count
                return length <= limit
            }
        )
    }
}

// What both message layers say.
extension SocketClosure {
    package static func tooBig(limit: Int) -> SocketClosure {
        SocketClosure(.tooBig, "a message is longer than \(limit) bytes", by: .here)
    }

    package static var invalidText: SocketClosure { SocketClosure(.invalidText, "a text message is not UTF-8", by: .here) }

    package static var slowConsumer: SocketClosure { SocketClosure(.slowConsumer, "messages are taken in too slowly", by: .here) }
}
