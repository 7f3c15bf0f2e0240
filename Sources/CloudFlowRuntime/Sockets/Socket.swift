/// One end of a websocket whose messages are JSON: what this end sends, and what it receives, as types.
///
/// A text message that is not what the type says ends the connection with 1008, a binary one with 1003: the iteration throws that
/// `SocketClosure`, whose reason names the place in the message and nothing of its content.
public struct Socket<Sends: JSONWritable, Receives: JSONReadable>: AsyncSequence, Sendable {
    public typealias Element = Receives
    public typealias Failure = SocketClosure

    /// The connection underneath.
    public let connection: SocketConnection
    private let isStrict: Bool

    /// - Parameter strict: Whether to check the constraints of the specification in what comes. A server does, a client doesn't.
    public init(_ connection: SocketConnection, strict: Bool = false) {
        self.connection = connection
        isStrict = strict
    }

    /// How the connection ended; nil while it lives.
    public var closure: SocketClosure? { connection.closure }

    /// Sends a message as soon as the peer has taken in enough of those before it.
    public func send(_ message: Sends) async throws(SocketSendFailure) {
        let json: [UInt8]
        do throws(JSONError) { json = try message.json() } catch { throw .unencodable(error) }
        try await connection.send(SocketMessage(.text, json))
    }

    /// Closes the connection behind what was sent, and returns when that is done.
    public func close(_ code: SocketCloseCode = .normal, reason: String = "") async {
        await connection.close(code, reason: reason)
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(messages: connection.makeAsyncIterator(), isStrict: isStrict)
    }

    /// Gives one message after the other, as they arrive.
    public struct Iterator: AsyncIteratorProtocol {
        var messages: SocketConnection.Iterator
        let isStrict: Bool

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(SocketClosure) -> Receives? {
            guard let message = try await messages.next(isolation: actor) else { return nil }
            guard message.kind == .text else { throw end(.unsupportedData, "a message is binary; messages are JSON texts") }
            do throws(JSONError) {
                return try Receives(json: message.bytes, strict: isStrict)
            } catch {
                throw end(.policyViolation, "a message is malformed \(error)")
            }
        }

        private func end(_ code: SocketCloseCode, _ reason: String) -> SocketClosure {
            let reason = reason.prefix(upToUTF8: 123)
            messages.connection.startClosing(code, reason: reason)
            return SocketClosure(code, reason, by: .here)
        }
    }
}
