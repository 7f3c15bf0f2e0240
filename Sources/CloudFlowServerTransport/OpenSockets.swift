import NIOCore
import Synchronization

/// The connections that have become websockets and need no task of their own, which would take more memory than all the rest of them.
///
/// A server ends when they have ended.
final class OpenSockets: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isClosing = false
    }

    private let state = Mutex(State())

    /// Keeps a connection until it is closed.
    func add(_ channel: any Channel) {
        let isClosing = state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = channel
            return state.isClosing
        }
        channel.closeFuture.whenComplete { [self] _ in remove(ObjectIdentifier(channel)) }
        if isClosing { channel.close(promise: nil) }
    }

    /// Ends all connections, and those that come yet.
    func close() {
        let channels = state.withLock { state in
            state.isClosing = true
            return Array(state.channels.values)
        }
        for channel in channels { channel.close(promise: nil) }
    }

    /// Returns when there is none.
    func end() async {
        while let channel = state.withLock({ $0.channels.values.first }) { try? await channel.closeFuture.get() }
    }

    private func remove(_ id: ObjectIdentifier) {
        state.withLock { $0.channels[id] = nil }
    }
}
