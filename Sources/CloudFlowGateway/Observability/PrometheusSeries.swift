import Metrics
import Synchronization

/// One line of values over time, or several that belong together.
protocol PrometheusSeries: AnyObject, Sendable {
    /// What its names end in, by Prometheus's conventions.
    static var suffix: String { get }
    /// Its values as lines of text.
    func lines(_ name: String, _ labels: PrometheusLabels) -> String
}

/// A number that only rises.
final class PrometheusCounter: PrometheusSeries, CounterHandler, FloatingPointCounterHandler {
    static let suffix = "_total"
    private let value = Mutex(0.0)

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) { value.withLock { $0 += max(0, amount) } }
    func reset() { value.withLock { $0 = 0 } }

    func lines(_ name: String, _ labels: PrometheusLabels) -> String {
        "\(name)\(labels.text) \(prometheusNumber(value.withLock { $0 }))\n"
    }
}

/// A number that rises and falls.
final class PrometheusGauge: PrometheusSeries, MeterHandler, RecorderHandler {
    static let suffix = ""
    private let value = Mutex(0.0)

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }

    func lines(_ name: String, _ labels: PrometheusLabels) -> String {
        "\(name)\(labels.text) \(prometheusNumber(value.withLock { $0 }))\n"
    }
}

/// How many values were at most as large as each of some bounds.
final class PrometheusHistogram: PrometheusSeries, RecorderHandler {
    private struct State {
        /// The values in each bucket alone; the last one has no bound.
        var counts: [Int]
        var sum = 0.0
    }

    static let suffix = ""
    private let bounds: [Double]
    private let state: Mutex<State>

    init(buckets: [Double]) {
        bounds = buckets
        state = Mutex(State(counts: Array(repeating: 0, count: buckets.count + 1)))
    }

    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) {
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[bucket] += 1
            state.sum += value
        }
    }

    func lines(_ name: String, _ labels: PrometheusLabels) -> String {
        let state = state.withLock { $0 }
        var total = 0
        var text = ""
        for (bound, count) in zip(bounds + [.infinity], state.counts) {
            total += count
            text += "\(name)_bucket\(labels.adding("le", prometheusNumber(bound)).text) \(total)\n"
        }
        return text + "\(name)_sum\(labels.text) \(prometheusNumber(state.sum))\n\(name)_count\(labels.text) \(total)\n"
    }
}

/// A histogram of durations in seconds.
final class PrometheusTimer: PrometheusSeries, TimerHandler {
    static let suffix = "_seconds"
    private let histogram: PrometheusHistogram

    init(buckets: [Double]) {
        histogram = PrometheusHistogram(buckets: buckets)
    }

    func recordNanoseconds(_ duration: Int64) { histogram.record(Double(duration) / 1_000_000_000) }
    func lines(_ name: String, _ labels: PrometheusLabels) -> String { histogram.lines(name, labels) }
}
