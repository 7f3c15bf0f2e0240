import CloudFlowRuntime
import FoundationEssentials

/// The requests and connections of one account: the rules of the relay, without input or output of their own.
///
/// Every call says what happened and when, and returns what has to be done. Only what is live is kept here: requests that a device owes
/// something, and those that a connected client waits for. All others are in the store, and are looked up when somebody names them.
struct AccountRelay: Sendable {
    /// A request that is live, and who gets its items.
    struct Entry: Sendable {
        var request: RelayRequest
        /// The connection that asked for it last.
        var client: ConnectionID?
        /// Whether the client was told that nobody knows what became of it.
        var isToldUnknown = false
    }

    struct DeviceState: Sendable {
        var connection: ConnectionID?
        /// The request that is not finished. A device has one at a time.
        var request: String?

        var isIdle: Bool { connection == nil && request == nil }
    }

    /// Who asks, and where the answer goes.
    enum Asker: Hashable, Sendable {
        case client(ConnectionID)
        case submission(SubmissionID)
    }

    /// By request id.
    var entries: [String: Entry] = [:]
    /// By reference id.
    var devices: [String: DeviceState] = [:]
    var clients: Set<ConnectionID> = []
    /// Who waits for a request that is being looked up, by its id.
    var lookups: [String: [(asker: Asker, order: RelayOrder)]] = [:]

    /// - Parameter unfinished: what the store holds of the account that is not finished.
    init(resuming unfinished: [RelayRequest] = []) {
        for request in unfinished {
            entries[request.order.id] = Entry(request: request)
            devices[request.order.referenceId, default: DeviceState()].request = request.order.id
        }
    }

    /// Whether there is nothing to remember.
    var isIdle: Bool { entries.isEmpty && devices.isEmpty && clients.isEmpty && lookups.isEmpty }

    var connectionCount: Int { clients.count + devices.values.count { $0.connection != nil } }

    /// How many requests are not finished.
    var openRequestCount: Int { entries.values.count { !$0.request.isFinished } }

    func isConnected(device referenceId: String) -> Bool { devices[referenceId]?.connection != nil }

    /// How long a device may owe an answer before its request is given up.
    static let patience: TimeInterval = 86_400

    /// When `expire` has something to do next.
    var deadline: Date? {
        entries.values.compactMap(\.deadline).min()
    }

    /// Requests whose time ran out before the device took them, and those that it never finished.
    ///
    /// One that no device has seen is dropped. One that was offered is not, for the device may have taken it: the client is told so, and the
    /// truth follows when the device connects again.
    mutating func expire(at now: Date) -> [RelayEffect] {
        var effects: [RelayEffect] = []
        for (id, entry) in entries.sorted(by: { $0.key < $1.key }) {
            guard let deadline = entry.deadline, deadline <= now else { continue }
            switch entry.request.progress {
            case .waiting:
                effects += fail(id, RelayFailure(.connectionLost, "the device did not connect in time"), at: now)
            case .offered where !entry.isToldUnknown:
                entries[id]?.isToldUnknown = true
                if let client = entry.client { effects.append(.toClient(client, .unknownOutcome(of: id))) }
            case .offered:
                let message = "the device did not say whether it took the request"
                effects += fail(id, RelayFailure(.connectionLost, message, delivery: .unknown), at: now)
            case .accepted:
                effects += fail(id, RelayFailure(.connectionLost, "the device did not finish the request", delivery: .delivered), at: now)
            case .finished:
                break
            }
        }
        return effects
    }

    private mutating func fail(_ id: String, _ failure: RelayFailure, at now: Date) -> [RelayEffect] {
        append(.failure(failure), isFinal: true, to: id, at: now)
    }

    /// Adds an item, and sends it to who waits for it once it is durable.
    mutating func append(_ content: RelayItem.Content, isFinal: Bool, to id: String, at now: Date) -> [RelayEffect] {
        guard var entry = entries[id] else { return [] }
        let item = RelayItem(sequence: entry.request.count, content: content, isFinal: isFinal, createdAt: now)
        entry.request.count += 1
        if isFinal {
            entry.request.progress = .finished
            setRequest(nil, of: entry.request.order.referenceId)
        }
        entries[id] = entry
        var effects: [RelayEffect] = [.store(.append(id: id, item))]
        if let client = entry.client { effects.append(.toClient(client, ClientMessage(item, of: entry.request.order))) }
        if entry.request.order.callbackURL != nil { effects.append(.post(id: id)) }
        forgetIfDone(id)
        return effects
    }

    /// A finished request that nobody connected waits for can be had from the store again.
    mutating func forgetIfDone(_ id: String) {
        guard let entry = entries[id], entry.request.isFinished else { return }
        if entry.client == nil || entry.request.isSettled { entries[id] = nil }
    }

    mutating func setRequest(_ id: String?, of referenceId: String) {
        devices[referenceId, default: DeviceState()].request = id
        if devices[referenceId]?.isIdle == true { devices[referenceId] = nil }
    }
}

extension AccountRelay.Entry {
    fileprivate var deadline: Date? {
        switch request.progress {
        case .waiting: request.expiresAt
        case .offered where !isToldUnknown: request.expiresAt
        case .offered, .accepted: request.expiresAt.addingTimeInterval(AccountRelay.patience)
        case .finished: nil
        }
    }
}

extension ClientMessage {
    init(_ item: RelayItem, of order: RelayOrder) {
        switch item.content {
        case .event(let payload):
            self = .event(
                id: order.id,
                sequence: item.sequence,
                referenceId: order.referenceId,
                payload: payload,
                isFinal: item.isFinal
            )
        case .failure(let failure):
            self = .error(id: order.id, sequence: item.sequence, failure)
        }
    }

    static func unknownOutcome(of id: String) -> ClientMessage {
        let message = "the device may have taken the request and can't be asked; ask for the same again to learn what became of it"
        return .error(id: id, sequence: nil, RelayFailure(.connectionLost, message, delivery: .unknown))
    }
}
