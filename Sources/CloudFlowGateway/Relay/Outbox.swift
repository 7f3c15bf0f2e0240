import Synchronization

/// The effects that are to be carried out, in their order, by one at a time: whoever adds some while nobody is at it.
///
/// Changes are committed together, as many as have come meanwhile, and what follows a change is sent when it is durable.
final class Outbox: Sendable {
    struct Entry: Sendable {
        let account: String
        let effect: RelayEffect
    }

    private struct Queue {
        var entries: [Entry] = []
        /// Whether somebody takes what is added.
        var isTaken = false
        var isClosed = false
        /// Who waits for the end.
        var waiters: [CheckedContinuation<Void, Never>] = []

        var isAtEnd: Bool { isClosed && !isTaken && entries.isEmpty }

        mutating func takeWaiters() -> [CheckedContinuation<Void, Never>] {
            defer { waiters = [] }
            return waiters
        }
    }

    private let queue = Mutex(Queue())

    var isClosed: Bool { queue.withLock(\.isClosed) }

    /// - Returns: Whether it falls to the caller to take all that is there.
    func add(_ effects: [RelayEffect], of account: String) -> Bool {
        if effects.isEmpty { return false }
        return queue.withLock { queue in
            for effect in effects { queue.entries.append(Entry(account: account, effect: effect)) }
            if queue.isTaken { return false }
            queue.isTaken = true
            return true
        }
    }

    /// Drops what has not been carried out.
    func removeAll() {
        queue.withLock { $0.entries.removeAll() }
    }

    /// Everything that has been added since the last call. Nil when there is nothing: then the next one who adds something takes it.
    func next() -> [Entry]? {
        let (entries, waiters) = queue.withLock { queue in
            let entries = queue.entries
            queue.entries = []
            queue.isTaken = !entries.isEmpty
            return (entries, queue.isAtEnd ? queue.takeWaiters() : [])
        }
        for waiter in waiters { waiter.resume() }
        return entries.isEmpty ? nil : entries
    }

    /// Lets `end` return once all is carried out.
    func close() {
        let waiters = queue.withLock { queue in
            queue.isClosed = true
            return queue.isAtEnd ? queue.takeWaiters() : []
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when all has been carried out, after `close`.
    func end() async {
        await withCheckedContinuation { continuation in
            let isAtEnd = queue.withLock { queue in
                if !queue.isAtEnd { queue.waiters.append(continuation) }
                return queue.isAtEnd
            }
            if isAtEnd { continuation.resume() }
        }
    }
}

extension [Outbox.Entry] {
    /// The changes among them, in order.
    var changes: [AccountChange] {
        compactMap { entry in
            if case .store(let change) = entry.effect { AccountChange(account: entry.account, change: change) } else { nil }
        }
    }

    /// The requests that are asked of the store.
    var lookups: [RelayKey] {
        compactMap { entry in
            switch entry.effect {
            case .lookUp(let id), .acknowledgeFinished(_, let id, _): RelayKey(account: entry.account, id: id)
            default: nil
            }
        }
    }
}
