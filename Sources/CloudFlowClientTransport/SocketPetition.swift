import CloudFlowRuntime
import CloudFlowSocketProtocol
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOWebSocket

/// A client's request for a websocket, and what the server makes of it (RFC 6455, section 4.1).
struct SocketPetition: Sendable {
    enum Outcome: Sendable {
        case opened(NIOSocketChannel)
        /// The rest of the refusal is still to come.
        case refused(EventLoopFuture<APIResponse>)
    }

    private let head: HTTPRequestHead
    private let subprotocols: [String]
    private let limits: SocketLimits

    init(_ request: APIRequest, limits: SocketLimits) {
        var headers = HTTPHeaders(request.head.headerFields.map { ($0.name.rawName, $0.value) })
        headers.replaceOrAdd(name: "host", value: request.head.authority ?? "")
        head = HTTPRequestHead(version: .http1_1, method: .GET, uri: request.head.path ?? "/", headers: headers)
        subprotocols = headers[canonicalForm: "sec-websocket-protocol"].map(String.init)
        self.limits = limits
    }

    /// Sends the request as soon as the channel is connected. Call it on the channel's event loop.
    func begin(over channel: any Channel) throws -> EventLoopFuture<Outcome> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Outcome>(maxFrameSize: limits.frame, enableAutomaticErrorHandling: false) {
            channel,
            response in
            channel.eventLoop.makeCompletedFuture { .opened(try open(channel, response)) }
        }
        let refusing: @Sendable (any Channel) -> EventLoopFuture<Outcome> = { channel in
            channel.eventLoop.makeCompletedFuture {
                let refusal = channel.eventLoop.makePromise(of: APIResponse.self)
                try channel.pipeline.syncOperations.addHandler(RefusalReader(refusal))
                return .refused(refusal.futureResult)
            }
        }
        let configuration = NIOTypedHTTPClientUpgradeConfiguration(
            upgradeRequestHead: head,
            upgraders: [upgrader],
            notUpgradingCompletionHandler: refusing
        )
        var pipeline = NIOUpgradableHTTPClientPipelineConfiguration(upgradeConfiguration: configuration)
        // The first frames may come with the response.
        pipeline.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: pipeline)
    }

    private func open(_ channel: any Channel, _ response: HTTPResponseHead) throws -> NIOSocketChannel {
        let chosen = response.headers["sec-websocket-protocol"]
        guard chosen.count <= 1, chosen.allSatisfy({ subprotocols.contains($0) }) else {
            throw TransportFailure("the server speaks a subprotocol that was not asked for", delivery: .delivered)
        }
        guard !response.headers.contains(name: "sec-websocket-extensions") else {
            throw TransportFailure("the server uses an extension that was not asked for", delivery: .delivered)
        }
        return try NIOSocketChannel(over: channel, to: .server, subprotocol: chosen.first, limits: limits)
    }
}

/// Reads the response of a server that opens no websocket, up to 1 MiB of its body.
private final class RefusalReader: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let refusal: EventLoopPromise<APIResponse>
    private var head: HTTPResponseHead?
    private var body = ByteBuffer()

    init(_ refusal: EventLoopPromise<APIResponse>) {
        self.refusal = refusal
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(var bytes):
            body.writeBuffer(&bytes)
            if body.readableBytes > 1 << 20 { end(TransportFailure("the refusal is longer than 1 MiB", delivery: .delivered), context) }
        case .end:
            guard let head, head.status != .switchingProtocols else {
                return end(TransportFailure("the server's handshake is not in order", delivery: .delivered), context)
            }
            refusal.succeed(APIResponse(head, body: body))
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(error, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(ChannelError.inputClosed, context)
    }

    private func end(_ error: any Error, _ context: ChannelHandlerContext) {
        refusal.fail(error)
        context.close(promise: nil)
    }
}

extension APIResponse {
    fileprivate init(_ head: HTTPResponseHead, body: ByteBuffer) {
        var fields = HTTPFields()
        for (name, value) in head.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let status = HTTPResponse.Status(code: Int(head.status.code), reasonPhrase: head.status.reasonPhrase)
        self.init(HTTPResponse(status: status, headerFields: fields), body: Body(Array(buffer: body)))
    }
}
