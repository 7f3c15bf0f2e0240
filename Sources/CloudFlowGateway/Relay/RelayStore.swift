import CloudFlowRuntime
import FoundationEssentials

/// Where requests and their items are kept. An implementation on another engine makes the same promises.
protocol RelayStore: Sendable {
    /// Carries out changes in their order, all or none. When it returns they outlive a crash of the machine.
    func apply(_ changes: [AccountChange]) async throws(StorageFailure)
    func request(_ key: RelayKey) async throws(StorageFailure) -> RelayRequest?
    /// The items of a request from a number on, in order; so many at the most.
    func items(of key: RelayKey, from sequence: Int, limit: Int) async throws(StorageFailure) -> [RelayItem]
    /// All requests that are not finished.
    func unfinished() async throws(StorageFailure) -> [RelayKey: RelayRequest]
    /// The requests with a callback that has not acknowledged all items.
    func unposted() async throws(StorageFailure) -> [RelayKey]
    /// Removes requests that were finished before a time, acknowledged or not.
    func prune(before time: Date) async throws(StorageFailure)
}

extension RelayStore {
    /// All items of a request from a number on, in order.
    func items(of key: RelayKey, from sequence: Int) async throws(StorageFailure) -> [RelayItem] {
        try await items(of: key, from: sequence, limit: .max)
    }
}

struct RelayKey: Hashable, Sendable {
    let account: String
    let id: String
}

struct AccountChange: Sendable {
    let account: String
    let change: RelayChange
}
