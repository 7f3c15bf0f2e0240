/// What one end of a websocket takes from its peer, and how long it waits for it.
public struct SocketLimits: Sendable, Hashable {
    /// The longest message, in bytes, its fragments together. A longer one ends the connection with 1009.
    public var message: Int
    /// The most bytes that wait to be sent. When more would have to, the peer is too slow, and the connection ends with 4408.
    public var queue: Int
    /// How long after one ping the next is sent; nil for none. A client leaves it to its server.
    public var pingInterval: Duration?
    /// How long after a ping something must come from the peer, or the connection counts as lost.
    public var pongTimeout: Duration
    /// How long a Close frame waits for the peer's.
    public var closeTimeout: Duration

    /// Limits; those that are not given are what they are for every websocket.
    public init(
        message: Int = 64 << 10,
        queue: Int = 1 << 20,
        pingInterval: Duration? = .seconds(25),
        pongTimeout: Duration = .seconds(10),
        closeTimeout: Duration = .seconds(5)
    ) {
        self.message = message
        self.queue = queue
        self.pingInterval = pingInterval
        self.pongTimeout = pongTimeout
        self.closeTimeout = closeTimeout
    }

    /// The bytes waiting to be sent from which on `SocketChannel.isFull` says so.
    package var highWater: Int { min(64 << 10, queue) }
}
