/// Knows which devices have a live websocket.
public protocol Presence: Sendable {
    func isConnected(_ referenceId: String) async -> Bool
}

/// The presence of a gateway without websockets: no device is ever connected.
public struct NobodyConnected: Presence {
    public init() {}

    public func isConnected(_ referenceId: String) async -> Bool { false }
}
