import CloudFlowDeviceAPI
import CloudFlowRuntime
import FoundationEssentials
import Synchronization

/// What a device has to carry out and to say, whether or not it is connected.
final class DeviceDesk: Sendable {
    /// A request to be answered.
    struct Job: Sendable {
        let request: PaymentDevice.Request
        /// Whether it was begun by an earlier run.
        var isInterrupted = false
    }

    private struct State {
        var outgoing: AsyncStream<DeviceV1_1.DeviceMessage>.Continuation?
        var failure: DeviceFailure?
        /// Those who wait until fewer events are on their way, by the request's id.
        var waiters: [String: [CheckedContinuation<Void, Never>]] = [:]
    }

    /// How many events of a request may be on their way.
    private static let room = 64

    /// The requests to answer, each once.
    let jobs: AsyncStream<Job>
    private let newJobs: AsyncStream<Job>.Continuation
    private let state = Mutex(State())
    private let access: DeviceAccess
    private let journal: DeviceJournal
    private let now: @Sendable () -> Date

    init(access: DeviceAccess, journal: DeviceJournal, now: @escaping @Sendable () -> Date) {
        self.access = access
        self.journal = journal
        self.now = now
        (jobs, newJobs) = AsyncStream.makeStream()
        for entry in journal.entries where !entry.isFinished {
            newJobs.yield(Job(request: .init(id: entry.id, payload: entry.payload), isInterrupted: true))
        }
    }

    /// Why the device can't go on; nil when it was told to stop.
    var failure: DeviceFailure? { state.withLock(\.failure) }

