import CloudFlowGateway
import Metrics
import Testing

@Suite struct PrometheusRegistryTests {
    private let registry = PrometheusRegistry(buckets: [0.1, 1])

    @Test func aCounter() {
        Counter(label: "jobs.done", dimensions: [("kind", "mail")], factory: registry).increment(by: 2)
        Counter(label: "jobs.done", dimensions: [("kind", "mail")], factory: registry).increment()
        Counter(label: "jobs.done", dimensions: [("kind", "fax")], factory: registry).increment()
        FloatingPointCounter(label: "litres", factory: registry).increment(by: 1.5)
        #expect(
            registry.text == """
                # TYPE jobs_done_total counter
                jobs_done_total{kind="fax"} 1
                jobs_done_total{kind="mail"} 3
                # TYPE litres_total counter
                litres_total 1.5

                """
        )
    }

    @Test func aGauge() {
        let meter = Meter(label: "queue", factory: registry)
        meter.increment(by: 5)
        meter.decrement(by: 2)
        Gauge(label: "heat", factory: registry).record(-0.5)
        #expect(registry.text == "# TYPE heat gauge\nheat -0.5\n# TYPE queue gauge\nqueue 3\n")
    }

    @Test func aTimerIsAHistogramOfSeconds() {
        let timer = Timer(label: "wait", dimensions: [("to", "db")], factory: registry)
        for milliseconds in [50, 100, 500, 4000] { timer.recordMilliseconds(milliseconds) }
        #expect(
            registry.text == """
                # TYPE wait_seconds histogram
                wait_seconds_bucket{to="db",le="0.1"} 2
                wait_seconds_bucket{to="db",le="1"} 3
                wait_seconds_bucket{to="db",le="+Inf"} 4
                wait_seconds_sum{to="db"} 4.65
                wait_seconds_count{to="db"} 4

                """
        )
    }

    @Test func aRecorderIsAHistogram() {
        Recorder(label: "size", factory: registry).record(0.5)
        #expect(registry.text.contains("size_bucket{le=\"1\"} 1\n"))
    }

    @Test func namesAndValuesAreMadeFit() {
        Counter(label: "1.läufe", dimensions: [("a-b", "quote \" slash \\ line\nend")], factory: registry).increment()
        #expect(registry.text == "# TYPE _1_l_ufe_total counter\n_1_l_ufe_total{a_b=\"quote \\\" slash \\\\ line\\nend\"} 1\n")
    }

    @Test func aNameKeepsItsKind() {
        Meter(label: "size", factory: registry).set(1)
        Recorder(label: "size", factory: registry).record(2)
        #expect(registry.text == "# TYPE size gauge\nsize 1\n")
    }

    @Test func whatIsDestroyedIsGone() {
        let counter = Counter(label: "a", factory: registry)
        counter.increment()
        counter.destroy()
        #expect(registry.text == "")
    }

    @Test func countsFromManyTasksAddUp() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<500 { Counter(label: "n", factory: registry).increment() } }
            }
        }
        #expect(registry.text.contains("n_total 4000\n"))
    }
}
