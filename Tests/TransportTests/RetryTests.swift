import CloudFlowRuntime
import HTTPTypes
import Synchronization
import Testing

/// What is tried again, how often, and after which wait.
@Suite(.timeLimit(.minutes(10)))
struct RetryTests {
    @Test(arguments: Wire.allCases)
    func temporaryFailureIsTriedAgainAfterRetryAfter(_ wire: Wire) async throws {
        let clock = ManualClock()
        let script = Script([.unavailable(retryAfter: "7"), .note])
        let note = try await wire.serving(script.route("GET"), options: .retrying(), clock: clock) { client in
            async let note = client.send(GetNote(id: "1"))
            await clock.waitForSleep(of: .seconds(7))
            #expect(script.count == 1, "nothing is sent while the call waits")
            clock.advance(by: .seconds(7))
            return try await note
        }
        #expect(note.text == "answered")
        #expect(script.count == 2)
    }

    @Test(arguments: Wire.allCases, [429, 502, 503, 504])
    func waitsDoubleUpToTheLongest(_ wire: Wire, status: Int) async throws {
        let clock = ManualClock()
        let script = Script(Array(repeating: .status(status), count: 4) + [.note])
        let retry = RetryPolicy(attempts: 5, baseDelay: .seconds(1), longestDelay: .seconds(3), jitter: { $0 })
        try await wire.serving(script.route("GET"), options: CallOptions(retry: retry), clock: clock) { client in
            async let note = client.send(GetNote(id: "1"))
            for wait in [1, 2, 3, 3] {
                await clock.waitForSleep(of: .seconds(wait))
                clock.advance(by: .seconds(wait))
            }
            _ = try await note
        }
        #expect(script.count == 5)
    }

    @Test(arguments: Wire.allCases)
    func jitterDrawsTheWait(_ wire: Wire) async throws {
        let clock = ManualClock()
        let script = Script([.status(503), .note])
        let retry = RetryPolicy(baseDelay: .seconds(8), longestDelay: .seconds(60), jitter: { $0 / 4 })
        try await wire.serving(script.route("GET"), options: CallOptions(retry: retry), clock: clock) { client in
            async let note = client.send(GetNote(id: "1"))
            await clock.waitForSleep(of: .seconds(2))
            clock.advance(by: .seconds(2))
            _ = try await note
        }
    }

