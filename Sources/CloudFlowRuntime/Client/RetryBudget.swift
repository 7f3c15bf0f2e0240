import Synchronization

/// Bounds retries to a share of the calls made, over all calls of the clients that share it.
///
/// Each call pays in `ratio`, each retry takes out one, and no more than `capacity` is ever kept. The balance starts full.
public final class RetryBudget: Sendable {
    private let ratio: Double
    private let capacity: Double
    private let balance: Mutex<Double>

    /// A budget that is full to begin with.
    public init(ratio: Double = 0.1, capacity: Double = 10) {
        self.ratio = ratio
        self.capacity = capacity
        balance = Mutex(capacity)
    }

    /// Counts a call.
    func deposit() {
        balance.withLock { $0 = Swift.min($0 + ratio, capacity) }
    }

    /// Asks for a retry.
    func withdraw() -> Bool {
        balance.withLock { balance in
            guard balance >= 1 else { return false }
            balance -= 1
            return true
        }
    }
}
