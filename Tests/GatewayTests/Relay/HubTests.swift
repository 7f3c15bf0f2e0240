@testable import CloudFlowGateway
import CloudFlowRuntime
import FoundationEssentials
import Logging
import Synchronization
import Testing

/// The hub with connections that note what they are sent.
@Suite struct HubTests {
    @Test func aRequestIsAnsweredAndAcknowledgedOnceItIsDurable() async throws {
        try await withHub { hub, store in
            let (client, device) = (RecordingClient(), RecordingDevice())
            let till = hub.clientConnected(client, account: "acme", place: .free)
            let terminal = hub.deviceConnected(device, referenceId: "till-7", account: "acme", place: .free)
            hub.ordered(.sale("order-1"), by: till, account: "acme")
            let requests = await device.messages(count: 1)
            guard case .request("order-1", JSONValue("sale"), _) = requests[0] else {
                Issue.record("\(requests)")
                return
            }
            hub.event("order-1", 0, payload: JSONValue("approved"), isFinal: true, by: "till-7", terminal, account: "acme")
            let event = ClientMessage.event(
                id: "order-1",
                sequence: 0,
                referenceId: "till-7",
                payload: JSONValue("approved"),
                isFinal: true
            )
            #expect(await client.messages(count: 1) == [event])
            #expect(await device.messages(count: 2).last == .acknowledged(id: "order-1", sequence: 0))
            #expect(store.request(.acme("order-1"))?.isFinished == true)
        }
    }

    @Test func aClientThatComesBackGetsWhatItMissed() async throws {
        try await withHub { hub, _ in
            let (client, device) = (RecordingClient(), RecordingDevice())
            let till = hub.clientConnected(client, account: "acme", place: .free)
            let terminal = hub.deviceConnected(device, referenceId: "till-7", account: "acme", place: .free)
            hub.ordered(.sale("order-1"), by: till, account: "acme")
            _ = await device.messages(count: 1)
            hub.clientDisconnected(till, account: "acme")
            for sequence in 0...2 {
                hub.event(
                    "order-1",
                    sequence,
                    payload: JSONValue(sequence),
                    isFinal: sequence == 2,
                    by: "till-7",
                    terminal,
                    account: "acme"
                )
            }
            _ = await device.messages(count: 4)
            let later = RecordingClient()
            let again = hub.clientConnected(later, account: "acme", place: .free)
            hub.ordered(.sale("order-1"), by: again, account: "acme")
            let sequences = await later.messages(count: 3).map { message in
                if case .event(_, let sequence, _, _, _) = message { sequence } else { -1 }
            }
            #expect(sequences == [0, 1, 2])
            #expect(await device.messages(count: 4).count == 4, "the device is not asked twice")
        }
    }

    @Test func whatIsSubmittedIsAcceptedOnceAndRefusedWithAnotherContent() async throws {
        try await withHub { hub, _ in
            let device = RecordingDevice()
            let order = RelayOrder.sale("order-1", callbackURL: "https://shop.example/events")
            guard case .refused(let failure) = await hub.submit(order, account: "acme") else {
                Issue.record("accepted for a device that is not connected")
                return
            }
            #expect(failure.code == .connectionLost && failure.delivery == .never)
            let terminal = hub.deviceConnected(device, referenceId: "till-7", account: "acme", place: .free)
            let first = await hub.submit(order, account: "acme")
            #expect(await hub.submit(order, account: "acme") == first)
            guard case .accepted = first else {
                Issue.record("\(first)")
                return
            }
            let other = await hub.submit(.sale("order-1"), account: "acme")
            #expect(other == .refused(RelayFailure(.duplicateItem, "the id was used before, with another content")))
            let busy = await hub.submit(.sale("order-2", callbackURL: "https://shop.example/events"), account: "acme")
            #expect(busy == .refused(RelayFailure(.preconditionFailed, "the device is busy with another request")))
            hub.deviceDisconnected(terminal, referenceId: "till-7", account: "acme")
        }
    }