    /// Ends `jobs`, and lets those go who wait.
    func close() {
        newJobs.finish()
        let waiters = state.withLock { state in
            defer { state.waiters = [:] }
            return state.waiters.values.flatMap { $0 }
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Answers a request by a function. What is cancelled stays open, and is taken up by the next run.
    func answer(_ job: Job, _ function: (PaymentDevice.Request, Reply) async throws -> JSONValue) async {
        let id = job.request.id
        do {
            let payload = try await function(job.request, Reply(id: id, desk: self))
            try write(.event(payload: payload, isFinal: true), of: id)
        } catch {
            if Task.isCancelled { return }
            let error = error as? APIError ?? APIError(.failed, "the device could not carry the request out")
            // A journal that fails ends the device, which the failure says already.
            try? write(.failure(error.short), of: id)
        }
    }

    /// Says an item as soon as few enough are on their way.
    func say(_ content: DeviceItem.Content, of id: String) async throws {
        while true {
            try Task.checkCancellation()
            guard let entry = journal[id], entry.items.count >= Self.room else { break }
            await withCheckedContinuation { waiter in
                let hasRoom = state.withLock { state in
                    if (journal[id]?.items.count ?? 0) < Self.room || state.failure != nil { return true }
                    state.waiters[id, default: []].append(waiter)
                    return false
                }
                if hasRoom { waiter.resume() }
            }
            if let failure { throw failure }
        }
        try write(content, of: id)
    }

    /// Writes an item down, and sends it.
    private func write(_ content: DeviceItem.Content, of id: String) throws {
        // One that the platform refuses would be said again for ever.
        if case .event(let payload, _) = content, payload.bytes.count > SocketLimits.longestPayload {
            throw APIError(.invalidData, "the device's answer is longer than 63 KiB")
        }
        try state.withLock { state in
            do throws(JournalFailure) {
                guard let item = try journal.say(content, of: id) else { return }
                state.outgoing?.yield(item.content.message(of: id, sequence: item.sequence))
            } catch {
                Self.fail(.journal(error), &state)
                throw error
            }
        }
    }

    private static func fail(_ failure: DeviceFailure, _ state: inout State) {
        state.failure = state.failure ?? failure
        // The connection closes with what it sends.
        state.outgoing?.finish()
    }
}

extension DeviceDesk: SocketParty {
    func connect() async throws(ConnectionEnding) -> Socket<DeviceV1_1.DeviceMessage, DeviceV1_1.PlatformMessage> {
        try await access.open()
    }

    /// Everything that the platform has not acknowledged is said again.
    func connected() -> AsyncStream<DeviceV1_1.DeviceMessage> {
        let (messages, outgoing) = AsyncStream.makeStream(of: DeviceV1_1.DeviceMessage.self)
        state.withLock { state in
            state.outgoing = outgoing
            for entry in journal.entries where !entry.isSettled {
                outgoing.yield(.requestAccepted(DeviceV1_1.RequestAccepted(id: entry.id)))
                for item in entry.items { outgoing.yield(item.content.message(of: entry.id, sequence: item.sequence)) }
            }
            if state.failure != nil { outgoing.finish() }
        }
        return messages
    }

    func received(_ message: DeviceV1_1.PlatformMessage) throws(ConnectionEnding) {
        do throws(JournalFailure) {
            switch message {
            case .platformRequest(let request): try take(request)
            case .acknowledgement(let acknowledgement): try acknowledged(acknowledgement)
            case .other: break
            }
        } catch {
            state.withLock { Self.fail(.journal(error), &$0) }
            throw .failed
        }
    }

    /// Takes a request on, once. One that is there already has been answered when the connection was made.
    private func take(_ request: DeviceV1_1.PlatformRequest) throws(JournalFailure) {
        if let entry = journal[request.id] {
            if entry.isSettled { refuseAgain(request.id) }
            return
        }
        if let end = request.expiresAt.date, end < now() {
            let error = APIError(.connectionLost, "the request came to the device after its time")
            return state.withLock { _ = $0.outgoing?.yield(DeviceItem.Content.failure(error).message(of: request.id, sequence: 0)) }
        }
        try journal.accept(request.id, request.payload)
        state.withLock { _ = $0.outgoing?.yield(.requestAccepted(DeviceV1_1.RequestAccepted(id: request.id))) }
        newJobs.yield(Job(request: .init(id: request.id, payload: request.payload)))
    }

    /// The platform has forgotten a request that is done with. It is told that the device has had it.
    private func refuseAgain(_ id: String) {
        let error = APIError(.duplicateItem, "the device has carried out a request with this id before")
        state.withLock { state in
            state.outgoing?.yield(.requestAccepted(DeviceV1_1.RequestAccepted(id: id)))
            state.outgoing?.yield(DeviceItem.Content.failure(error).message(of: id, sequence: 0))
        }
    }

    private func acknowledged(_ acknowledgement: DeviceV1_1.Acknowledgement) throws(JournalFailure) {
        guard let first = journal[acknowledgement.id]?.items.first, first.sequence <= acknowledgement.sequence else { return }
        try journal.acknowledge(acknowledgement.id, through: acknowledgement.sequence)
        let waiters = state.withLock { $0.waiters.removeValue(forKey: acknowledgement.id) }
        for waiter in waiters ?? [] { waiter.resume() }
    }

    func ended(_ ending: ConnectionEnding) -> Bool {
        state.withLock { state in
            state.outgoing?.finish()
            state.outgoing = nil
            switch ending {
            case .refused(let error): state.failure = state.failure ?? .refused(error)
            case .closed(let closure) where closure.side == .there && closure.code == .replaced:
                state.failure = state.failure ?? .replaced
            case .closed(let closure) where closure.side == .there && closure.code == .policyViolation:
                state.failure = state.failure ?? .rejected(closure.reason)
            case .closed, .unreachable, .failed: break
            }
            return state.failure == nil
        }
    }
}

extension DeviceItem.Content {
    func message(of id: String, sequence: Int) -> DeviceV1_1.DeviceMessage {
        switch self {
        case .event(let payload, let isFinal):
            .deviceEvent(DeviceV1_1.DeviceEvent(id: id, sequence: sequence, payload: payload, final: isFinal))
        case .failure(let error):
            .requestError(DeviceV1_1.RequestError(id: id, errorCode: error.code.rawValue, errorMessage: error.message))
        }
    }
}

extension APIError {
    /// The error as far as it fits into a message.
    fileprivate var short: APIError {
        APIError(ErrorCode(rawValue: code.rawValue.prefix(upToUTF8: 64)), message.prefix(upToUTF8: 1 << 10))
    }
}
