/// One end of a websocket: its messages as an asynchronous sequence, and a `send` that waits while the peer is slow.
///
/// The sequence ends when the connection is closed with 1000 by either side, or by this end; it throws the `SocketClosure` when it ends in
/// any other way. Messages that nobody asks for stay in the network, and the peer has to wait. A connection that nobody holds any more is
/// closed with 1001.
public final class SocketConnection: AsyncSequence, Sendable {
    public typealias Element = SocketMessage
    public typealias Failure = SocketClosure

    private let channel: any SocketChannel
    private let inbox: SocketInbox
    private let limits: SocketLimits

    /// - Parameter channel: one that was not started yet.
    public init(_ channel: any SocketChannel, limits: SocketLimits = SocketLimits()) {
        self.channel = channel
        self.limits = limits
        inbox = SocketInbox(channel)
        channel.start(inbox)
    }

    deinit {
        if inbox.closure == nil { channel.close(.goingAway, reason: "") }
    }

    /// The subprotocol that both sides agreed on.
    public var subprotocol: String? { channel.subprotocol }

    /// How the connection ended; nil while it lives.
    public var closure: SocketClosure? { inbox.closure }

    /// Sends a message as soon as the peer has taken in enough of those before it.
    ///
    /// That it returns means that the message is on its way, not that it arrived.
    public func send(_ message: SocketMessage) async throws(SocketSendFailure) {
        guard message.bytes.count <= limits.message else { throw .tooLarge(limit: limits.message) }
        while channel.isFull, inbox.closure == nil {
            guard await inbox.room() != nil else { throw .cancelled }
        }
        if channel.send(message) { return }
        throw .closed(inbox.closure ?? SocketClosure(.goingAway, "this end is closing", by: .here))
    }

    /// Closes the connection behind what was sent, and returns when that is done. Messages that still come are dropped.
    ///
    /// - Parameter reason: what to tell the peer; cut after 123 bytes.
    public func close(_ code: SocketCloseCode = .normal, reason: String = "") async {
        startClosing(code, reason: reason)
        _ = await inbox.end()
    }

    /// Begins to close the connection, and doesn't wait for it.
    public func startClosing(_ code: SocketCloseCode, reason: String = "") {
        inbox.willClose()
        channel.close(code, reason: reason)
    }

    public func makeAsyncIterator() -> Iterator { Iterator(connection: self) }

    /// Gives one message after the other, as they arrive.
    public struct Iterator: AsyncIteratorProtocol {
        let connection: SocketConnection

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(SocketClosure) -> SocketMessage? {
            switch await connection.inbox.next() {
            case .success(let message)?: return message
            case .failure(let closure)?: if !connection.inbox.isAtPeace { throw closure }
            case nil: break
            }
            return nil
        }
    }
}

/// Why a message was not sent.
public enum SocketSendFailure: Error, Sendable {
    /// The connection is closed, or closing.
    case closed(SocketClosure)
    /// The message is longer than `limit` bytes.
    case tooLarge(limit: Int)
    /// The value can't be written as JSON.
    case unencodable(JSONError)
    /// The task was cancelled while it waited for the peer.
    case cancelled
}

extension SocketSendFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .closed(let closure): "the message was not sent: \(closure)"
        case .tooLarge(let limit): "the message was not sent: it is longer than \(limit) bytes"
        case .unencodable(let error): "the message was not sent: it can't be written as JSON: \(error)"
        case .cancelled: "the message was not sent: the task was cancelled"
        }
    }
}
