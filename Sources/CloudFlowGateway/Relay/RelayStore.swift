import CloudFlowRuntime
import FoundationEssentials

/// Where requests and their items are kept. An implementation on another engine makes the same promises.
protocol RelayStore: Sendable {
    /// Carries out changes in their order, all or none, so that they outlive a crash of the machine, and looks requests up behind them.
    ///
    /// - Parameter completion: is called when that is done, on a thread of the store's, which it doesn't hold for long.
    /// - Returns: What there is of the requests, where there is nothing to wait for. `completion` isn't called then.
    func apply(
        _ changes: [AccountChange],
        lookingUp keys: [RelayKey],
        completion: @escaping @Sendable (Result<[RelayKey: RelayRequest], StorageFailure>) -> Void
    ) -> [RelayKey: RelayRequest]?
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
