import CloudFlowRuntime
import HTTPTypes

extension ServerRoute {
    /// `GET /health`: 200 while the database answers, otherwise 503, so that a load balancer looks elsewhere.
    static func health(of database: Database) -> ServerRoute {
        ServerRoute("GET", "/health", operationID: "health") { _ in
            do throws(StorageFailure) {
                try await database.check()
                return APIResponse(
                    HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
                    body: Body(Array(#"{"status":"ok"}"#.utf8))
                )
            } catch {
                return APIResponse(status: 503, error: APIError(.storageFailed, "the database doesn't answer"))
            }
        }
    }

    /// `GET /metrics`: what Prometheus scrapes.
    ///
    /// - Parameter statistics: what there is at that moment.
    static func metrics(of registry: PrometheusRegistry, _ statistics: @escaping @Sendable () async -> RelayStatistics) -> ServerRoute {
        ServerRoute("GET", "/metrics", operationID: "metrics") { _ in
            await statistics().show(in: registry)
            let type = "text/plain; version=0.0.4; charset=utf-8"
            return APIResponse(HTTPResponse(status: .ok, headerFields: [.contentType: type]), body: Body(Array(registry.text.utf8)))
        }
    }
}
