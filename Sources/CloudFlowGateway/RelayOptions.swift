public import CloudFlowRuntime
public import FoundationEssentials

/// What an operator decides about the relay.
public struct RelayOptions: Sendable {
    /// How many websockets an account may have, clients and devices together.
    public var connections: Int
    /// How long a websocket may live, in seconds. Its peer gets another token then, and connects again.
    public var session: TimeInterval
    /// How often live connections are held against the database.
    public var accessCheck: Duration
    /// Whether requests outlive the process. Without that, nothing that is acknowledged is a promise: it shows what durability costs.
    public var isDurable: Bool
    /// What a websocket takes from its peer.
    public var sockets: SocketLimits

    /// Options; those that are not given are what they are for every gateway.
    public init(
        connections: Int = 100,
        session: TimeInterval = 86_400,
        accessCheck: Duration = .seconds(10),
        isDurable: Bool = true,
        sockets: SocketLimits = SocketLimits()
    ) {
        self.connections = connections
        self.session = session
        self.accessCheck = accessCheck
        self.isDurable = isDurable
        self.sockets = sockets
    }
}
