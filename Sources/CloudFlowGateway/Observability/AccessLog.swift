public import CloudFlowRuntime
import HTTPTypes
public import Logging

/// Writes one line for each request: what was asked by its route's template, how it was answered, and how long that took.
///
/// Nothing that a caller wrote gets into it: no path, query, header field or body, so no secret either.
public struct AccessLog: ServerMiddleware {
    private let logger: Logger
    private let clock: any Clock<Duration>

    /// A log that goes to a logger.
    public init(_ logger: Logger, clock: any Clock<Duration> = ContinuousClock()) {
        self.logger = logger
        self.clock = clock
    }

    public func respond(to request: APIRequest, for route: Route?, next: @Sendable (APIRequest) async -> APIResponse) async -> APIResponse {
        let call = CallSummary(request, route)
        let (response, duration) = await clock.timing { await next(request) }
        logger.log(
            level: response.status < 500 ? .info : .error,
            "request",
            metadata: [
                "method": "\(call.method)",
                "route": "\(call.route)",
                "status": "\(response.status)",
                "milliseconds": "\(duration.milliseconds)",
                "request-id": "\(request.head.headerFields.requestID ?? "")",
            ]
        )
        return response
    }
}
