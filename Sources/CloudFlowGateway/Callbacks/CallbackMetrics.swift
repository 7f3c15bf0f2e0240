import Metrics

/// What became of posts to callbacks.
struct CallbackMetrics: Sendable {
    /// Items that were taken.
    let acknowledged: Counter
    /// Posts that were not answered with 2xx, the last one of an item that is given up among them.
    let failed: Counter
    /// Items that nobody took in time.
    let givenUp: Counter

    init(_ factory: any MetricsFactory) {
        acknowledged = Counter(label: "cloudflow.callbacks.acknowledged", factory: factory)
        failed = Counter(label: "cloudflow.callbacks.failed", factory: factory)
        givenUp = Counter(label: "cloudflow.callbacks.given.up", factory: factory)
    }
}
