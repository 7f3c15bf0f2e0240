import CloudFlowRuntime
import FoundationEssentials
import Logging
import Synchronization

/// All accounts' requests and connections.
///
/// What happens is decided at once, by the account's `AccountRelay` under a lock; what follows from it is carried out by `run`, after the
/// changes in front of it are durable. When the store fails, nothing that was decided since the last commit counts: all connections are
/// closed, and the accounts start again from the store.
final class Hub: Sendable {
    private struct State {
        var accounts: [String: AccountRelay] = [:]
        var clients: [ConnectionID: any ClientOutlet] = [:]
        var devices: [ConnectionID: any DeviceOutlet] = [:]
        var submissions: [SubmissionID: CheckedContinuation<SubmissionAnswer, Never>] = [:]
        var lastNumber = 0

        mutating func nextNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }
    }

    private let state = Mutex(State())
    private let outbox = Outbox()
    private let store: any RelayStore
    private let poster: any CallbackPoster
    private let logger: Logger
    private let connectionLimit: Int
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - connectionLimit: how many connections an account may have, clients and devices together.
    ///   - now: the time, to the millisecond.
    init(
        store: any RelayStore,
        poster: any CallbackPoster,
        logger: Logger,
        connectionLimit: Int = 100,
        now: @escaping @Sendable () -> Date = { Date(unixMilliseconds: Date().unixMilliseconds) }
    ) {
        self.store = store
        self.poster = poster
        self.logger = logger
        self.connectionLimit = connectionLimit
        self.now = now
    }
}

// MARK: Connections

extension Hub {
    /// Whether one more connection is within the account's limit. A device that is connected already takes no further place.
    func hasRoom(in account: String, forDevice referenceId: String? = nil) -> Bool {
        state.withLock { state in
            guard let relay = state.accounts[account] else { return connectionLimit > 0 }
            if let referenceId, relay.isConnected(device: referenceId) { return true }
            return relay.connectionCount < connectionLimit
        }
    }

    func isConnected(device referenceId: String, of account: String) -> Bool {
        state.withLock { $0.accounts[account]?.isConnected(device: referenceId) ?? false }
    }

    func clientConnected(_ outlet: any ClientOutlet, account: String) -> ConnectionID {
        decide(account) { relay, state, _ in
            let connection = ConnectionID(number: state.nextNumber())
            state.clients[connection] = outlet
            relay.clientConnected(connection)
            return (connection, [])
        }
    }

    func clientDisconnected(_ connection: ConnectionID, account: String) {
        decide(account) { relay, state, _ in
            state.clients[connection] = nil
            relay.clientDisconnected(connection)
            return ((), [])
        }
    }

    func deviceConnected(_ outlet: any DeviceOutlet, referenceId: String, account: String) -> ConnectionID {
        decide(account) { relay, state, _ in
            let connection = ConnectionID(number: state.nextNumber())
            state.devices[connection] = outlet
            return (connection, relay.deviceConnected(referenceId, connection))
        }
    }

    func deviceDisconnected(_ connection: ConnectionID, referenceId: String, account: String) {
        decide(account) { relay, state, _ in
            state.devices[connection] = nil
            relay.deviceDisconnected(referenceId, connection)
            return ((), [])
        }
    }
}

// MARK: Messages

extension Hub {
    func ordered(_ order: RelayOrder, by connection: ConnectionID, account: String) {
        decide(account) { relay, _, now in ((), relay.ordered(order, by: connection, at: now)) }
    }

    func acknowledged(_ id: String, through sequence: Int, by connection: ConnectionID, account: String) {
        decide(account) { relay, _, _ in ((), relay.acknowledged(id, through: sequence, by: connection)) }
    }

    func accepted(_ id: String, by referenceId: String, _ connection: ConnectionID, account: String) {
        decide(account) { relay, _, _ in ((), relay.accepted(id, by: referenceId, connection)) }
    }

    func event(
        _ id: String,
        _ sequence: Int,
        payload: JSONValue,
        isFinal: Bool,
        by referenceId: String,
        _ connection: ConnectionID,
        account: String
    ) {
        decide(account) { relay, _, _ in
            ((), relay.event(id, sequence, payload: payload, isFinal: isFinal, by: referenceId, connection))
        }
    }

    func failed(_ id: String, _ error: APIError, by referenceId: String, _ connection: ConnectionID, account: String) {
        decide(account) { relay, _, _ in ((), relay.failed(id, error, by: referenceId, connection)) }
    }

    /// Asks for something by the REST endpoint. It returns when the request is durable, or refused.
    func submit(_ order: RelayOrder, account: String) async -> SubmissionAnswer {
        await withCheckedContinuation { continuation in
            decide(account) { relay, state, now in
                let submission = SubmissionID(number: state.nextNumber())
                state.submissions[submission] = continuation
                return ((), relay.submitted(order, submission, at: now))
            }
        }
    }

    /// The callback of a request has taken its items up to a number.
    func posted(_ key: RelayKey, through sequence: Int) {
        decide(key.account) { relay, _, _ in ((), relay.posted(key.id, through: sequence)) }
    }

    /// Effects go to the outbox under the lock, so that they keep the order of the decisions.
    @discardableResult
    private func decide<Result: Sendable>(
        _ account: String,
        _ decision: (inout AccountRelay, inout State, Date) -> (Result, [RelayEffect])
    ) -> Result {
        let now = now()
        return state.withLock { state in
            var relay = state.accounts.removeValue(forKey: account) ?? AccountRelay()
            let (result, effects) = decision(&relay, &state, now)
            if !relay.isIdle { state.accounts[account] = relay }
            outbox.add(effects, of: account)
            return result
        }
    }
}

// MARK: Carrying out

extension Hub {
    /// Takes up what the store holds, and carries out effects until `stop`.
    func run() async throws(StorageFailure) {
        try await resume()
        while let entries = await outbox.next() {
            do throws(StorageFailure) {
                let changes = entries.changes
                if !changes.isEmpty { try await store.apply(changes) }
                for entry in entries { try await perform(entry.effect, of: entry.account) }
            } catch {
                logger.error("the relay starts again, for its store failed", metadata: ["reason": "\(error.reason)"])
                abandon()
                try await resume()
            }
        }
    }

    /// Lets `run` return when everything is done that has been decided.
    func stop() { outbox.close() }

    /// Decides what time alone decides.
    ///
    /// - Returns: When there is something to decide next; nil for nothing.
    func expire() -> Date? {
        let accounts = state.withLock { Array($0.accounts.keys) }
        for account in accounts {
            decide(account) { relay, _, now in ((), relay.expire(at: now)) }
        }
        return state.withLock { $0.accounts.values.compactMap(\.deadline).min() }
    }

    /// Removes what is older than a day and finished.
    func prune() async throws(StorageFailure) {
        try await store.prune(before: now().addingTimeInterval(-AccountRelay.patience))
    }

    private func resume() async throws(StorageFailure) {
        let unfinished = try await store.unfinished()
        let requests = Dictionary(grouping: unfinished) { $0.key.account }
        state.withLock { state in
            for (account, requests) in requests {
                state.accounts[account] = AccountRelay(resuming: requests.map(\.value))
            }
        }
        for key in try await store.unposted() { poster.post(key) }
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
        let failure = RelayFailure(.storageFailed, "the request could not be stored")
        for continuation in former.submissions.values { continuation.resume(returning: .refused(failure)) }
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

/// Posts the items of requests to their callbacks, in order for each request, and tells the hub what was taken.
protocol CallbackPoster: Sendable {
    /// There are items that the callback has not acknowledged.
    func post(_ key: RelayKey)
}
