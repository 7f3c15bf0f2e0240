import CloudFlowRuntime

/// What talks over a websocket that comes and goes: what it sends outlives a connection, and is said again on the next one.
protocol SocketParty: Sendable {
    associatedtype Sends: JSONWritable & Sendable
    associatedtype Receives: JSONReadable & Sendable

    /// Credentials, and a websocket with them.
    func connect() async throws(ConnectionEnding) -> Socket<Sends, Receives>

    /// The connection stands.
    ///
    /// - Returns: What is to be sent over it, from now on. When the stream ends the connection is closed.
    func connected() -> AsyncStream<Sends>

    func received(_ message: Receives) throws(ConnectionEnding)

    /// There is no connection, or no longer.
    ///
    /// - Returns: Whether to make another one.
    func ended(_ ending: ConnectionEnding) -> Bool
}

/// Why there is no connection.
enum ConnectionEnding: Error {
    /// It was there, and came to its end.
    case closed(SocketClosure)
    /// It could not be made this time.
    case unreachable(APIError)
    /// It can't be made with these credentials.
    case refused(APIError)
    /// This end can't go on.
    case failed
}

extension ConnectionEnding {
    /// What an operation in front of a connection failed with. What is not about the credentials may pass.
    init(_ failure: some OperationFailure) {
        let error = failure.apiError
        switch error?.code {
        case .unauthorized?, .forbidden?: self = .refused(error ?? APIError(.unauthorized, ""))
        default: self = .unreachable(error ?? APIError(.connectionLost, "the platform can't be reached"))
        }
    }

    /// What a handshake failed with. Its token was fresh, so that 401 is about that token and not about the credentials.
    init(handshake failure: some OperationFailure) {
        self.init(failure)
        if case .refused(let error) = self, error.code == .unauthorized { self = .unreachable(error) }
    }
}

extension SocketLimits {
    /// The longest payload, in bytes, that the platform passes on: the message around it must fit in as well.
    static let longestPayload = 63 << 10
}
