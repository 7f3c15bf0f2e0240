/// What a service does with a websocket that a client asks for. It is the successful answer of a `SocketOperation`.
///
/// A service that lets a client in is handed the connection exactly once, be it one that is lost by then.
public struct SocketUpgrade: Sendable {
    /// What the service takes from the client.
    public var limits: SocketLimits
    private let serve: @Sendable (any SocketChannel, SocketLimits) -> Task<Void, Never>?

    /// Serves a connection by a handler of its events, without a task of its own.
    ///
    /// - Parameter open: starts the channel, now or later.
    public init(limits: SocketLimits = SocketLimits(), open: @escaping @Sendable (any SocketChannel) -> Void) {
        self.limits = limits
        serve = { channel, _ in
            open(channel)
            return nil
        }
    }

    /// Serves a connection by a function. It is closed with 1000 when the function returns, and with 1011 when it throws.
    public init(limits: SocketLimits = SocketLimits(), serve: @escaping @Sendable (SocketConnection) async throws -> Void) {
        self.limits = limits
        self.serve = { channel, limits in
            let connection = SocketConnection(channel, limits: limits)
            return Task {
                do {
                    try await serve(connection)
                    await connection.close(.normal)
                } catch {
                    await connection.close(.internalError, reason: "unexpected failure")
                }
            }
        }
    }

    /// Serves a connection of an operation by a function, with the messages that the operation has.
    public init<Call: SocketContract>(
        serving operation: Call.Type,
        limits: SocketLimits = SocketLimits(),
        _ serve: @escaping @Sendable (Socket<Call.Receives, Call.Sends>) async throws -> Void
    ) {
        self.init(limits: limits) { connection in try await serve(Socket(connection, strict: true)) }
    }

    /// Hands the connection to the service.
    ///
    /// - Returns: What runs for the connection until its service is done with it, where that is a task.
    @discardableResult
    public func open(_ channel: any SocketChannel) -> Task<Void, Never>? {
        serve(channel, limits)
    }

    /// Hands the service a connection that is lost already, when the client went while it was let in: so that what the service set aside for
    /// the connection is given back in the way that it always is.
    package func abandon() {
        let (server, client) = InMemorySocket.pair()
        client.close(.lost, reason: "the client went during the handshake")
        open(server)
    }
}
