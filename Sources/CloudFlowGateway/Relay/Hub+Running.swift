import CloudFlowRuntime
import FoundationEssentials
import Logging
import Metrics
import Synchronization

/// Carrying out what was decided.
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

    /// Carries out effects until `stop`. Where the store fails, it starts again from what the store holds as soon as that can be had.
    func run() async {
        while let entries = await outbox.next() {
            do throws(StorageFailure) {
                let changes = entries.changes
                if !changes.isEmpty { try await store.apply(changes) }
                for entry in entries { try await perform(entry.effect, of: entry.account) }
            } catch {
                logger.error("the relay starts again, for its store failed", metadata: ["reason": "\(error.reason)"])
                abandon()
                await reopen()
            }
        }
    }

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

    private func reopen() async {
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

    private func perform(_ effect: RelayEffect, of account: String) async throws(StorageFailure) {
        switch effect {
        case .store:
            break
        case .toClient(let connection, let message):
            // A replay that has not come so far yet brings it in its turn.
            if let id = message.keptFor, replayed(id, to: connection) != nil { return }
            guard let outlet = client(connection) else { return }
            metrics.toClients.increment()
            outlet.send(message)
        case .toDevice(let connection, let message):
            guard let outlet = device(connection) else { return }
            if case .request = message { metrics.toDevices.increment() }
            outlet.send(message)
        case .close(let connection, let ending):
            client(connection)?.close(ending)
            device(connection)?.close(ending)
        case .replay(let connection, let id, let sequence):
            try await replay(RelayKey(account: account, id: id), from: sequence, to: connection)
        case .replayOn(let connection, let id):
            guard let sequence = replayed(id, to: connection) else { return }
            try await replay(RelayKey(account: account, id: id), from: sequence, to: connection)
        case .lookUp(let id):
            let request = try await store.request(RelayKey(account: account, id: id))
            decide(account) { relay, _, now in ((), relay.found(request, id: id, at: now)) }
        case .acknowledgeFinished(let connection, let id, let referenceId):
            let request = try await store.request(RelayKey(account: account, id: id))
            guard let request, request.isFinished, request.order.referenceId == referenceId else { return }
            device(connection)?.send(.acknowledged(id: id, sequence: request.count - 1))
        case .answer(let submission, let answer):
            state.withLock { $0.submissions.removeValue(forKey: submission) }?.resume(returning: answer)
        case .post(let id):
            poster.post(RelayKey(account: account, id: id))
        }
    }

    /// Sends what was missed as fast as the client takes it in.
    private func replay(_ key: RelayKey, from sequence: Int, to connection: ConnectionID) async throws(StorageFailure) {
        guard let outlet = client(connection), let request = try await store.request(key) else { return }
        var next = sequence
        while true {
            // First noted, then looked: so that no `drained` in between is missed.
            note(next, of: key.id, to: connection)
            if outlet.isFull { return }
            let items = try await store.items(of: key, from: next, limit: Self.portion)
            for item in items { outlet.send(ClientMessage(item, of: request.order)) }
            metrics.toClients.increment(by: items.count)
            guard items.count == Self.portion, let last = items.last else { return note(nil, of: key.id, to: connection) }
            next = last.sequence + 1
        }
    }

    /// How many items are replayed at once. With the longest payloads they take half of the queue of a connection.
    private static let portion = 8

    private func note(_ next: Int?, of id: String, to connection: ConnectionID) {
        state.withLock { state in
            guard state.clients[connection] != nil else { return }
            state.replays[connection, default: [:]][id] = next
            if state.replays[connection]?.isEmpty == true { state.replays[connection] = nil }
        }
    }

    /// The number of the item that a replay goes on with; nil where none is under way.
    private func replayed(_ id: String, to connection: ConnectionID) -> Int? {
        state.withLock { $0.replays[connection]?[id] }
    }

    private func client(_ connection: ConnectionID) -> (any ClientOutlet)? { state.withLock { $0.clients[connection] } }

    private func device(_ connection: ConnectionID) -> (any DeviceOutlet)? { state.withLock { $0.devices[connection] } }
}
