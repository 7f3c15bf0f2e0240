import HTTPTypes

/// Carries out operations over a transport: what every generated client stands on.
public struct APIClient: Sendable {
    private let url: String
    private let token: BearerToken?
    private let transport: any ClientTransport
    private let middleware: [any ClientMiddleware]
    private let clock: any Clock<Duration>
    /// How calls are carried out.
    public var options: CallOptions

    /// - Parameters:
    ///   - url: the base URL of the API. A URL that can't be used makes every call fail before anything is sent.
    ///   - token: what authenticates the calls; nil for an API that asks for nothing.
    ///   - middleware: the first one sees a request first and its response last.
    ///   - clock: what time-outs and waits are measured by.
    public init(
        url: String,
        token: BearerToken? = nil,
        transport: any ClientTransport,
        middleware: [any ClientMiddleware] = [],
        options: CallOptions = CallOptions(),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.url = url
        self.token = token
        self.transport = transport
        self.middleware = middleware
        self.options = options
        self.clock = clock
    }

    /// Carries out one operation: the output itself, or the failure as the spec documents it.
    public func send<Call: Operation>(_ operation: Call) async throws(Call.Failure) -> Call.Output {
        let outcome: Result<Call.Output, Call.Failure>
        do throws(CallFailure) {
            let exchange = Exchange(
                request: try request(for: operation),
                route: Call.route,
                streamedTypes: Call.streamedResponseTypes,
                sender: sender(for: Call.route),
                options: options,
                clock: clock
            )
            outcome = try Call.outcome(of: try await exchange.run())
        } catch {
            var failure = error
            failure.operationID = Call.route.operationID
            throw .failed(failure)
        }
        return try outcome.get()
    }

    private func request<Call: Operation>(for operation: Call) throws(CallFailure) -> APIRequest {
        guard let server = ServerAddress(url) else {
            throw CallFailure(.unsendable("the server's URL is not an absolute http or https URL"), delivery: .never)
        }
        var writer = RequestWriter(Call.route)
        operation.write(to: &writer)
        if let problem = writer.problem { throw CallFailure(.unsendable(problem), delivery: .never) }
        var request = writer.request(to: server)
        if let token { request.head.headerFields[.authorization] = token.headerValue }
        return request
    }

    /// The transport, with the middleware around it.
    private func sender(for route: Route) -> Exchange.Sender {
        var sender: Exchange.Sender = { [transport] (request) async throws(TransportFailure) in try await transport.send(request) }
        for layer in middleware.reversed() {
            let next = sender
            sender = { (request) async throws(TransportFailure) in try await layer.send(request, for: route, next: next) }
        }
        return sender
    }
}
