import Synchronization

/// Keeps the messages of a connection until they are asked for, and the tasks that wait for one, for room to send, or for the end.
final class SocketInbox: SocketHandler {
    /// What the one who reads gets: a message, or how it ended.
    typealias Next = Result<SocketMessage, SocketClosure>

    private struct State {
        var messages: ArraySlice<SocketMessage> = []
        var bytes = 0
        var isPaused = false
        var closure: SocketClosure?
        /// Whether this end asked for the end, so that it comes as no surprise.
        var isClosing = false
        var readers = WaitingLine<Next>()
        var senders = WaitingLine<Void>()
        var closers = WaitingLine<SocketClosure>()
        var nextID = 0

        /// Where reading stops, and where it goes on.
        var isOverfull: Bool { bytes >= 64 << 10 || messages.count >= 256 }
        var isNearlyEmpty: Bool { bytes <= 16 << 10 && messages.count <= 64 }
    }

    private let state = Mutex(State())
    private let channel: any SocketChannel

    init(_ channel: any SocketChannel) {
        self.channel = channel
    }

    /// How the connection ended; nil while it lives.
    var closure: SocketClosure? { state.withLock(\.closure) }

    /// Whether the end is what this end wanted, or what both sides are content with.
    var isAtPeace: Bool { state.withLock { $0.isClosing || $0.closure?.isNormal ?? false } }

    /// Notes that this end asks for the end.
    func willClose() { state.withLock { $0.isClosing = true } }

    // MARK: Events

    func received(_ message: SocketMessage) {
        let (reader, pauses) = state.withLock { state in
            if let reader = state.readers.popFirst() { return (reader, false) as (CheckedContinuation<Next?, Never>?, Bool) }
            state.messages.append(message)
            state.bytes += message.bytes.count
            let pauses = state.isOverfull && !state.isPaused
            if pauses { state.isPaused = true }
            return (nil, pauses)
        }
        reader?.resume(returning: .success(message))
        if pauses { channel.pause() }
    }

    func drained() {
        for sender in state.withLock({ $0.senders.popAll() }) { sender.resume(returning: ()) }
    }

    func closed(_ closure: SocketClosure) {
        let (readers, senders, closers) = state.withLock { state in
            state.closure = closure
            return (state.readers.popAll(), state.senders.popAll(), state.closers.popAll())
        }
        for reader in readers { reader.resume(returning: .failure(closure)) }
        for sender in senders { sender.resume(returning: ()) }
        for closer in closers { closer.resume(returning: closure) }
    }

    // MARK: Waiting

    /// The next message, or how the connection ended; nil when the task is cancelled.
    func next() async -> Next? {
        let next = await wait(in: \.readers) { state in
            if let message = state.messages.popFirst() {
                state.bytes -= message.bytes.count
                return .success(message)
            }
            return state.closure.map { .failure($0) }
        }
        let resumes = state.withLock { state in
            guard state.isPaused, state.isNearlyEmpty else { return false }
            state.isPaused = false
            return true
        }
        if resumes { channel.resume() }
        return next
    }

    /// Returns when the channel may have room; nil when the task is cancelled.
    func room() async -> Void? {
        await wait(in: \.senders) { [channel] state in state.closure == nil && channel.isFull ? nil : () }
    }

    /// How the connection ended, as soon as it has; nil when the task is cancelled before.
    func end() async -> SocketClosure? {
        await wait(in: \.closers) { $0.closure }
    }

    private func wait<Value: Sendable>(
        in line: any WritableKeyPath<State, WaitingLine<Value>> & Sendable,
        unless ready: @Sendable (inout State) -> Value?
    ) async -> Value? {
        let (value, id) = state.withLock { state in
            state.nextID += 1
            return (ready(&state), state.nextID)
        }
        if let value { return value }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Value?, Never>) in
                let (value, isOver) = state.withLock { state in
                    if Task.isCancelled { return (nil, true) as (Value?, Bool) }
                    if let value = ready(&state) { return (value, true) }
                    state[keyPath: line].append(continuation, id: id)
                    return (nil, false)
                }
                if isOver { continuation.resume(returning: value) }
            }
        } onCancel: {
            state.withLock { $0[keyPath: line].remove(id: id) }?.resume(returning: nil)
        }
    }
}
