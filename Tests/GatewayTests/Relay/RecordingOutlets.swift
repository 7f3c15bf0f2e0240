@testable import CloudFlowGateway
import Synchronization

/// Notes what a connection is sent, and lets a test wait for it.
final class Recording<Message: Sendable>: Sendable {
    private struct State {
        var messages: [Message] = []
        var ending: SocketEnding?
        var waiters: [(isMet: @Sendable (Int, SocketEnding?) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    func note(_ message: Message) {
        change { $0.messages.append(message) }
    }

    func note(_ ending: SocketEnding) {
        change { $0.ending = ending }
    }

    /// What has come, once it is so many messages.
    func messages(count: Int) async -> [Message] {
        await wait { messages, _ in messages >= count }
        return state.withLock { $0.messages }
    }

    func ending() async -> SocketEnding? {
        await wait { _, ending in ending != nil }
        return state.withLock { $0.ending }
    }

    private func wait(until isMet: @escaping @Sendable (Int, SocketEnding?) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if isMet(state.messages.count, state.ending) { return true }
                state.waiters.append((isMet, continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    private func change(_ change: (inout State) -> Void) {
        let ready = state.withLock { state in
            change(&state)
            let (count, ending) = (state.messages.count, state.ending)
            let ready = state.waiters.filter { $0.isMet(count, ending) }
            state.waiters.removeAll { $0.isMet(count, ending) }
            return ready.map(\.continuation)
        }
        for continuation in ready { continuation.resume() }
    }
}

struct RecordingClient: ClientOutlet {
    private let recording = Recording<ClientMessage>()
    var isFull: Bool { false }

    func send(_ message: ClientMessage) { recording.note(message) }
    func close(_ ending: SocketEnding) { recording.note(ending) }
    func messages(count: Int) async -> [ClientMessage] { await recording.messages(count: count) }
    func ending() async -> SocketEnding? { await recording.ending() }
}

struct RecordingDevice: DeviceOutlet {
    private let recording = Recording<DeviceMessage>()

    func send(_ message: DeviceMessage) { recording.note(message) }
    func close(_ ending: SocketEnding) { recording.note(ending) }
    func messages(count: Int) async -> [DeviceMessage] { await recording.messages(count: count) }
    func ending() async -> SocketEnding? { await recording.ending() }
}
