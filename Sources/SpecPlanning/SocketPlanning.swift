import SpecDocument
import SpecPlan
import SwiftText

extension VersionPlanner {
    /// The websocket that an operation opens; nil for an ordinary operation.
    mutating func socketPlan(of operation: Operation, for typeName: SwiftName) -> SocketPlan? {
        guard let webSocket = operation.webSocket else { return nil }
        return SocketPlan(
            sends: messageType(of: webSocket.sends, at: typeName.adding("Sent")),
            receives: messageType(of: webSocket.receives, at: typeName.adding("Received")),
            subprotocols: webSocket.subprotocols
        )
    }

    private mutating func messageType(of schema: Referenced<Schema>?, at place: SwiftName) -> SwiftType {
        guard let schema, let type = type(of: schema, at: place) else { return .json }
        return type.spelt
    }
}
