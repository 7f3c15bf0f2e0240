public import SwiftText

/// The websocket that an operation opens.
public struct SocketPlan: Hashable, Sendable {
    /// What the client sends.
    public var sends: SwiftType
    /// What the client receives.
    public var receives: SwiftType
    /// The best one first.
    public var subprotocols: [String]

    public init(sends: SwiftType, receives: SwiftType, subprotocols: [String]) {
        self.sends = sends
        self.receives = receives
        self.subprotocols = subprotocols
    }
}
