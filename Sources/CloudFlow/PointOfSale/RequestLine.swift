import CloudFlowClientAPI
import CloudFlowRuntime
import Synchronization

/// The requests of a point of sale that are in flight, and the websocket that they share.
final class RequestLine: Sendable {
    /// Tells one request from a later one with the same id.
    struct Ticket: Sendable, Hashable {
        let id: String
        let number: Int
    }

    private struct State {
        var requests: [String: (number: Int, request: TrackedRequest)] = [:]
        var outgoing: AsyncStream<ClientV1_1.ClientMessage>.Continuation?
        /// Runs while there is a connection, or a reason to make one.
        var runner: Task<Void, Never>?
        var isClosed = false
        var lastNumber = 0
        /// When the connection was lost; nil while there is one.
        var offlineSince = Duration.zero as Duration?
    }

    private typealias Waiter = CheckedContinuation<Result<ClientV1_1.DeviceEvent?, RequestFailure>, Never>

    private let state = Mutex(State())
    private let access: ClientAccess
    private let reconnection: RetryPolicy
    private let patience: Duration
    private let clock: any Clock<Duration>
    private let elapsed: @Sendable () -> Duration

    init(access: ClientAccess, reconnection: RetryPolicy, patience: Duration, clock: any Clock<Duration>) {
        self.access = access
        self.reconnection = reconnection
        self.patience = patience
        self.clock = clock
        elapsed = clock.stopwatch()
    }

    /// - Returns: nil where the id is in flight.
    func begin(_ request: ClientV1_1.ClientRequest, resuming: Bool, after sequence: Int?) -> Ticket? {
        state.withLock { state in
            guard state.requests[request.id] == nil else { return nil }
            var tracked = TrackedRequest(request, begun: elapsed(), resuming: resuming, after: sequence)
            state.lastNumber += 1
            let ticket = Ticket(id: request.id, number: state.lastNumber)
            if let failure = state.isClosed ? RequestFailure.closed : request.failure {
                _ = tracked.arrived(.failure(failure, sequence: nil))
            } else {
                if let outgoing = state.outgoing {
                    tracked.askedAgain()
                    outgoing.yield(.clientRequest(request))
                }
                if state.runner == nil {
                    state.offlineSince = elapsed()
                    state.runner = Task { [self] in await Lifeline(party: self, reconnection: reconnection, clock: clock).run() }
                }
            }
            state.requests[ticket.id] = (ticket.number, tracked)
            return ticket
        }
    }

    /// The next event; nil behind the final one.
    func next(_ ticket: Ticket) async -> Result<ClientV1_1.DeviceEvent?, RequestFailure> {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let result = state.withLock { state -> Result<ClientV1_1.DeviceEvent?, RequestFailure>? in
                    if Task.isCancelled { return .failure(.cancelled) }
                    guard state.requests[ticket.id]?.number == ticket.number else { return .success(nil) }
                    state.requests[ticket.id]?.request.waiter = waiter
                    return Self.take(ticket.id, &state)
                }
                if let result { waiter.resume(returning: result) }
            }
        } onCancel: {
            let waiter = state.withLock { state -> Waiter? in
                guard state.requests[ticket.id]?.number == ticket.number else { return nil }
                return state.requests[ticket.id]?.request.waiter.take()
            }
            waiter?.resume(returning: .failure(.cancelled))
        }
    }

    /// Nobody waits for the request any more. It stays with the device.
    func forget(_ ticket: Ticket) {
        state.withLock { state in
            if state.requests[ticket.id]?.number == ticket.number { state.requests[ticket.id] = nil }
        }
    }

    /// Says what is left to say, and ends the connection.
    func close() async {
        let runner = end { $0.outgoing?.finish() ?? $0.runner?.cancel() }
        await runner?.value
    }

    /// Ends the connection.
    func stop() {
        end { $0.runner?.cancel() }
    }

    @discardableResult
    private func end(_ ending: (inout State) -> Void) -> Task<Void, Never>? {
        let (waiters, runner) = state.withLock { state in
            state.isClosed = true
            ending(&state)
            return (Self.failAll(&state) { _ in .closed }, state.runner)
        }
        for (waiter, failure) in waiters { waiter.resume(returning: .failure(failure)) }
        return runner
    }

    /// Hands the next item of a request to the one who waits for it, and says what follows from that.
    ///
    /// - Returns: What to resume the waiter with, who is no longer kept; nil where there is nothing to hand out.
    private static func take(_ id: String, _ state: inout State) -> Result<ClientV1_1.DeviceEvent?, RequestFailure>? {
        guard var tracked = state.requests[id]?.request else { return nil }
        let (item, answer) = tracked.take()
        if item != nil { tracked.waiter = nil }
        state.requests[id]?.request = tracked
        if item?.isFinal == true { state.requests[id] = nil }
        say(answer, of: tracked.request, state)
        return switch item {
        case .event(let event)?: .success(event)
        case .failure(let failure, _)?: .failure(failure)
        case .end?: .success(nil)
        case nil: nil
        }
    }

    private static func say(_ answer: TrackedRequest.Answer, of request: ClientV1_1.ClientRequest, _ state: State) {
        if let sequence = answer.acknowledges {
            state.outgoing?.yield(.acknowledgement(ClientV1_1.Acknowledgement(id: request.id, sequence: sequence)))
        }
        if answer.asksAgain { state.outgoing?.yield(.clientRequest(request)) }
    }

    /// Adds a failure to each request that has one, and gives those who wait what they get for it.
    private static func failAll(
        _ state: inout State,
        with failure: (TrackedRequest) -> RequestFailure?
    ) -> [(Waiter, RequestFailure)] {
        var waiters: [(Waiter, RequestFailure)] = []
        for (id, (_, tracked)) in state.requests {
            guard !tracked.isComplete, let failure = failure(tracked) else { continue }
            if let waiter = tracked.waiter, tracked.isEmpty {
                waiters.append((waiter, failure))
                state.requests[id] = nil
            } else {
                _ = state.requests[id]?.request.arrived(.failure(failure, sequence: nil))
            }
        }
        return waiters
    }
}

