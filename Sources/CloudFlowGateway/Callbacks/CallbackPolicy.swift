import CloudFlowRuntime
import FoundationEssentials

/// How items are posted to callbacks.
struct CallbackPolicy: Sendable {
    /// When an item that was not taken is posted again. It goes on until the item is too old, however many attempts that takes.
    var retry = RetryPolicy(attempts: .max, baseDelay: .seconds(1), longestDelay: .seconds(600))
    /// How old an item becomes before it is given up, in seconds.
    var patience: TimeInterval = 86_400
    /// How long a receiver may take to answer.
    var timeout: Duration = .seconds(10)
    /// For how many requests an account posts at once.
    var limit = 8
    /// Whether callbacks may be `http`, and at addresses that are not public.
    var allowsInsecure = false
}

/// Why an item was not taken, in words that hold nothing of it.
struct CallbackFailure: Error, Sendable {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
