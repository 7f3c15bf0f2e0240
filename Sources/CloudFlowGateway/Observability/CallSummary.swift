import CloudFlowRuntime
import HTTPTypes

/// What logs and metrics tell of a request. It has few values, whatever callers send.
struct CallSummary: Sendable {
    /// The method; `_OTHER` for one that HTTP doesn't define, as OpenTelemetry's conventions for HTTP have it.
    let method: String
    /// The route's template; `none` where the request leads nowhere.
    let route: String

    init(_ request: APIRequest, _ route: Route?) {
        let method = request.head.method
        self.method = Self.methods.contains(method) ? method.rawValue : "_OTHER"
        self.route = route?.path ?? "none"
    }

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .connect, .options, .trace, .patch]
}

extension Clock where Duration == Swift.Duration {
    /// What the work returns, and how long it took.
    func timing<Value: Sendable>(_ work: () async -> Value) async -> (value: Value, duration: Duration) {
        let start = now
        let value = await work()
        return (value, start.duration(to: now))
    }
}

extension Duration {
    /// Milliseconds to the microsecond: `0.412`.
    var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) * 1000 + Double(attoseconds / 1_000_000_000_000) / 1000
    }
}
