public import CloudFlowRuntime
import CloudFlowSocketProtocol
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix
public import NIOSSL
import NIOWebSocket

/// Opens websockets over a network, with TLS to an `https` URL.
///
/// Redirects are not followed: like any answer that is no websocket, they come back as they are.
public struct WebSocketTransport: SocketTransport {
    private let tls: TLSConfiguration
    private let timeout: Duration

    /// - Parameters:
    ///   - tls: what to trust; the certificates of the system by default.
    ///   - timeout: how long making the connection may take, and again the handshake on it.
    public init(tls: TLSConfiguration = .makeClientConfiguration(), timeout: Duration = .seconds(10)) {
        self.tls = tls
        self.timeout = timeout
    }

    public func open(_ request: APIRequest, limits: SocketLimits) async throws(TransportFailure) -> SocketAnswer {
        if Task.isCancelled { throw TransportFailure("cancelled", delivery: .never) }
        let head = request.head
        guard let server = ServerAddress("\(head.scheme ?? "")://\(head.authority ?? "")"), let endpoint = server.endpoint else {
            throw TransportFailure("the request is to no http or https server", delivery: .never)
        }
        let handshake: Handshake
        do {
            handshake = try await connect(to: endpoint, SocketPetition(request, limits: limits))
        } catch {
            throw TransportFailure(error)
        }
        do {
            return try await handshake.answer(within: TimeAmount(timeout))
        } catch {
            throw TransportFailure(handshake: error)
        }
    }

    /// Makes the connection, and begins the handshake on it.
    private func connect(to endpoint: ServerAddress.Endpoint, _ petition: SocketPetition) async throws -> Handshake {
        let context = endpoint.isSecure ? try NIOSSLContext(configuration: tls) : nil
        return try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(TimeAmount(timeout))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connect(host: endpoint.host, port: endpoint.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        let tls = try NIOSSLClientHandler(context: context, serverHostname: endpoint.name)
                        try channel.pipeline.syncOperations.addHandler(tls)
                    }
                    return Handshake(channel: channel, outcome: try petition.begin(over: channel))
                }
            }
    }
}

/// A handshake under way.
private struct Handshake: Sendable {
    let channel: any Channel
    let outcome: EventLoopFuture<SocketPetition.Outcome>

    /// Waits for the server's answer. The connection is closed when none comes in time, or when the task is cancelled.
    func answer(within timeout: TimeAmount) async throws -> SocketAnswer {
        let timer = channel.eventLoop.scheduleTask(in: timeout) { channel.close(promise: nil) }
        defer { timer.cancel() }
        do {
            return try await withTaskCancellationHandler {
                switch try await outcome.get() {
                case .opened(let socket): return .opened(socket)
                case .refused(let refusal): return .refused(try await refusal.get())
                }
            } onCancel: {
                channel.close(promise: nil)
            }
        } catch {
            channel.close(promise: nil)
            throw error
        }
    }
}

extension ServerAddress {
    fileprivate struct Endpoint: Sendable {
        var host: String
        var port: Int
        var isSecure: Bool

        /// The host as TLS tells it to the server; nil for an address, which has no place there.
        var name: String? { (try? SocketAddress(ipAddress: host, port: port)) == nil ? host : nil }
    }

    /// Where to connect to.
    fileprivate var endpoint: Endpoint? {
        let isSecure = scheme == "https"
        var host = authority[...]
        var port = isSecure ? 443 : 80
        if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
            host = authority[..<colon]
            let digits = authority[authority.index(after: colon)...]
            if !digits.isEmpty {
                guard let number = Int(digits) else { return nil }
                port = number
            }
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        return Endpoint(host: String(host), port: port, isSecure: isSecure)
    }
}

extension TransportFailure {
    /// What ended a handshake before its answer. The request was sent by then, or may have been.
    fileprivate init(handshake error: any Error) {
        if Task.isCancelled {
            self.init("cancelled", delivery: .unknown)
        } else if let failure = error as? TransportFailure {
            self = failure
        } else if error is ChannelError || error is HTTPParserError {
            self.init("the connection ended before an answer came", delivery: .unknown)
        } else {
            self.init(error)
        }
    }
}
