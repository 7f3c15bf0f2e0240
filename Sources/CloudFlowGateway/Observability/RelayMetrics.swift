import Metrics

/// What the relay has passed on.
struct RelayMetrics: Sendable {
    let toClients: Counter
    let toDevices: Counter

    init(_ factory: any MetricsFactory = NOOPMetricsHandler.instance) {
        toClients = Counter(label: "cloudflow.messages.relayed", dimensions: [("to", "client")], factory: factory)
        toDevices = Counter(label: "cloudflow.messages.relayed", dimensions: [("to", "device")], factory: factory)
    }
}

/// What there is at one moment.
struct RelayStatistics: Sendable {
    var clients = 0
    var devices = 0
    /// Requests that are not finished.
    var requests = 0
    /// Items that are in the store; nil where it doesn't answer.
    var items: Int?
    /// Requests with items to post.
    var callbacks = 0

    /// Shows them as gauges.
    func show(in factory: any MetricsFactory) {
        func set(_ label: String, _ value: Int, _ dimensions: [(String, String)] = []) {
            Meter(label: label, dimensions: dimensions, factory: factory).set(value)
        }
        set("cloudflow.connections", clients, [("role", "client")])
        set("cloudflow.connections", devices, [("role", "device")])
        set("cloudflow.requests.in.flight", requests)
        if let items { set("cloudflow.items.kept", items) }
        set("cloudflow.callbacks.waiting", callbacks)
    }
}
