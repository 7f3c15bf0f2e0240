public import SpecYAML

/// The messages of the websocket that an operation opens: the vendor extension `x-websocket`. Each message is a JSON text.
public struct WebSocket: Sendable {
    public var location: Location
    /// What the client sends.
    public var sends: Referenced<Schema>?
    /// What the client receives.
    public var receives: Referenced<Schema>?
    /// The subprotocols that the server speaks, the best one first.
    public var subprotocols: [String] = []
    public var extensions = Extensions()

    public init(location: Location) { self.location = location }
}