extension RequestLine: SocketParty {
    func connect() async throws(ConnectionEnding) -> Socket<ClientV1_1.ClientMessage, ClientV1_1.PlatformMessage> {
        try await access.open()
    }

    /// Every request in flight is sent again: the platform answers with what was not acknowledged.
    func connected() -> AsyncStream<ClientV1_1.ClientMessage> {
        let (messages, outgoing) = AsyncStream.makeStream(of: ClientV1_1.ClientMessage.self)
        state.withLock { state in
            if state.isClosed { return outgoing.finish() }
            state.outgoing = outgoing
            state.offlineSince = nil
            for (id, (_, tracked)) in state.requests.sorted(by: { $0.value.number < $1.value.number }) {
                state.requests[id]?.request.askedAgain()
                outgoing.yield(.clientRequest(tracked.request))
            }
        }
        return messages
    }

    func received(_ message: ClientV1_1.PlatformMessage) {
        switch message {
        case .deviceEvent(let event): arrived(.event(event), of: event.id)
        case .requestError(let error):
            // One without an id is about a message that can't be told; the connection's end tells more.
            guard let id = error.id else { return }
            arrived(.failure(RequestFailure(error), sequence: error.sequence), of: id)
        case .other: break
        }
    }

    private func arrived(_ item: TrackedRequest.Item, of id: String) {
        let (waiter, result) = state.withLock { state -> (Waiter?, Result<ClientV1_1.DeviceEvent?, RequestFailure>?) in
            guard var tracked = state.requests[id]?.request else { return (nil, nil) }
            let answer = tracked.arrived(item)
            state.requests[id]?.request = tracked
            Self.say(answer, of: tracked.request, state)
            guard let waiter = tracked.waiter else { return (nil, nil) }
            return (waiter, Self.take(id, &state))
        }
        if let result { waiter?.resume(returning: result) }
    }

    func ended(_ ending: ConnectionEnding) -> Bool {
        let (waiters, goesOn) = state.withLock { state in
            state.outgoing?.finish()
            state.outgoing = nil
            let now = elapsed()
            let since = state.offlineSince ?? now
            state.offlineSince = since
            let waiters = Self.failAll(&state) { failure(of: $0, after: ending, at: now, offlineSince: since) }
            let goesOn = !state.isClosed && state.requests.values.contains { !$0.request.isComplete }
            if !goesOn { state.runner = nil }
            return (waiters, goesOn)
        }
        for (waiter, failure) in waiters { waiter.resume(returning: .failure(failure)) }
        return goesOn
    }

    /// What a request fails with that can't be followed up any more; nil while it can.
    private func failure(
        of request: TrackedRequest,
        after ending: ConnectionEnding,
        at now: Duration,
        offlineSince: Duration
    ) -> RequestFailure? {
        let delivery: Delivery = request.isSent ? .unknown : .never
        switch ending {
        case .refused(let error):
            return RequestFailure(error, delivery: delivery)
        case .closed(let closure) where closure.code == .policyViolation && closure.side == .there:
            return RequestFailure(APIError(.invalidData, "the platform refused a message: \(closure.reason)"), delivery: delivery)
        case .closed, .unreachable, .failed:
            let limit = request.isSent ? offlineSince + patience : request.begun + .seconds(request.request.timeToLive)
            guard now >= limit else { return nil }
            if case .unreachable(let error) = ending { return RequestFailure(error, delivery: delivery) }
            return RequestFailure(APIError(.connectionLost, "the connection to the platform was lost"), delivery: delivery)
        }
    }
}

extension ClientV1_1.ClientRequest {
    /// What is wrong with the request, so that it can't be sent.
    fileprivate var failure: RequestFailure? {
        let problem: String
        if !(1...64).contains(id.unicodeScalars.count) {
            problem = "a request's id has 1 to 64 characters"
        } else if !(1...300).contains(timeToLive) {
            problem = "a request's time to live is 1 to 300 seconds"
        } else if payload.bytes.count > SocketLimits.longestPayload {
            problem = "a payload is longer than 63 KiB"
        } else {
            return nil
        }
        return RequestFailure(APIError(.invalidData, problem), delivery: .never)
    }
}
