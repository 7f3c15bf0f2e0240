import CloudFlowRuntime
import Logging
import Synchronization

/// Carries out effects in their order: changes are committed together, as many as have come meanwhile, and what follows a change is sent
/// when it is durable.
final class Outbox: Sendable {
    struct Entry: Sendable {
        let account: String
        let effect: RelayEffect
    }

    private struct Queue {
        var entries: [Entry] = []
        var waiter: CheckedContinuation<Void, Never>?
        var isClosed = false
    }

    private let queue = Mutex(Queue())

    var isClosed: Bool { queue.withLock(\.isClosed) }

    func add(_ effects: [RelayEffect], of account: String) {
        guard !effects.isEmpty else { return }
        let waiter = queue.withLock { queue in
            queue.entries += effects.map { Entry(account: account, effect: $0) }
            return queue.waiter.take()
        }
        waiter?.resume()
    }

    /// Drops what has not been carried out.
    func removeAll() {
        queue.withLock { $0.entries.removeAll() }
    }

    /// Lets `next` return nil once all entries are out.
    func close() {
        let waiter = queue.withLock { queue in
            queue.isClosed = true
            return queue.waiter.take()
        }
        waiter?.resume()
    }

    /// Everything that has been added since the last call; waits for something. Nil after `close`.
    func next() async -> [Entry]? {
        while true {
            let (entries, isClosed) = queue.withLock { queue in
                defer { queue.entries.removeAll(keepingCapacity: true) }
                return (queue.entries, queue.isClosed)
            }
            if !entries.isEmpty { return entries }
            if isClosed { return nil }
            await withCheckedContinuation { continuation in
                let isReady = queue.withLock { queue in
                    if queue.entries.isEmpty, !queue.isClosed {
                        queue.waiter = continuation
                        return false
                    }
                    return true
                }
                if isReady { continuation.resume() }
            }
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
}
