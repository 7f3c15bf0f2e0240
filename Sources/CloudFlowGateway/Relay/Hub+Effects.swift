import CloudFlowRuntime
import FoundationEssentials
import Metrics
import Synchronization

/// Carrying out what was decided, on whatever thread comes along: the one that decided it where there is nothing to wait for, and the
/// store's where something had to become durable first. Only replays take a task.
extension Hub {
    /// Carries out everything in the outbox. Call it where `Outbox.add` says so.
    func carryOut() {
        while let entries = outbox.next() {
            let (changes, keys) = entries.orders()
            var found: [RelayKey: RelayRequest] = [:]
            if !changes.isEmpty || !keys.isEmpty {
                let answer = store.apply(changes, lookingUp: keys) { result in
                    switch result {
                    case .success(let found): if self.perform(entries[...], found) { self.carryOut() }
                    case .failure(let failure): self.carryOut(after: failure)
                    }
                }
                guard let answer else { return }
                found = answer
            }
            guard perform(entries[...], found) else { return }
        }
    }

    private func carryOut(after failure: StorageFailure) {
        Task {
            await restart(after: failure)
            carryOut()
        }
    }

    /// - Parameter found: what the store holds of the requests that are looked up.
    /// - Returns: Whether all is done. Otherwise a task has taken over, and goes on with the outbox.
    private func perform(_ entries: ArraySlice<Outbox.Entry>, _ found: [RelayKey: RelayRequest]) -> Bool {
        var rest = entries
        while !rest.isEmpty {
            let (deeds, replay) = state.withLock { $0.takeDeeds(from: &rest, found) }
            for deed in deeds { perform(deed) }
            guard let replay else { continue }
            let left = rest
            Task {
                do throws(StorageFailure) {
                    try await self.replay(replay.key, from: replay.sequence, to: replay.connection)
                    if perform(left, found) { carryOut() }
                } catch {
                    carryOut(after: error)
                }
            }
            return false
        }
        return true
    }

    private func perform(_ deed: Deed) {
        switch deed {
        case .toClient(let outlet, let message):
            metrics.toClients.increment()
            outlet.send(message)
        case .toDevice(let outlet, let message):
            if case .request = message { metrics.toDevices.increment() }
            outlet.send(message)
        case .close(let outlet, let ending):
            outlet.close(ending)
        case .found(let request, let id, let account):
            decide(account) { relay, _, now in ((), relay.found(request, id: id, at: now)) }
        case .answer(let continuation, let answer):
            continuation.resume(returning: answer)
        case .post(let key):
            poster.post(key)
        }
    }

    /// Sends what was missed as fast as the client takes it in.
    private func replay(_ key: RelayKey, from sequence: Int, to connection: ConnectionID) async throws(StorageFailure) {
        guard let outlet = state.withLock({ $0.clients[connection] }), let request = try await store.request(key) else { return }
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
}

/// An effect with what it takes to carry it out.
private enum Deed {
    case toClient(any ClientOutlet, ClientMessage)
    case toDevice(any DeviceOutlet, DeviceMessage)
    case close(any Outlet, SocketEnding)
    case found(RelayRequest?, id: String, account: String)
    case answer(CheckedContinuation<SubmissionAnswer, Never>, SubmissionAnswer)
    case post(RelayKey)
}

/// The items of a request that a connection has missed.
private struct Replay {
    let key: RelayKey
    let sequence: Int
    let connection: ConnectionID
}

extension Hub.State {
    /// Takes entries up to and with the next replay. What has no connection any more is dropped.
    fileprivate mutating func takeDeeds(
        from entries: inout ArraySlice<Outbox.Entry>,
        _ found: [RelayKey: RelayRequest]
    ) -> (deeds: [Deed], replay: Replay?) {
        var deeds: [Deed] = []
        while var entry = entries.popFirst() {
            while let effect = entry.effects.popFirst() {
                guard let replay = add(effect, of: entry.account, to: &deeds, found) else { continue }
                if !entry.effects.isEmpty { entries = [entry] + entries }
                return (deeds, replay)
            }
        }
        return (deeds, nil)
    }

    /// - Returns: What is to be replayed; nil for any other effect.
    private mutating func add(
        _ effect: RelayEffect,
        of account: String,
        to deeds: inout [Deed],
        _ found: [RelayKey: RelayRequest]
    ) -> Replay? {
        switch effect {
        case .store:
            break
        case .toClient(let connection, let message):
            // A replay that has not come so far yet brings it in its turn.
            if !replays.isEmpty, let id = message.keptFor, replays[connection]?[id] != nil { break }
            if let outlet = clients[connection] { deeds.append(.toClient(outlet, message)) }
        case .toDevice(let connection, let message):
            if let outlet = devices[connection] { deeds.append(.toDevice(outlet, message)) }
        case .close(let connection, let ending):
            let outlet: (any Outlet)? = clients[connection] ?? devices[connection]
            if let outlet { deeds.append(.close(outlet, ending)) }
        case .replay(let connection, let id, let sequence):
            return Replay(key: RelayKey(account: account, id: id), sequence: sequence, connection: connection)
        case .replayOn(let connection, let id):
            guard let sequence = replays[connection]?[id] else { break }
            return Replay(key: RelayKey(account: account, id: id), sequence: sequence, connection: connection)
        case .lookUp(let id):
            deeds.append(.found(found[RelayKey(account: account, id: id)], id: id, account: account))
        case .acknowledgeFinished(let connection, let id, let referenceId):
            let request = found[RelayKey(account: account, id: id)]
            guard let request, request.isFinished, request.order.referenceId == referenceId, let outlet = devices[connection] else { break }
            deeds.append(.toDevice(outlet, .acknowledged(id: id, sequence: request.count - 1)))
        case .answer(let submission, let answer):
            if let continuation = submissions.removeValue(forKey: submission) { deeds.append(.answer(continuation, answer)) }
        case .post(let id):
            deeds.append(.post(RelayKey(account: account, id: id)))
        }
        return nil
    }
}
