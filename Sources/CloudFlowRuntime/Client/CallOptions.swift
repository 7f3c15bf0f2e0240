/// How a client carries out its calls.
public struct CallOptions: Sendable {
    /// The longest that a call may take, with all its attempts and the reading of the body.
    public var timeout: Duration
    /// When a failed attempt is made again.
    public var retry: RetryPolicy
    /// The longest body that the client takes in an answer, in bytes.
    public var bodyLimit: Int

    /// Options; those that are not given are what they are for every client.
    public init(timeout: Duration = .seconds(30), retry: RetryPolicy = RetryPolicy(), bodyLimit: Int = 16 << 20) {
        self.timeout = timeout
        self.retry = retry
        self.bodyLimit = bodyLimit
    }
}
