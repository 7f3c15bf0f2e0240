import Synchronization

/// Counts the bytes of messages that wait to be sent, for all threads.
final class SendQueue: Sendable {
    private let bytes = Atomic(0)
    private let closed = Atomic(false)
    let highWater: Int
    let limit: Int

    init(highWater: Int, limit: Int) {
        self.highWater = highWater
        self.limit = limit
    }

    var isFull: Bool { bytes.load(ordering: .relaxed) >= highWater }

    /// Whether no more messages are taken.
    var isClosed: Bool { closed.load(ordering: .relaxed) }

    func close() { closed.store(true, ordering: .relaxed) }

    /// Counts a message in.
    ///
    /// - Returns: Whether there is room for it. Where nothing waits, there is for any.
    func add(_ count: Int) -> Bool {
        let total = bytes.add(count, ordering: .relaxed).newValue
        return total <= limit || total == count
    }

    /// Counts a message out.
    ///
    /// - Returns: Whether the queue was full, and no longer is.
    func remove(_ count: Int) -> Bool {
        let (old, new) = bytes.subtract(count, ordering: .relaxed)
        return old >= highWater && new < highWater
    }
}
