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

        var isAtEnd: Bool { isClosed && !isTaken }
    }

    private let queue = Mutex(Queue())
    /// Of nothing. It finishes when all is carried out, after `close`.
    private let (rest, ending) = AsyncStream.makeStream(of: Never.self)

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
        let (entries, isAtEnd) = queue.withLock { queue in
            let entries = queue.entries
            queue.entries = []
            queue.isTaken = !entries.isEmpty
            return (entries, queue.isAtEnd)
        }
        if isAtEnd { ending.finish() }
        return entries.isEmpty ? nil : entries
    }

    /// Lets `end` return once all is carried out.
    func close() {
        let isAtEnd = queue.withLock { queue in
            queue.isClosed = true
            return queue.isAtEnd
        }
        if isAtEnd { ending.finish() }
    }

    /// Returns when all has been carried out, after `close`. One task alone may wait for it.
    func end() async {
        for await _ in rest {}
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
