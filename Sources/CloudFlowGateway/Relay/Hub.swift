import CloudFlowRuntime
import FoundationEssentials
import Logging
import Synchronization

/// All accounts' requests and connections.
///
/// What happens is decided at once, by the account's `AccountRelay` under a lock; what follows from it is carried out in the order of the
/// decisions, after the changes in front of it are durable. When the store fails, nothing that was decided since the last commit counts: all connections are
/// closed, and the accounts start again from the store.
final class Hub: Sendable {
    struct State {
        var accounts: [String: AccountRelay] = [:]
        var clients: [ConnectionID: any ClientOutlet] = [:]
        var devices: [ConnectionID: any DeviceOutlet] = [:]
        var submissions: [SubmissionID: CheckedContinuation<SubmissionAnswer, Never>] = [:]
        /// Up to which item a connection has got what it missed, by request: the number of the next one.
        var replays: [ConnectionID: [String: Int]] = [:]
        /// How many connections of each account have been let in and are not there yet.
        var places: [String: Int] = [:]
        /// Whether what the store holds has been taken up. Until then nobody is let in.
        var isOpen = false
        var lastNumber = 0

        mutating func nextNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }

        mutating func give(back place: Place, in account: String) {
            guard place.isCounted, let count = places[account] else { return }
            places[account] = count > 1 ? count - 1 : nil
        }
    }

    let state = Mutex(State())
    let outbox = Outbox()
    let store: any RelayStore
    let poster: any CallbackPoster
    let logger: Logger
    let metrics: RelayMetrics
    private let connectionLimit: Int
    let now: @Sendable () -> Date

    /// - Parameters:
    ///   - connectionLimit: how many connections an account may have, clients and devices together.
    ///   - now: the time, to the millisecond.
    init(
        store: any RelayStore,
        poster: any CallbackPoster,
        logger: Logger,
        metrics: RelayMetrics = RelayMetrics(),
        connectionLimit: Int = 100,
        now: @escaping @Sendable () -> Date = { Date(unixMilliseconds: Date().unixMilliseconds) }
    ) {
        self.store = store
        self.poster = poster
        self.logger = logger
        self.metrics = metrics
        self.connectionLimit = connectionLimit
        self.now = now
    }
}

// MARK: Connections

extension Hub {
    /// Sets a place aside for a connection. A device that is connected already takes no further place.
    ///
    /// - Returns: A place, to be handed in when the connection is there. Nil where the account has as many connections as it may have.
    /// - Throws: while the store is not to be had.
    func place(in account: String, forDevice referenceId: String? = nil) throws(StorageFailure) -> Place? {
        let place: Result<Place?, StorageFailure> = state.withLock { state in
            guard state.isOpen else { return .failure(.relayIsClosed) }
            let relay = state.accounts[account]
            if let referenceId, relay?.isConnected(device: referenceId) == true { return .success(Place(isCounted: false)) }
            guard (relay?.connectionCount ?? 0) + state.places[account, default: 0] < connectionLimit else { return .success(nil) }
            state.places[account, default: 0] += 1
            return .success(Place(isCounted: true))
        }
        return try place.get()
    }

    /// What there is in memory.
    var statistics: RelayStatistics {
        state.withLock { state in
            var statistics = RelayStatistics(clients: state.clients.count, devices: state.devices.count)
            statistics.requests = state.accounts.values.reduce(0) { $0 + $1.openRequestCount }
            return statistics
        }
    }

    func isConnected(device referenceId: String, of account: String) -> Bool {
        state.withLock { $0.accounts[account]?.isConnected(device: referenceId) ?? false }
    }

    func clientConnected(_ outlet: any ClientOutlet, account: String, place: Place) -> ConnectionID {
        decide(account) { relay, state, _ in
            let connection = ConnectionID(number: state.nextNumber())
            guard state.isOpen else {
                outlet.close(.storageFailed)
                return (connection, [])
            }
            state.give(back: place, in: account)
            state.clients[connection] = outlet
            relay.clientConnected(connection)
            return (connection, [])
        }
    }

    func clientDisconnected(_ connection: ConnectionID, account: String) {
        decide(account) { relay, state, _ in
            state.clients[connection] = nil
            state.replays[connection] = nil
            relay.clientDisconnected(connection)
            return ((), [])
        }
    }

    /// A client has taken in enough of what was sent to it.
    func drained(_ connection: ConnectionID, account: String) {
        decide(account) { _, state, _ in
            ((), (state.replays[connection] ?? [:]).keys.sorted().map { .replayOn(connection, id: $0) })
        }
    }

    func deviceConnected(_ outlet: any DeviceOutlet, referenceId: String, account: String, place: Place) -> ConnectionID {
        decide(account) { relay, state, _ in
            let connection = ConnectionID(number: state.nextNumber())
            guard state.isOpen else {
                outlet.close(.storageFailed)
                return (connection, [])
            }
            state.give(back: place, in: account)
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
        decide(account) { relay, _, now in
            ((), relay.event(id, sequence, payload: payload, isFinal: isFinal, by: referenceId, connection, at: now))
        }
    }

    func failed(_ id: String, _ error: APIError, by referenceId: String, _ connection: ConnectionID, account: String) {
        decide(account) { relay, _, now in ((), relay.failed(id, error, by: referenceId, connection, at: now)) }
    }

    /// Asks for something by the REST endpoint. It returns when the request is durable, or refused.
    func submit(_ order: RelayOrder, account: String) async -> SubmissionAnswer {
        await answer(in: account) { relay, submission, now in relay.submitted(order, submission, at: now) }
    }

    /// The callback of a request has taken its items up to a number.
    ///
    /// - Returns: Whether that is durable. Otherwise they are to be posted again.
    func posted(_ key: RelayKey, through sequence: Int) async -> Bool {
        let answer = await answer(in: key.account) { relay, submission, now in
            relay.posted(key.id, through: sequence) + [.answer(submission, .accepted(at: now))]
        }
        if case .accepted = answer { return true } else { return false }
    }

    /// Waits for the answer that a decision gives, which comes when the decision is durable.
    private func answer(
        in account: String,
        _ decision: @escaping @Sendable (inout AccountRelay, SubmissionID, Date) -> [RelayEffect]
    ) async -> SubmissionAnswer {
        await withCheckedContinuation { continuation in
            decide(account) { relay, state, now in
                guard state.isOpen else {
                    continuation.resume(returning: .refused(.notStored))
                    return ((), [])
                }
                let submission = SubmissionID(number: state.nextNumber())
                state.submissions[submission] = continuation
                return ((), decision(&relay, submission, now))
            }
        }
    }

    /// Effects go to the outbox under the lock, so that they keep the order of the decisions, and are carried out outside of it.
    @discardableResult
    func decide<Result: Sendable>(
        _ account: String,
        _ decision: (inout AccountRelay, inout State, Date) -> (Result, [RelayEffect])
    ) -> Result {
        let now = now()
        let (result, mustCarryOut) = state.withLock { state in
            var relay = state.accounts.removeValue(forKey: account) ?? AccountRelay()
            let (result, effects) = decision(&relay, &state, now)
            if !relay.isIdle { state.accounts[account] = relay }
            return (result, outbox.add(effects, of: account))
        }
        if mustCarryOut { carryOut() }
        return result
    }
}

extension StorageFailure {
    fileprivate static let relayIsClosed = StorageFailure("the relay's store is not to be had")
}

extension RelayFailure {
    static let notStored = RelayFailure(.storageFailed, "the request could not be stored")
}

/// A connection that has been let in, and counts from then on.
struct Place: Hashable, Sendable {
    let isCounted: Bool
}