    @Test func anAccountsConnectionsAreLimitedAndADeviceMayReplaceItsOwn() async throws {
        try await withHub(connectionLimit: 2) { hub, _ in
            let device = RecordingDevice()
            let place = try #require(try hub.place(in: "acme"))
            _ = hub.deviceConnected(device, referenceId: "till-7", account: "acme", place: .free)
            #expect(try hub.place(in: "acme") == nil, "one place is taken, and one set aside")
            _ = hub.clientConnected(RecordingClient(), account: "acme", place: place)
            #expect(try hub.place(in: "acme") == nil)
            #expect(try hub.place(in: "acme", forDevice: "till-8") == nil)
            let replacing = try #require(try hub.place(in: "acme", forDevice: "till-7"))
            #expect(try hub.place(in: "other") != nil)
            _ = hub.deviceConnected(RecordingDevice(), referenceId: "till-7", account: "acme", place: replacing)
            #expect(await device.ending() == .replaced)
        }
    }

    @Test func whenTheStoreFailsConnectionsAreClosedAndTheHubGoesOn() async throws {
        let store = FailingRelayStore()
        try await withHub(store: store) { hub in
            let client = RecordingClient()
            let till = hub.clientConnected(client, account: "acme", place: .free)
            store.isFailing.withLock { $0 = true }
            hub.ordered(.sale("order-1"), by: till, account: "acme")
            #expect(await client.ending() == .storageFailed)
            store.isFailing.withLock { $0 = false }
            let (later, device) = (RecordingClient(), RecordingDevice())
            _ = hub.deviceConnected(device, referenceId: "till-7", account: "acme", place: .free)
            let again = hub.clientConnected(later, account: "acme", place: .free)
            hub.ordered(.sale("order-1"), by: again, account: "acme")
            #expect(await device.messages(count: 1).count == 1)
        }
    }

    private func withHub(connectionLimit: Int = 100, _ work: (Hub, MemoryRelayStore) async throws -> Void) async throws {
        let store = MemoryRelayStore()
        try await withHub(store: store, connectionLimit: connectionLimit) { hub in try await work(hub, store) }
    }

    private func withHub(store: any RelayStore, connectionLimit: Int = 100, _ work: (Hub) async throws -> Void) async throws {
        let hub = Hub(
            store: store,
            poster: NoPoster(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            connectionLimit: connectionLimit
        )
        try await hub.open()
        async let running: Void = hub.run()
        try await work(hub)
        hub.stop()
        await running
    }
}

extension Place {
    /// One that was not set aside.
    fileprivate static let free = Place(isCounted: false)
}

private struct NoPoster: CallbackPoster {
    func post(_ key: RelayKey) {}
}

/// A store that can be told to fail.
private final class FailingRelayStore: RelayStore {
    let isFailing = Mutex(false)
    private let store = MemoryRelayStore()

    func apply(
        _ changes: [AccountChange],
        lookingUp keys: [RelayKey],
        completion: @escaping @Sendable (Result<[RelayKey: RelayRequest], StorageFailure>) -> Void
    ) -> [RelayKey: RelayRequest]? {
        guard isFailing.withLock({ $0 }) else { return store.apply(changes, lookingUp: keys) }
        completion(.failure(StorageFailure("the disk is full")))
        return nil
    }

    func request(_ key: RelayKey) async throws(StorageFailure) -> RelayRequest? { store.request(key) }
    func items(of key: RelayKey, from sequence: Int, limit: Int) async throws(StorageFailure) -> [RelayItem] {
        store.items(of: key, from: sequence, limit: limit)
    }
    func unfinished() async throws(StorageFailure) -> [RelayKey: RelayRequest] { store.unfinished() }
    func unposted() async throws(StorageFailure) -> [RelayKey] { store.unposted() }
    func prune(before time: Date) async throws(StorageFailure) { store.prune(before: time) }
}
