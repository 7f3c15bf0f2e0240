import CloudFlowRuntime
import FoundationEssentials
import Synchronization

/// A store that forgets everything when the process ends: for tests, and for measuring what durability costs.
final class MemoryRelayStore: RelayStore {
    fileprivate struct Row {
        var request: RelayRequest
        var items: [RelayItem] = []
    }

    private let rows = Mutex<[RelayKey: Row]>([:])

    func apply(
        _ changes: [AccountChange],
        lookingUp keys: [RelayKey] = [],
        completion: (Result<[RelayKey: RelayRequest], StorageFailure>) -> Void = { _ in }
    ) -> [RelayKey: RelayRequest]? {
        rows.withLock { rows in
            for change in changes { Self.apply(change.change, of: change.account, to: &rows) }
            return keys.reduce(into: [:]) { found, key in found[key] = rows[key]?.request }
        }
    }

    func request(_ key: RelayKey) -> RelayRequest? { rows.withLock { $0[key]?.request } }

    func items(of key: RelayKey, from sequence: Int, limit: Int = .max) -> [RelayItem] {
        let items = rows.withLock { $0[key]?.items ?? [] }
        return Array(items.drop { $0.sequence < sequence }.prefix(limit))
    }

    func unfinished() -> [RelayKey: RelayRequest] {
        rows.withLock { $0.mapValues(\.request).filter { !$0.value.isFinished } }
    }

    func unposted() -> [RelayKey] {
        rows.withLock { rows in
            rows.filter { $0.value.request.order.callbackURL != nil && $0.value.request.acknowledged < $0.value.request.count }.map(\.key)
        }
    }

    func prune(before time: Date) {
        rows.withLock { $0 = $0.filter { !$0.value.request.isFinished || ($0.value.items.last.map { $0.createdAt >= time } ?? false) } }
    }

    private static func apply(_ change: RelayChange, of account: String, to rows: inout [RelayKey: Row]) {
        switch change {
        case .insert(let request):
            rows[RelayKey(account: account, id: request.order.id)] = Row(request: request)
        case .progress(let id, let progress):
            rows[RelayKey(account: account, id: id)]?.request.progress = progress
        case .append(let id, let item):
            rows[RelayKey(account: account, id: id)]?.append(item)
        case .acknowledge(let id, let count):
            rows[RelayKey(account: account, id: id)]?.acknowledge(below: count)
        }
    }
}

extension MemoryRelayStore.Row {
    fileprivate mutating func append(_ item: RelayItem) {
        items.append(item)
        request.count = item.sequence + 1
        request.progress = item.isFinal ? .finished : .accepted
    }

    fileprivate mutating func acknowledge(below count: Int) {
        request.acknowledged = max(request.acknowledged, count)
        items.removeAll { $0.sequence < request.acknowledged && !$0.isFinal }
    }
}
