public import CloudFlowRuntime
public import Metrics

/// Counts requests by route, method and status, measures how long they take, and tells how many are being answered.
public struct RequestMetrics: ServerMiddleware {
    private let factory: any MetricsFactory
    private let clock: any Clock<Duration>

    /// It counts into a registry.
    public init(_ factory: any MetricsFactory, clock: any Clock<Duration> = ContinuousClock()) {
        self.factory = factory
        self.clock = clock
    }

    public func respond(to request: APIRequest, for route: Route?, next: @Sendable (APIRequest) async -> APIResponse) async -> APIResponse {
        let call = CallSummary(request, route)
        let active = Meter(label: "http.server.active.requests", factory: factory)
        active.increment()
        let (response, duration) = await clock.timing { await next(request) }
        active.decrement()
        let labels = [("method", call.method), ("route", call.route), ("status", "\(response.status)")]
        Counter(label: "http.server.requests", dimensions: labels, factory: factory).increment()
        Timer(label: "http.server.request.duration", dimensions: [labels[0], labels[1]], factory: factory).record(duration: duration)
        return response
    }
}
