import SpecDocument
import SpecPlan
import SpecYAML
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

    /// An operation whose method can't open a websocket is an ordinary one.
    mutating func withoutWrongSocket(
        _ entry: OrderedMap<HTTPMethod, Operation>.Entry
    ) -> OrderedMap<HTTPMethod, Operation>.Entry {
        guard entry.key != .get, let webSocket = entry.value.webSocket else { return entry }
        warn(at: webSocket.location, "only GET opens a websocket (RFC 6455, section 4.1); 'x-websocket' is left out")
        var entry = entry
        entry.value.webSocket = nil
        return entry
    }

    private mutating func messageType(of schema: Referenced<Schema>?, at place: SwiftName) -> SwiftType {
        guard let schema, let type = type(of: schema, at: place) else { return .json }
        return type.spelt
    }
}
