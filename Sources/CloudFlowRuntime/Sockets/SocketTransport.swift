/// What opens websockets for a client: over a network, or to a service in the same process.
public protocol SocketTransport: Sendable {
    /// Asks a server for a websocket.
    ///
    /// - Parameter request: a GET whose URL is `http` or `https`. The fields of the handshake are added, but for `Sec-WebSocket-Protocol`,
    ///   which lists the subprotocols that the client speaks.
    /// - Throws: why there is no answer.
    func open(_ request: APIRequest, limits: SocketLimits) async throws(TransportFailure) -> SocketAnswer
}

/// What a server answers to a client that asks for a websocket.
public enum SocketAnswer: Sendable {
    /// The websocket is open.
    case opened(any SocketChannel)
    /// The server answered with something else than a websocket: an ordinary response.
    case refused(APIResponse)
}
