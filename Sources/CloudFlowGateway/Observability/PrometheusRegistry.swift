public import Metrics
import Synchronization

/// Keeps metrics in memory, and gives them out as text that Prometheus reads.
///
/// Names become Prometheus's: `http.server.requests`, a counter, is `http_server_requests_total`; `http.server.duration`, a timer, is the
/// histogram `http_server_duration_seconds`.
public final class PrometheusRegistry: MetricsFactory, Sendable {
    /// The series of one name: they differ by their labels.
    struct Family: Sendable {
        let kind: PrometheusKind
        var series: [PrometheusLabels: any PrometheusSeries] = [:]
    }

    private let families = Mutex<[String: Family]>([:])
    private let buckets: [Double]

    /// - Parameter buckets: the upper bounds of histograms, rising; in seconds for timers.
    public init(buckets: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]) {
        self.buckets = buckets
    }

    /// All metrics in the text exposition format, version 0.0.4, in the order of their names.
    public var text: String {
        families.withLock { $0 }.sorted { $0.key < $1.key }.map { name, family in
            let series = family.series.sorted { $0.key.text < $1.key.text }
            return "# TYPE \(name) \(family.kind.rawValue)\n" + series.map { $0.value.lines(name, $0.key) }.joined()
        }.joined()
    }

    /// The series of a name and labels. A name belongs to the kind that had it first: a series of another kind counts, but is not given out.
    private func series<Series: PrometheusSeries>(
        _ kind: PrometheusKind,
        _ label: String,
        _ dimensions: [(String, String)],
        _ make: () -> Series
    ) -> Series {
        let name = prometheusName(label) + Series.suffix
        let labels = PrometheusLabels(dimensions)
        return families.withLock { families in
            var family = families[name] ?? Family(kind: kind)
            if let known = family.series[labels] as? Series { return known }
            let new = make()
            guard family.kind == kind, family.series[labels] == nil else { return new }
            family.series[labels] = new
            families[name] = family
            return new
        }
    }

    private func remove(_ handler: AnyObject) {
        families.withLock { families in
            for (name, family) in families {
                let series = family.series.filter { $0.value !== handler }
                families[name] = series.isEmpty ? nil : Family(kind: family.kind, series: series)
            }
        }
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(.counter, label, dimensions, PrometheusCounter.init)
    }

    public func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        series(.counter, label, dimensions, PrometheusCounter.init)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(.gauge, label, dimensions, PrometheusGauge.init)
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        guard aggregate else { return series(.gauge, label, dimensions, PrometheusGauge.init) }
        return series(.histogram, label, dimensions) { PrometheusHistogram(buckets: buckets) }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(.histogram, label, dimensions) { PrometheusTimer(buckets: buckets) }
    }

    public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { remove(handler) }
    public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }
}
