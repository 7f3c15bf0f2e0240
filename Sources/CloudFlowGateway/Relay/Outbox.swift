import Synchronization

/// The effects that are to be carried out, in their order, by one at a time: whoever adds some while nobody is at it.
///
/// Changes are committed together, as many as have come meanwhile, and what follows a change is sent when it is durable.
final class Outbox: Sendable {
    /// What follows from one decision.
    struct Entry: Sendable {
        let account: String
        var effects: ArraySlice<RelayEffect>
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
            queue.entries.append(Entry(account: account, effects: effects[...]))
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
    /// What the store is asked for: changes, in their order, and requests behind them.
    func orders() -> (changes: [AccountChange], lookups: [RelayKey]) {
        var changes: [AccountChange] = []
        var lookups: [RelayKey] = []
        for entry in self {
            for effect in entry.effects {
                switch effect {
                case .store(let change): changes.append(AccountChange(account: entry.account, change: change))
                case .lookUp(let id), .acknowledgeFinished(_, let id, _): lookups.append(RelayKey(account: entry.account, id: id))
                default: break
                }
            }
        }
        return (changes, lookups)
    }
}
