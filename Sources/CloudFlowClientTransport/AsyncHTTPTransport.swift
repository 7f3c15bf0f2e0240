public import AsyncHTTPClient
public import CloudFlowRuntime
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Carries a client's requests over HTTP, on AsyncHTTPClient: HTTP/1.1, and HTTP/2 where a server offers it over TLS.
///
/// Bodies are streamed both ways, no faster than they are read. Redirects are not followed and nothing is retried: an answer comes back as
/// it is, and when to send again is the `RetryPolicy`'s to say.
public struct AsyncHTTPTransport: ClientTransport {
    private let client: HTTPClient
    private let isOwned: Bool

    /// A transport over the connection pool that the whole process shares. It needs no shutdown.
    public init() {
        client = Self.shared
        isOwned = false
    }

    /// A transport with a connection pool of its own. Call `shutdown()` when no more requests will be sent.
    ///
    /// - Parameters:
    ///   - connectTimeout: how long making a connection may take, or waiting for a free one.
    ///   - connectionsPerHost: how many connections are kept to one server at the most; further requests wait.
    public init(connectTimeout: Duration, connectionsPerHost: Int = 8) {
        client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: Self.configuration(connectTimeout: connectTimeout, connectionsPerHost: connectionsPerHost)
        )
        isOwned = true
    }

    /// A transport over a client of yours, for TLS and proxies as you need them. It stays yours to shut down.
    ///
    /// - Parameter client: configured with `redirectConfiguration: .disallow`. An answer that was redirected makes the call fail.
    public init(_ client: HTTPClient) {
        self.client = client
        isOwned = false
    }

    /// Closes the connections of a transport that has its own; requests under way fail. Otherwise it does nothing.
    public func shutdown() async {
        // The one error is that it has been shut down before.
        if isOwned { try? await client.shutdown() }
    }

    public func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse {
        if Task.isCancelled { throw TransportFailure("cancelled", delivery: .never) }
        // AsyncHTTPClient stops the program over a port that is none.
        guard ServerAddress("\(request.head.scheme ?? "")://\(request.head.authority ?? "")") != nil else {
            throw TransportFailure("the request is to no http or https server", delivery: .never)
        }
        let response: HTTPClientResponse
        do {
            response = try await client.execute(HTTPClientRequest(request, over: client.eventLoopGroup), deadline: .distantFuture)
        } catch {
            throw TransportFailure(error)
        }
        guard response.history.count <= 1 else { throw TransportFailure("the HTTP client followed a redirect", delivery: .delivered) }
        return APIResponse(response, to: request.head.method)
    }

    /// The client behind all transports that were given none. It lives as long as the process.
    private static let shared = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: configuration(connectTimeout: .seconds(10), connectionsPerHost: 8)
    )

    private static func configuration(connectTimeout: Duration, connectionsPerHost: Int) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow, decompression: .disabled)
        configuration.timeout.connect = TimeAmount(connectTimeout)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connectionsPerHost
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }
}
