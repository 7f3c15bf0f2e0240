import FoundationEssentials
import Synchronization

/// A time that stands still until a test moves it.
final class SetTime: Sendable {
    private let date = Mutex(Date(timeIntervalSince1970: 1_800_000_000.75))

    var now: @Sendable () -> Date {
        { self.date.withLock { $0 } }
    }

    func advance(by seconds: TimeInterval) {
        date.withLock { $0 += seconds }
    }
}
