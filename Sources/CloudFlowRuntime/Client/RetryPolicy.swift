/// When, how often and after how long a failed attempt is made again.
///
/// The wait before attempt n, counted from 2, is drawn evenly from zero to `baseDelay` doubled n-2 times and capped at `longestDelay`:
/// exponential backoff with full jitter, so that many clients of one service don't come back together.
public struct RetryPolicy: Sendable {
    /// How often a request is tried at the most. 1 never retries.
    public var attempts: Int
    /// The longest wait before the first retry.
    public var baseDelay: Duration
    /// The longest wait before any retry, unless the service asks for more with `Retry-After`.
    public var longestDelay: Duration
    /// The longest `Retry-After` that is waited for. An answer that asks for more is final.
    public var longestRetryAfter: Duration
    /// What keeps retries from multiplying the load of a service that is down.
    public var budget: RetryBudget
    /// Draws a wait from zero to the given one.
    public var jitter: @Sendable (Duration) -> Duration

    /// A policy; what is not given is what it is for every client.
    public init(
        attempts: Int = 3,
        baseDelay: Duration = .milliseconds(100),
        longestDelay: Duration = .seconds(5),
        longestRetryAfter: Duration = .seconds(30),
        budget: RetryBudget = RetryBudget(),
        jitter: @escaping @Sendable (Duration) -> Duration = { $0 * Double.random(in: 0...1) }
    ) {
        self.attempts = attempts
        self.baseDelay = baseDelay
        self.longestDelay = longestDelay
        self.longestRetryAfter = longestRetryAfter
        self.budget = budget
        self.jitter = jitter
    }

    /// Tries once and no more.
    public static var never: RetryPolicy { RetryPolicy(attempts: 1) }

    /// The wait before an attempt, counted from 2.
    package func delay(before attempt: Int) -> Duration {
        let doublings = Swift.min(Swift.max(attempt - 2, 0), 30)
        return jitter(Swift.min(baseDelay * (1 << doublings), longestDelay))
    }

    /// Whether a response says that the same request may well succeed later. Only what RFC 9110 and RFC 6585 call temporary.
    static func isTemporary(_ status: Int) -> Bool {
        switch status {
        case 429, 502, 503, 504: true
        default: false
        }
    }
}
