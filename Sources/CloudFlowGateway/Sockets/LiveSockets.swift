import CloudFlowRuntime
import FoundationEssentials
import Synchronization

/// The open websockets with what each stands on, so that they end when that does.
final class LiveSockets: Sendable {
    private struct Live {
        let access: Access
        let channel: any SocketChannel
    }

    private let sockets = Mutex<[ConnectionID: Live]>([:])

    func add(_ connection: ConnectionID, _ access: Access, _ channel: any SocketChannel) {
        sockets.withLock { $0[connection] = Live(access: access, channel: channel) }
    }

    func remove(_ connection: ConnectionID) {
        _ = sockets.withLock { $0.removeValue(forKey: connection) }
    }

    /// Closes those whose access has ended. While the database doesn't answer, only time ends one.
    func closeEnded(by store: AccessStore, at now: Date) async {
        let live = sockets.withLock { Array($0.values) }
        let holds = try? await store.hold(live.map(\.access))
        for (index, socket) in live.enumerated() where socket.access.end <= now || holds?[index] == false {
            socket.channel.close(.accessEnded)
        }
    }
}
