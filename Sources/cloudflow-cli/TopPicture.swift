/// The metrics of a gateway at one moment, by name and labels.
struct MetricsReading {
    let time: ContinuousClock.Instant
    private var values: [Substring: Double] = [:]

    /// - Parameter text: in Prometheus's text format. What is not a number of its own is passed over.
    init(_ text: String, at time: ContinuousClock.Instant) {
        self.time = time
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let space = line.lastIndex(of: " "), let value = Double(line[line.index(after: space)...]) else { continue }
            values[line[..<space]] = value
        }
    }

    /// The sum of all series of a name.
    func sum(_ name: String) -> Double {
        values.reduce(0) { sum, entry in
            let isOfName = entry.key.hasPrefix(name) && (entry.key.count == name.count || entry.key.dropFirst(name.count).first == "{")
            return isOfName ? sum + entry.value : sum
        }
    }

    func value(_ name: String, _ labels: String) -> Double { values["\(name){\(labels)}"[...]] ?? 0 }
}

/// What `cloudflow top` shows.
struct TopPicture {
    let name: String
    let reading: MetricsReading
    /// The reading that rates are counted from.
    let former: MetricsReading?

    private static let counters = [
        ("messages to points of sale", "cloudflow_messages_relayed_total", "to=\"client\""),
        ("messages to devices", "cloudflow_messages_relayed_total", "to=\"device\""),
        ("callbacks acknowledged", "cloudflow_callbacks_acknowledged_total", ""),
        ("callbacks failed", "cloudflow_callbacks_failed_total", ""),
        ("callbacks given up", "cloudflow_callbacks_given_up_total", ""),
        ("HTTP requests", "http_server_requests_total", ""),
    ]

    var text: String {
        let gauges = [
            ["points of sale connected", number(reading.value("cloudflow_connections", "role=\"client\""))],
            ["devices connected", number(reading.value("cloudflow_connections", "role=\"device\""))],
            ["requests in flight", number(reading.sum("cloudflow_requests_in_flight"))],
            ["events kept", number(reading.sum("cloudflow_items_kept"))],
            ["callbacks waiting", number(reading.sum("cloudflow_callbacks_waiting"))],
        ]
        let rows = Self.counters.map { title, name, labels in
            [title, number(total(name, labels, in: reading)), rate(name, labels)]
        }
        let now = table(["NOW", ""], gauges, whenEmpty: "")
        return "\(name)\n\n\(now)\n\n\(table(["SINCE THE START", "TOTAL", "A SECOND"], rows, whenEmpty: ""))"
    }

    private func total(_ name: String, _ labels: String, in reading: MetricsReading) -> Double {
        labels.isEmpty ? reading.sum(name) : reading.value(name, labels)
    }

    /// A gateway that was started again counts from zero.
    private func rate(_ name: String, _ labels: String) -> String {
        guard let former else { return "-" }
        let (seconds, attoseconds) = former.time.duration(to: reading.time).components
        let elapsed = Double(seconds) + Double(attoseconds) / 1e18
        let tenths = max(0, total(name, labels, in: reading) - total(name, labels, in: former)) / elapsed * 10
        return "\(Int(tenths.rounded()) / 10).\(Int(tenths.rounded()) % 10)"
    }

    private func number(_ value: Double) -> String { Int(exactly: value.rounded()).map(String.init) ?? "-" }
}
