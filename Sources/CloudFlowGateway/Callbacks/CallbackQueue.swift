/// Which requests have their items posted now. It does nothing itself: each call says what happened, and returns the requests to begin with.
///
/// An account posts for so many requests at once and no more, so that receivers that hang hold up nobody else's. What has failed takes no
/// place until it is due, and then stands behind what has not.
struct CallbackQueue: Sendable {
    private struct Entry {
        /// How often the next item has failed.
        var failures = 0
        /// Whether there may be more than was found when posting began.
        var hasMore = false
    }

    /// What waits for a place of its account.
    private struct Line {
        var posting = 0
        var fresh = FirstInFirstOut<RelayKey>()
        var late = FirstInFirstOut<RelayKey>()

        var isEmpty: Bool { posting == 0 && fresh.isEmpty && late.isEmpty }
    }

    private let limit: Int
    private var entries: [RelayKey: Entry] = [:]
    private var lines: [String: Line] = [:]
    private var waiting = EarliestFirst<RelayKey>()

    /// - Parameter limit: for how many requests an account posts at once.
    init(limit: Int) {
        self.limit = limit
    }

    /// How many requests have items that wait to be posted, or are being posted.
    var count: Int { entries.count }

    /// When something that failed is due.
    var nextDue: ContinuousClock.Instant? { waiting.earliest }

    /// There is an item to post. For a request that is known already it changes nothing: its items are posted in order.
    mutating func add(_ key: RelayKey) -> [RelayKey] {
        guard entries[key] == nil else {
            entries[key]?.hasMore = true
            return []
        }
        entries[key] = Entry()
        lines[key.account, default: Line()].fresh.append(key)
        return begin(key.account)
    }

    /// All items that were found have been taken.
    mutating func finished(_ key: RelayKey) -> [RelayKey] {
        lines[key.account]?.posting -= 1
        if entries[key]?.hasMore == true {
            entries[key] = Entry()
            lines[key.account]?.fresh.append(key)
        } else {
            entries[key] = nil
        }
        return begin(key.account)
    }

    /// An item was not taken.
    ///
    /// - Parameters:
    ///   - hasAdvanced: whether others were before it.
    ///   - wait: how long to wait after a number of failures, from 1.
    mutating func failed(
        _ key: RelayKey,
        hasAdvanced: Bool,
        at now: ContinuousClock.Instant,
        wait: (_ failures: Int) -> Duration
    ) -> [RelayKey] {
        let failures = hasAdvanced ? 1 : (entries[key]?.failures ?? 0) + 1
        entries[key] = Entry(failures: failures)
        lines[key.account]?.posting -= 1
        waiting.insert(key, at: now.advanced(by: wait(failures)))
        return begin(key.account)
    }

    /// Takes up what is due.
    mutating func wake(at now: ContinuousClock.Instant) -> [RelayKey] {
        var keys: [RelayKey] = []
        while let key = waiting.pop(through: now) {
            lines[key.account, default: Line()].late.append(key)
            keys += begin(key.account)
        }
        return keys
    }

    private mutating func begin(_ account: String) -> [RelayKey] {
        guard var line = lines.removeValue(forKey: account) else { return [] }
        var keys: [RelayKey] = []
        while line.posting < limit, let key = line.fresh.popFirst() ?? line.late.popFirst() {
            entries[key]?.hasMore = false
            line.posting += 1
            keys.append(key)
        }
        if !line.isEmpty { lines[account] = line }
        return keys
    }
}
