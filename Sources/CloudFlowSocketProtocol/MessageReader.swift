import CloudFlowRuntime
import NIOWebSocket

/// Puts the frames of a connection together to messages, and finds whatever breaks the rules of RFC 6455.
struct MessageReader {
    enum Outcome {
        /// A fragment, or a pong: nothing to do yet.
        case nothing
        case message(SocketMessage)
        case ping([UInt8])
        /// The peer closes. The code is `none` where it gives none.
        case close(SocketClosure)
        /// The frame must not be: how to end the connection.
        case violation(SocketClosure)
    }

    /// A message of which the last fragment has not come.
    private struct Unfinished {
        var message: SocketMessage
        /// What counts against the limit. An empty fragment counts as a byte, so that they can't go on for ever.
        var cost: Int
        var check = UTF8Check()
    }

    private let peer: Peer
    private let limit: Int
    private var unfinished: Unfinished?

    /// - Parameter limit: the longest message, in bytes.
    init(from peer: Peer, limit: Int) {
        self.peer = peer
        self.limit = limit
    }

    mutating func read(_ frame: WebSocketFrame) -> Outcome {
        guard frame.reservedBits.isEmpty else { return .violation("reserved bits are set") }
        guard (frame.maskKey != nil) == (peer == .client) else {
            return .violation(peer == .client ? "a client's frame is not masked" : "a server's frame is masked")
        }
        switch frame.opcode {
        case .text: return begin(.text, frame)
        case .binary: return begin(.binary, frame)
        case .continuation: return goOn(frame)
        case .ping where frame.isSoundControl: return .ping(frame.payload)
        case .pong where frame.isSoundControl: return .nothing
        case .connectionClose where frame.isSoundControl: return close(frame.payload)
        case .ping, .pong, .connectionClose: return .violation("a control frame is fragmented or longer than 125 bytes")
        default: return .violation("the opcode is reserved")
        }
    }

    private mutating func begin(_ kind: SocketMessage.Kind, _ frame: WebSocketFrame) -> Outcome {
        guard unfinished == nil else { return .violation("a message begins within another") }
        return take(frame, into: Unfinished(message: SocketMessage(kind, []), cost: 0))
    }

    private mutating func goOn(_ frame: WebSocketFrame) -> Outcome {
        guard let begun = unfinished else { return .violation("a message goes on that has not begun") }
        unfinished = nil
        return take(frame, into: begun)
    }

    private mutating func take(_ frame: WebSocketFrame, into begun: consuming Unfinished) -> Outcome {
        begun.cost += max(1, frame.length)
        guard begun.cost <= max(1, limit) else { return .violation(.tooBig(limit: limit)) }
        let payload = frame.payload
        if begun.message.kind == .text {
            guard begun.check.take(payload.span.bytes), !frame.fin || begun.check.isComplete else { return .violation(.invalidText) }
        }
        if begun.message.bytes.isEmpty { begun.message.bytes = payload } else { begun.message.bytes += payload }
        if frame.fin { return .message(begun.message) }
        unfinished = begun
        return .nothing
    }

    /// RFC 6455, section 5.5.1: nothing, or a code and maybe a reason.
    private func close(_ payload: [UInt8]) -> Outcome {
        if payload.isEmpty { return .close(SocketClosure(.none, by: .there)) }
        guard payload.count >= 2 else { return .violation("a Close frame holds half a code") }
        let code = SocketCloseCode(rawValue: UInt16(payload[0]) << 8 | UInt16(payload[1]))
        guard code.isSendable else { return .violation("a Close frame's code is reserved") }
        guard let reason = String(validating: payload[2...], as: UTF8.self) else { return .violation(.invalidText) }
        return .close(SocketClosure(code, reason, by: .there))
    }
}

/// Who is at the other end.
package enum Peer: Sendable {
    case client
    case server
}

extension MessageReader.Outcome {
    fileprivate static func violation(_ reason: String) -> Self {
        .violation(SocketClosure(.protocolError, reason, by: .here))
    }
}
