@testable import CloudFlowGateway
import CloudFlowRuntime
import FoundationEssentials
import Logging
import Testing

/// What both stores promise.
@Suite struct RelayStoreTests {
    private let folder: TemporaryFolder
    private static let time = Date(unixMilliseconds: 1_700_000_000_123)

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [false, true]) func aRequestComesBackAsItWasStored(durably: Bool) async throws {
        let store = try await store(durably)
        var request = RelayRequest(order: .sale("order-1", callbackURL: "https://shop.example/events"), createdAt: Self.time)
        request.progress = .offered
        try await store.commit([.acme(.insert(request))])
        #expect(try await store.request(.acme("order-1")) == request)
        #expect(try await store.request(.acme("order-2")) == nil)
        #expect(try await store.request(RelayKey(account: "other", id: "order-1")) == nil)
        #expect(try await store.unfinished() == [.acme("order-1"): request])
    }

    @Test(arguments: [false, true]) func itemsAreKeptUntilTheyAreAcknowledgedAndTheLastOneLonger(durably: Bool) async throws {
        let store = try await store(durably)
        let items = [
            RelayItem(sequence: 0, content: .event(payload: JSONValue("one")), isFinal: false, createdAt: Self.time),
            RelayItem(sequence: 1, content: .event(payload: JSONValue("two")), isFinal: false, createdAt: Self.time),
            RelayItem(
                sequence: 2,
                content: .failure(RelayFailure(.failed, "paper is out", delivery: .delivered)),
                isFinal: true,
                createdAt: Self.time
            ),
        ]
        let request = RelayRequest(order: .sale("order-1"), createdAt: Self.time)
        try await store.commit([.acme(.insert(request))] + items.map { .acme(.append(id: "order-1", $0)) })
        #expect(try await store.items(of: .acme("order-1"), from: 0) == items)
        #expect(try await store.items(of: .acme("order-1"), from: 1, limit: 1) == [items[1]])
        try await store.commit([.acme(.acknowledge(id: "order-1", below: 1))])
        #expect(try await store.items(of: .acme("order-1"), from: 0) == Array(items[1...]))
        try await store.commit([.acme(.acknowledge(id: "order-1", below: 3))])
        #expect(try await store.items(of: .acme("order-1"), from: 0) == [items[2]])
        let finished = try #require(try await store.request(.acme("order-1")))
        #expect(finished.isSettled && finished.count == 3)
        #expect(try await store.unfinished().isEmpty)
    }

    @Test(arguments: [false, true]) func requestsWithItemsForACallbackAreFound(durably: Bool) async throws {
        let store = try await store(durably)
        let item = RelayItem(sequence: 0, content: .event(payload: JSONValue("approved")), isFinal: true, createdAt: Self.time)
        for order in [RelayOrder.sale("by-socket"), .sale("by-callback", callbackURL: "https://shop.example/events")] {
            try await store.commit([.acme(.insert(RelayRequest(order: order, createdAt: Self.time))), .acme(.append(id: order.id, item))])
        }
        #expect(try await store.unposted() == [.acme("by-callback")])
        try await store.commit([.acme(.acknowledge(id: "by-callback", below: 1))])
        #expect(try await store.unposted().isEmpty)
    }

    @Test(arguments: [false, true]) func finishedRequestsArePrunedAndOthersAreNot(durably: Bool) async throws {
        let store = try await store(durably)
        for id in ["finished", "open"] { try await store.commit([.acme(.insert(RelayRequest(order: .sale(id), createdAt: Self.time)))]) }
        let item = RelayItem(sequence: 0, content: .event(payload: JSONValue("approved")), isFinal: true, createdAt: Self.time)
        try await store.commit([.acme(.append(id: "finished", item))])
        try await store.commit([.acme(.insert(RelayRequest(order: .sale("slow"), createdAt: Self.time.addingTimeInterval(-86_400))))])
        try await store.commit([.acme(.append(id: "slow", item))])
        try await store.prune(before: Self.time)
        #expect(try await store.request(.acme("slow")) != nil, "its age is that of its last item")
        #expect(try await store.request(.acme("finished")) != nil)
        try await store.prune(before: Self.time.addingTimeInterval(1))
        #expect(try await store.request(.acme("finished")) == nil)
        #expect(try await store.items(of: .acme("finished"), from: 0).isEmpty)
        #expect(try await store.request(.acme("open")) != nil)
    }

    @Test func changesAreMadeAllOrNone() async throws {
        let store = try await store(true)
        let request = RelayRequest(order: .sale("order-1"), createdAt: Self.time)
        try await store.commit([.acme(.insert(request))])
        await #expect(throws: StorageFailure.self) {
            try await store.commit([.acme(.progress(id: "order-1", .accepted)), .acme(.insert(request))])
        }
        #expect(try await store.request(.acme("order-1"))?.progress == .waiting)
    }

    private func store(_ isDurable: Bool) async throws -> any RelayStore {
        guard isDurable else { return MemoryRelayStore() }
        let database = try Database(path: folder.path("cloudflow.sqlite"), logger: Logger(label: "test"))
        for account in ["acme", "other"] { _ = try await AccountStore(database).create(name: account, id: account) }
        return SQLiteRelayStore(database: database)
    }
}

extension RelayStore {
    /// Carries out changes, and returns when they are there.
    fileprivate func commit(_ changes: [AccountChange]) async throws(StorageFailure) {
        let result = await withCheckedContinuation { continuation in
            if let found = apply(changes, lookingUp: [], completion: { continuation.resume(returning: $0) }) {
                continuation.resume(returning: .success(found))
            }
        }
        _ = try result.get()
    }
}

extension RelayOrder {
    static func sale(_ id: String, to device: String = "till-7", callbackURL: String? = nil) -> RelayOrder {
        RelayOrder(id: id, referenceId: device, payload: JSONValue("sale"), timeToLive: 30, callbackURL: callbackURL)
    }
}

extension RelayKey {
    static func acme(_ id: String) -> RelayKey { RelayKey(account: "acme", id: id) }
}

extension AccountChange {
    static func acme(_ change: RelayChange) -> AccountChange { AccountChange(account: "acme", change: change) }
}
