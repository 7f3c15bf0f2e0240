import CloudFlowRuntime
import Synchronization

/// The messages that wait to be sent, whatever thread they come from, and what they weigh until the network has taken them.
final class SendQueue: Sendable {
    enum Outcome {
        /// - Parameter isFirst: whether nobody has been told yet that messages wait.
        case added(isFirst: Bool)
        /// More waits than may.
        case overflow
        /// No more messages are taken.
        case closed
    }

    private struct State {
        var messages: [SocketMessage] = []
        /// Of the messages, and of those that are under way.
        var bytes = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let highWater: Int
    private let limit: Int

    init(highWater: Int, limit: Int) {
        self.highWater = highWater
        self.limit = limit
    }

    var isFull: Bool { state.withLock { $0.bytes >= highWater } }

    func close() { state.withLock { $0.isClosed = true } }

    /// Adds a message. Where nothing waits, there is room for any. One that is too much closes the queue.
    func add(_ message: SocketMessage) -> Outcome {
        state.withLock { state in
            if state.isClosed { return .closed }
            guard state.bytes == 0 || state.bytes + message.cost <= limit else {
                state.isClosed = true
                return .overflow
            }
            state.bytes += message.cost
            state.messages.append(message)
            return .added(isFirst: state.messages.count == 1)
        }
    }

    /// All messages that wait. They weigh until `remove`.
    func take() -> [SocketMessage] {
        state.withLock { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Notes that the network has taken so much.
    ///
    /// - Returns: Whether the queue was full, and no longer is.
    func remove(_ bytes: Int) -> Bool {
        state.withLock { state in
            let wasFull = state.bytes >= highWater
            state.bytes -= bytes
            return wasFull && state.bytes < highWater
        }
    }
}
