import HTTPTypes

/// Carries out operations over a transport: what every generated client stands on.
public struct APIClient: Sendable {
    private var url: String
    /// What every request's query begins with.
    private var query: Substring = ""
    private let isOfSpec: Bool
    private let token: BearerToken?
    private let credentials: [ClientCredential]
    private let transport: any ClientTransport
    private let middleware: [any ClientMiddleware]
    private let clock: any Clock<Duration>
    /// How calls are carried out.
    public var options: CallOptions

    /// - Parameters:
    ///   - url: the base URL of the API. A URL that can't be used makes every call fail before anything is sent.
    ///   - isOfSpec: whether the URL is one of the spec's. Then operations that have servers of their own are called there, otherwise at those
    ///     servers' paths on the same host as all others.
    ///   - token: what authenticates all calls; nil for an API that asks for nothing, or for more than that.
    ///   - credentials: what authenticates the calls of operations that say what they ask for.
    ///   - middleware: the first one sees a request first and its response last.
    ///   - clock: what time-outs and waits are measured by.
    public init(
        url: String,
        isOfSpec: Bool = false,
        token: BearerToken? = nil,
        credentials: [ClientCredential] = [],
        transport: any ClientTransport,
        middleware: [any ClientMiddleware] = [],
        options: CallOptions = CallOptions(),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.url = url
        self.isOfSpec = isOfSpec
        self.token = token
        self.credentials = credentials
        self.transport = transport
        self.middleware = middleware
        self.options = options
        self.clock = clock
    }

    /// Carries out one operation at a URL of its own, as callbacks and webhooks have.
    public func send<Call: ClientOperation>(_ operation: Call, to url: String) async throws(Call.Failure) -> Call.Output {
        var client = self
        let withoutFragment = url.prefix { $0 != "#" }
        let base = withoutFragment.prefix { $0 != "?" }
        client.url = String(base)
        client.query = withoutFragment[base.endIndex...].dropFirst()
        return try await client.send(operation)
    }

    /// Carries out one operation: the output itself, or the failure as the spec documents it.
    public func send<Call: ClientOperation>(_ operation: Call) async throws(Call.Failure) -> Call.Output {
        let outcome: Result<Call.Output, Call.Failure>
        do throws(CallFailure) {
            var (request, source) = try await authorized(try request(for: operation), for: Call.self)
            var response = try await exchange(request, for: Call.self).run()
            if response.status == 401, request.body.bytes != nil, let source,
                let token = try? await source.source.token(inPlaceOf: source.token)
            {
                request.authorize(token)
                response = try await exchange(request, for: Call.self).run()
            }
            outcome = try Call.outcome(of: response)
        } catch {
            var failure = error
            failure.operationID = Call.route.operationID
            throw .failed(failure)
        }
        return try outcome.get()
    }

    private func exchange<Call: ClientOperation>(_ request: APIRequest, for operation: Call.Type) -> Exchange {
        Exchange(
            request: request,
            route: Call.route,
            streamedTypes: Call.streamedResponseTypes,
            sender: sender(for: Call.route),
            options: options,
            clock: clock
        )
    }

    /// The request with what the operation asks for, and the source of its token, if it has one.
    func authorized<Call: ClientOperation>(
        _ request: APIRequest,
        for operation: Call.Type
    ) async throws(CallFailure) -> (APIRequest, (source: any TokenSource, token: BearerToken)?) {
        var request = request
        var used: (source: any TokenSource, token: BearerToken)?
        for kind in credentials.filling(Call.security) {
            switch kind {
            case .basic(let credentials): request.authorize(credentials)
            case .apiKey(let key, let place): request.authorize(key, in: place)
            case .token(let source):
                do {
                    let token = try await source.token()
                    request.authorize(token)
                    used = (source, token)
                } catch {
                    throw CallFailure(.unsendable("there is no token to call with"), delivery: .never)
                }
            }
        }
        return (request, used)
    }

    func request<Call: ClientOperation>(for operation: Call) throws(CallFailure) -> APIRequest {
        guard let server = ServerAddress(url)?.moved(to: Call.server, isOfSpec: isOfSpec) else {
            throw CallFailure(.unsendable("the server's URL is not an absolute http or https URL"), delivery: .never)
        }
        var writer = RequestWriter(Call.route)
        operation.write(to: &writer)
        if let problem = writer.problem { throw CallFailure(.unsendable(problem), delivery: .never) }
        var request = writer.request(to: server)
        if !query.isEmpty { request.begin(query: query) }
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
