@testable import CloudFlowGateway
import CloudFlowRuntime
import Testing

/// What a test does with a relay that posts.
struct PostingRelay: Sendable {
    let hub: Hub
    let store: SQLiteRelayStore
    let registry: PrometheusRegistry

    /// Asks a device of its own for something, which answers with so many events.
    func order(_ id: String, of account: String = "acme", port: Int, events: Int) async throws {
        let device = RecordingDevice()
        let place = try #require(try hub.place(in: account, forDevice: id))
        let connection = hub.deviceConnected(device, referenceId: id, account: account, place: place)
        let url = "http://127.0.0.1:\(port)/events?shop=7"
        let order = RelayOrder(id: id, referenceId: id, payload: .null, timeToLive: 30, callbackURL: url)
        guard case .accepted = await hub.submit(order, account: account) else {
            Issue.record("the request was refused")
            return
        }
        _ = await device.messages(count: 1)
        let payload: JSONValue = ["pan": "4111111111111111"]
        for sequence in 0..<events {
            let isFinal = sequence == events - 1
            hub.event(id, sequence, payload: payload, isFinal: isFinal, by: id, connection, account: account)
        }
        _ = await device.messages(count: 1 + events)
        hub.deviceDisconnected(connection, referenceId: id, account: account)
    }

    func waitUntilAllIsAcknowledged() async throws {
        while try await !store.unposted().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    }

    func waitForFailures(_ count: Int) async throws {
        let name = "cloudflow_callbacks_failed_total "
        func failures() -> Int {
            registry.text.split(separator: "\n").first { $0.hasPrefix(name) }.flatMap { Int($0.dropFirst(name.count)) } ?? 0
        }
        while failures() < count { try await Task.sleep(for: .milliseconds(5)) }
    }
}
