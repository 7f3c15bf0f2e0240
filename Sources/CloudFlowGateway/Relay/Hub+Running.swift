import CloudFlowRuntime
import FoundationEssentials
import Logging
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
            client(connection)?.send(message)
        case .toDevice(let connection, let message):
            device(connection)?.send(message)
        case .close(let connection, let ending):
            client(connection)?.close(ending)
            device(connection)?.close(ending)
        case .replay(let connection, let id, let sequence):
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

    private func replay(_ key: RelayKey, from sequence: Int, to connection: ConnectionID) async throws(StorageFailure) {
        guard let outlet = client(connection), let request = try await store.request(key) else { return }
        for item in try await store.items(of: key, from: sequence) {
            outlet.send(ClientMessage(item, of: request.order))
        }
    }

    private func client(_ connection: ConnectionID) -> (any ClientOutlet)? { state.withLock { $0.clients[connection] } }

    private func device(_ connection: ConnectionID) -> (any DeviceOutlet)? { state.withLock { $0.devices[connection] } }
}
