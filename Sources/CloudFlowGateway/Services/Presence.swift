/// Knows which devices have a live websocket.
public protocol Presence: Sendable {
    /// Whether a device of the account is connected.
    func isConnected(_ referenceId: String, of accountId: String) async -> Bool
}

extension Hub: Presence {
    func isConnected(_ referenceId: String, of accountId: String) -> Bool { isConnected(device: referenceId, of: accountId) }
}
