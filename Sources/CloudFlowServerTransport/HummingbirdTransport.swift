public import CloudFlowRuntime
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore

/// Serves a router over HTTP/1.1 and its websockets on the same port, on Hummingbird.
///
/// A connection becomes a websocket with its first request or not at all: a later one is answered with 426. Who is refused a websocket gets
/// an ordinary response, and a server that stops closes its websockets with 1001.
///
/// Every refusal carries the shared error envelope, also of what never reaches the router: bytes that are not HTTP, a header over
/// `ServerLimits.header`, a request without a host. Neither queries nor header values nor bodies are logged.
public struct HummingbirdTransport: ServerTransport {
    private let host: String
    private let port: Int
    private let idleTimeout: Duration
    private let logger: Logger
    private let onListening: @Sendable (ListeningAddress) async -> Void

    /// - Parameters:
    ///   - host: the name or the address of the interface to listen on.
    ///   - port: the port to listen on; 0 takes a free one, which `onListening` tells.
    ///   - idleTimeout: how long a connection lives on while the server waits for its client: for a request, for the rest of one, or for
    ///     the client to take the response in.
    ///   - onListening: called once, as soon as connections are accepted.
    public init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        idleTimeout: Duration = .seconds(60),
        logger: Logger = Logger(label: "cloudflow.http"),
        onListening: @escaping @Sendable (ListeningAddress) async -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.idleTimeout = idleTimeout
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the task is cancelled, or until a graceful stop has ended the last request: a stop closes the port at once and each
    /// connection when its requests are answered.
    ///
    /// - Throws: what keeps the port from being opened, such as an `IOError` when it is taken.
    public func serve(_ router: CloudFlowRuntime.Router) async throws {
        let sockets = OpenSockets()
        let application = Application(
            responder: RouterResponder(router: router),
            server: HTTPServerBuilder { [idleTimeout, logger] responder in
                HTTP1Connection(
                    responder: responder,
                    router: router,
                    idleTimeout: TimeAmount(idleTimeout),
                    sockets: sockets,
                    logger: logger
                )
            },
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { [host, port, onListening] channel in
                await onListening(ListeningAddress(host: host, port: channel.localAddress?.port ?? port))
            },
            logger: logger
        )
        try await withTaskCancellationHandler {
            try await application.run()
            await sockets.end()
        } onCancel: {
            sockets.close()
        }
    }
}

/// Where a server listens.
public struct ListeningAddress: Sendable, Hashable {
    /// The host as it was given.
    public let host: String
    /// The port, also where the given one was 0.
    public let port: Int

    /// An address with its port.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// The URL of the server: `http://127.0.0.1:8080`.
    public var url: String { host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)" }
}
