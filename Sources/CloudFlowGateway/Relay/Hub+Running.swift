import CloudFlowRuntime
import FoundationEssentials
import Logging
import Synchronization

/// Beginning, and ending.
extension Hub {
    /// Takes up what the store holds, and lets connections in.
    func open() async throws(StorageFailure) {
        let unfinished = try await store.unfinished()
        let unposted = try await store.unposted()
        state.withLock { state in
            state.accounts = Dictionary(grouping: unfinished) { $0.key.account }.mapValues { AccountRelay(resuming: $0.map(\.value)) }
            outbox.removeAll()
            state.isOpen = true
        }
        for key in unposted { poster.post(key) }
    }

    /// Returns when everything is done that was decided before `stop`.
    func run() async { await outbox.end() }

    /// Lets `run` return when everything is done that has been decided.
    func stop() { outbox.close() }

    /// Decides what time alone decides.
    func expire() {
        let accounts = state.withLock { Array($0.accounts.keys) }
        for account in accounts {
            decide(account) { relay, _, now in ((), relay.expire(at: now)) }
        }
    }

    /// Removes what is older than a day and finished.
    func prune() async throws(StorageFailure) {
        try await store.prune(before: now().addingTimeInterval(-AccountRelay.patience))
    }

    /// Starts again from what the store holds, as soon as that can be had.
    func restart(after failure: StorageFailure) async {
        logger.error("the relay starts again, for its store failed", metadata: ["reason": "\(failure.reason)"])
        abandon()
        while !outbox.isClosed {
            do throws(StorageFailure) {
                return try await open()
            } catch {
                try? await Task.sleep(for: .milliseconds(250))
            }
        }
    }

    /// Forgets all that is in memory.
    private func abandon() {
        let former = state.withLock { state in
            let former = state
            state = State(lastNumber: former.lastNumber)
            outbox.removeAll()
            return former
        }
        for outlet in former.clients.values { outlet.close(.storageFailed) }
        for outlet in former.devices.values { outlet.close(.storageFailed) }
        for continuation in former.submissions.values { continuation.resume(returning: .refused(.notStored)) }
    }
}