    @Test(arguments: Wire.allCases)
    func lastAnswerIsTheAnswer(_ wire: Wire) async throws {
        let script = Script(Array(repeating: .status(503), count: 9))
        let failure = try await wire.serving(script.route("GET"), options: .retrying(attempts: 3)) { client in
            try await client.failure(of: GetNote(id: "1"))
        }
        guard case .other(status: 503, _) = failure else { return #expect(Bool(false), "\(failure)") }
        #expect(script.count == 3)
    }

    @Test(arguments: Wire.allCases)
    func answerThatAsksForTooLongAWaitIsFinal(_ wire: Wire) async throws {
        let script = Script([.unavailable(retryAfter: "31"), .note])
        let budget = RetryBudget(ratio: 0, capacity: 1)
        var retry = RetryPolicy(longestRetryAfter: .seconds(30), budget: budget, jitter: { _ in .zero })
        try await wire.serving(script.route("GET"), options: CallOptions(retry: retry)) { client in
            _ = try await client.failure(of: GetNote(id: "1"))
        }
        #expect(script.count == 1)
        retry.longestRetryAfter = .zero
        let next = Script([.status(503), .note])
        _ = try await wire.serving(next.route("GET"), options: CallOptions(retry: retry)) { client in
            try await client.send(GetNote(id: "1"))
        }
        #expect(next.count == 2, "what was not tried again has cost nothing of the budget")
    }

    @Test(arguments: Wire.allCases)
    func budgetBoundsTheRetriesOfAllCalls(_ wire: Wire) async throws {
        let script = Script(Array(repeating: .status(503), count: 99))
        let options = CallOptions(retry: RetryPolicy(attempts: 9, budget: RetryBudget(ratio: 0.5, capacity: 3), jitter: { _ in .zero }))
        try await wire.serving(script.route("GET"), options: options) { client in
            _ = try await client.failure(of: GetNote(id: "1"))
            #expect(script.count == 1 + 3, "a full budget")
            _ = try await client.failure(of: GetNote(id: "1"))
            #expect(script.count == 4 + 1, "half a retry paid in")
            _ = try await client.failure(of: GetNote(id: "1"))
            #expect(script.count == 5 + 2, "a whole one")
        }
    }

    @Test(arguments: Wire.allCases)
    func whatIsNotIdempotentIsNotTriedAgain(_ wire: Wire) async throws {
        let script = Script([.unavailable(retryAfter: "0"), .note])
        try await wire.serving(script.route("POST"), options: .retrying()) { client in
            _ = try await client.failure(of: PostNote(body: Note(id: "1", text: "")))
        }
        #expect(script.count == 1)
    }

    @Test(arguments: Wire.allCases, [400, 401, 404, 409, 500, 501])
    func finalAnswerIsNotTriedAgain(_ wire: Wire, status: Int) async throws {
        let script = Script([.status(status), .note])
        _ = try await wire.serving(script.route("GET"), options: .retrying()) { client in try await client.failure(of: GetNote(id: "1")) }
        #expect(script.count == 1)
    }

    @Test(arguments: [Delivery.never, .unknown, .delivered])
    func whatWasNeverSentIsSentAgain(_ delivery: Delivery) async throws {
        let transport = FailingTransport(TransportFailure("no connection", delivery: delivery))
        let client = APIClient(url: "http://service.example", transport: transport, options: .retrying(attempts: 3))
        let posted = try #require(try await client.failure(of: PostNote(body: Note(id: "1", text: ""))).callFailure)
        #expect(posted.attempts == (delivery == .never ? 3 : 1))
        #expect(posted.delivery == delivery)
        let got = try #require(try await client.failure(of: GetNote(id: "1")).callFailure)
        #expect(got.attempts == 3, "a repeated GET has the effect of one")
    }

    @Test
    func cancelledWaitEndsTheCall() async throws {
        let clock = ManualClock()
        let transport = FailingTransport(TransportFailure("no connection", delivery: .never))
        let client = APIClient(url: "http://service.example", transport: transport, options: .retrying(wait: .seconds(9)), clock: clock)
        let call = Task { try await client.failure(of: GetNote(id: "1")) }
        await clock.waitForSleep(of: .seconds(9))
        call.cancel()
        let failure = try #require(try await call.value.callFailure)
        guard case .cancelled = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(failure.delivery == .never)
    }

    /// The time that a call may take holds for its attempts and waits together.
    @Test
    func timeOutEndsTheWait() async throws {
        let clock = ManualClock()
        let transport = FailingTransport(TransportFailure("no connection", delivery: .never))
        var options = CallOptions.retrying(wait: .seconds(9))
        options.timeout = .seconds(5)
        let client = APIClient(url: "http://service.example", transport: transport, options: options, clock: clock)
        async let failing = client.failure(of: GetNote(id: "1"))
        await clock.waitForSleep(of: .seconds(9))
        clock.advance(by: .seconds(5))
        let failure = try #require(try await failing.callFailure)
        guard case .timedOut = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(failure.delivery == .never)
        #expect(failure.attempts == 1)
    }
}

extension CallOptions {
    fileprivate static func retrying(attempts: Int = 3, wait: Duration = .zero) -> CallOptions {
        CallOptions(retry: RetryPolicy(attempts: attempts, jitter: { _ in wait }))
    }
}

/// Fails without end.
private struct FailingTransport: ClientTransport {
    let failure: TransportFailure

    init(_ failure: TransportFailure) {
        self.failure = failure
    }

    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse { throw failure }
}

/// Answers that a service gives one after the other.
private final class Script: Sendable {
    enum Answer {
        case note
        case status(Int)
        case unavailable(retryAfter: String)
    }

    private let answers: [Answer]
    private let given = Mutex(0)

    init(_ answers: [Answer]) {
        self.answers = answers
    }

    var count: Int { given.withLock { $0 } }

    func route(_ method: String) -> ServerRoute {
        ServerRoute(method, method == "GET" ? "/notes/{id}" : "/notes", operationID: "scripted") { [self] _ in
            let number = given.withLock { number in
                number += 1
                return number - 1
            }
            guard number < answers.count else { return APIResponse(status: 410, error: APIError(.failed, "no more answers")) }
            switch answers[number] {
            case .note:
                let json = Array(#"{"id":"1","text":"answered"}"#.utf8)
                return APIResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Body(json))
            case .status(let status):
                return APIResponse(status: status, error: APIError(.failed, "not now"))
            case .unavailable(let seconds):
                return APIResponse(status: 503, error: APIError(.failed, "not now"), fields: [.retryAfter: seconds])
            }
        }
    }
}
