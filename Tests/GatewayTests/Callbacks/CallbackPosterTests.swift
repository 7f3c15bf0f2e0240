@testable import CloudFlowGateway
import CloudFlowClientTransport
import CloudFlowRuntime
import FoundationEssentials
import Metrics
import Synchronization
import Testing

private typealias Taken = CallbackReceiver.Taken

/// A relay over a SQLite file that posts to receivers on the loopback interface.
@Suite(.timeLimit(.minutes(10)))
struct CallbackPosterTests {
    private let folder: TemporaryFolder
    private let logs = LogCapture()
    private let secret: Secret = "the account's secret"

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func everyEventIsPostedOnceInOrderAndSigned() async throws {
        let receiver = CallbackReceiver(secret: secret)
        try await receiver.serving { port in
            try await withRelay { relay in
                try await relay.order("order-1", port: port, events: 5)
                try await receiver.wait { $0.taken.count >= 5 }
                try await relay.waitUntilAllIsAcknowledged()
            }
        }
        #expect(receiver.taken == events(of: "order-1", 5))
        #expect(receiver.forged == 0)
    }

    /// Whatever a receiver does at first, each event comes, in order, and an application that looks at the numbers has none twice.
    @Test(
        arguments: [
            [.status(500), .status(503), .status(429)], [.status(404), .status(204), .status(400)], [.redirect, .redirect],
        ] as [[CallbackReceiver.Answer]]
    )
    func aReceiverThatFailsGetsEverythingInTheEnd(answers: [CallbackReceiver.Answer]) async throws {
        let receiver = CallbackReceiver(answers, secret: secret)
        try await receiver.serving { port in
            try await withRelay { relay in
                try await relay.order("order-1", port: port, events: 4)
                try await relay.waitUntilAllIsAcknowledged()
            }
        }
        #expect(receiver.taken == events(of: "order-1", 4))
        #expect(receiver.forged == 0, "nothing was forged, and no redirect followed")
    }

    /// What is repeated after a time-out may overtake the post that was given up, so that only what an application sees is certain.
    @Test(
        arguments: [
            [.silence, .silence], [.endlessBody, .status(500), .endlessBody],
            [.silence, .status(204), .redirect, .endlessBody, .status(500), .silence],
        ] as [[CallbackReceiver.Answer]]
    )
    func aReceiverThatHangsGetsEverythingInTheEnd(answers: [CallbackReceiver.Answer]) async throws {
        let receiver = CallbackReceiver(answers, secret: secret)
        var policy = self.policy
        policy.timeout = .milliseconds(300)
        try await receiver.serving { [policy] port in
            try await withRelay(policy: policy) { relay in
                try await relay.order("order-1", port: port, events: 4)
                try await relay.waitUntilAllIsAcknowledged()
            }
        }
        #expect(receiver.seen == events(of: "order-1", 4))
        #expect(receiver.forged == 0, "nothing was forged, and no redirect followed")
    }

    @Test func anAnswerOf2xxIsEnoughWhateverFollowsIt() async throws {
        let receiver = CallbackReceiver([.longBody], secret: secret)
        try await receiver.serving { port in
            try await withRelay { relay in
                try await relay.order("order-1", port: port, events: 1)
                try await relay.waitUntilAllIsAcknowledged()
            }
        }
        #expect(receiver.posts == 1)
    }

    @Test func aReceiverThatIsDownGetsEverythingWhenItIsBack() async throws {
        let receiver = CallbackReceiver(secret: secret)
        let port = try ReservedPort()
        try await withRelay { relay in
            try await relay.order("order-1", port: port.number, events: 3)
            try await relay.waitForFailures(3)
            try await receiver.serving(port: port.number) { _ in try await relay.waitUntilAllIsAcknowledged() }
        }
        #expect(receiver.taken == events(of: "order-1", 3))
    }

    @Test func aStopWaitsForNothingThatIsDueLater() async throws {
        let receiver = CallbackReceiver(secret: secret)
        let port = try ReservedPort()
        var policy = self.policy
        policy.retry.baseDelay = .seconds(1_000_000)
        policy.retry.longestDelay = .seconds(1_000_000)
        try await withRelay(policy: policy) { relay in
            try await relay.order("order-1", port: port.number, events: 1)
            try await relay.waitForFailures(1)
        }
        try await withRelay { relay in
            try await receiver.serving(port: port.number) { _ in try await relay.waitUntilAllIsAcknowledged() }
        }
        #expect(receiver.taken == events(of: "order-1", 1))
    }

    /// What TLS does with bad certificates, the tests of the transport show.
    @Test func aCertificateThatIsMendedIsEnough() async throws {
        let receiver = CallbackReceiver(secret: secret)
        let badCertificates = Mutex(3)
        let transport = FailingAtFirst(transport: CallbackPolicy(allowsInsecure: true).transport) {
            badCertificates.withLock { left in
                left -= 1
                return left >= 0 ? TransportFailure("the TLS handshake failed", delivery: .never) : nil
            }
        }
        try await receiver.serving { port in
            try await withRelay(transport: transport) { relay in
                try await relay.order("order-1", port: port, events: 3)
                try await relay.waitUntilAllIsAcknowledged()
            }
        }
        #expect(receiver.taken == events(of: "order-1", 3))
    }

    @Test(arguments: [true, false])
    func aGatewayThatStartsAgainPostsWhatIsLeft(isGraceful: Bool) async throws {
        let receiver = CallbackReceiver([.status(204), .status(204)] + Array(repeating: .status(500), count: 1000), secret: secret)
        try await receiver.serving { port in
            try await withRelay(isGraceful: isGraceful) { relay in
                try await relay.order("order-1", port: port, events: 6)
                try await receiver.wait { $0.posts >= 4 }
            }
            receiver.answer([])
            try await withRelay { relay in try await relay.waitUntilAllIsAcknowledged() }
        }
        #expect(receiver.seen == events(of: "order-1", 6))
        #expect(receiver.forged == 0)
    }

    @Test func aReceiverThatHangsHoldsUpItsOwnAccountAlone() async throws {
        let dead = CallbackReceiver(Array(repeating: .silence, count: 1000), secret: secret)
        let alive = CallbackReceiver(secret: secret)
        try await dead.serving { deadPort in
            try await alive.serving { port in
                var policy = self.policy
                policy.limit = 3
                try await withRelay(policy: policy, isGraceful: false) { relay in
                    for number in 0..<12 { try await relay.order("dead-\(number)", port: deadPort, events: 1) }
                    try await dead.wait { $0.posts >= 3 }
                    for number in 0..<12 { try await relay.order("alive-\(number)", of: "other", port: port, events: 2) }
                    try await alive.wait { $0.taken.count >= 24 }
                    #expect(dead.mostOpen == 3)
                    #expect(alive.mostOpen <= 3)
                }
            }
        }
        for number in 0..<12 { #expect(alive.seen.filter { $0.id == "alive-\(number)" } == events(of: "alive-\(number)", 2)) }
    }

    @Test func whatNobodyTakesInTimeIsGivenUpAndTheNextGoesOn() async throws {
        let receiver = CallbackReceiver([.status(500)], secret: secret)
        try await receiver.serving { port in
            var policy = self.policy
            policy.patience = 0
            try await withRelay(policy: policy) { relay in
                try await relay.order("order-1", port: port, events: 3)
                try await relay.waitUntilAllIsAcknowledged()
            }
        }
        #expect(receiver.taken == Array(events(of: "order-1", 3).dropFirst()))
        let line = try #require(logs.lines.first { $0.contains("given up") })
        #expect(line.contains("the receiver answered 500") && line.contains("sequence=0"))
    }

    @Test func logsHoldNoPayloadNoSecretAndNoURL() async throws {
        let receiver = CallbackReceiver([.status(500), .redirect, .silence], secret: secret)
        var policy = self.policy
        policy.timeout = .milliseconds(300)
        try await receiver.serving { [policy] port in
            try await withRelay(policy: policy) { relay in
                try await relay.order("order-1", port: port, events: 2)
                try await relay.waitUntilAllIsAcknowledged()
            }
        }
        #expect(logs.text.contains("will be posted again"))
        for text in ["4111111111111111", secret.value, "/events", "shop=7"] { #expect(!logs.text.contains(text)) }
    }

    @Test func withoutTheFlagNothingInsideIsConnectedTo() async throws {
        let receiver = CallbackReceiver(secret: secret)
        try await receiver.serving { port in
            for url in ["http://127.0.0.1:\(port)/events", "https://127.0.0.1:\(port)/events", "https://127.1:\(port)/events"] {
                let policy = CallbackPolicy()
                let delivery = CallbackDelivery(policy: policy, transport: policy.transport) { [secret] _ in secret }
                let order = RelayOrder(id: "1", referenceId: "till-7", payload: .null, timeToLive: 30, callbackURL: url)
                let item = RelayItem(sequence: 0, content: .event(payload: .null), isFinal: true, createdAt: Date())
                await #expect(throws: CallbackFailure.self) { try await delivery.post(item, of: order, account: "acme") }
            }
        }
        #expect(receiver.posts == 0)
    }

    /// It repeats at once, and gives nothing up that is only slow.
    private var policy: CallbackPolicy {
        var policy = CallbackPolicy(allowsInsecure: true)
        policy.retry.baseDelay = .milliseconds(5)
        policy.retry.longestDelay = .milliseconds(20)
        policy.timeout = .seconds(600)
        return policy
    }

    private func events(of id: String, _ count: Int) -> [Taken] {
        (0..<count).map { Taken(id: id, sequence: $0, isFinal: $0 == count - 1) }
    }

    /// Runs a relay over the test's file.
    ///
    /// - Parameter isGraceful: whether it ends what it does; otherwise it is cut off.
    private func withRelay(
        policy: CallbackPolicy? = nil,
        transport: (any ClientTransport)? = nil,
        isGraceful: Bool = true,
        _ body: @Sendable (PostingRelay) async throws -> Void
    ) async throws {
        let policy = policy ?? self.policy
        let database = try Database(path: folder.path("a.sqlite"), logger: logs.logger)
        for id in ["acme", "other"] { _ = try? await AccountStore(database).create(name: "Shop", id: id) }
        let store = SQLiteRelayStore(database: database)
        let registry = PrometheusRegistry()
        let poster = HTTPCallbackPoster(
            store: store,
            delivery: CallbackDelivery(policy: policy, transport: transport ?? policy.transport) { [secret] _ in secret },
            policy: policy,
            metrics: CallbackMetrics(registry),
            logger: logs.logger
        )
        let hub = Hub(store: store, poster: poster, logger: logs.logger)
        try await hub.open()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await hub.run() }
            let posting = Task { await poster.run { key, sequence in await hub.posted(key, through: sequence) } }
            try await body(PostingRelay(hub: hub, store: store, registry: registry))
            if !isGraceful { posting.cancel() }
            poster.stop()
            await posting.value
            hub.stop()
        }
        try await database.close()
    }
}

/// A transport that fails as often as a test has it.
private struct FailingAtFirst: ClientTransport {
    let transport: any ClientTransport
    let failure: @Sendable () -> TransportFailure?

    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse {
        if let failure = failure() { throw failure }
        return try await transport.send(request)
    }
}
