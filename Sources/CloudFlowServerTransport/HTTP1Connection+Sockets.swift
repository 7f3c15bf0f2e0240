import CloudFlowRuntime
import CloudFlowSocketProtocol
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import NIOWebSocket

extension HTTP1Connection {
    /// The request, where it is in order and asks for a websocket of a path that leads to one.
    func socketRequest(_ head: HTTPRequestHead) -> APIRequest? {
        let handshake = SocketHandshake(head)
        if case .absent = handshake { return nil }
        guard head.refusal(above: router.limits) == nil, let fields = try? HTTPRequest(head, secure: false, splitCookie: false) else {
            return nil
        }
        var request = APIRequest(fields)
        request.handshake = handshake
        return router.leadsToSocket(request) ? request : nil
    }

    /// The header fields of the response that accepts a handshake.
    func acceptance(of head: HTTPRequestHead, with response: APIResponse, over channel: any Channel) -> EventLoopFuture<HTTPHeaders> {
        let headers = HTTPHeaders(response.head.headerFields.map { ($0.name.rawName, $0.value) })
        // NIO's upgrader computes Sec-WebSocket-Accept; the SHA-1 that it takes is not public.
        let upgrader = NIOTypedWebSocketServerUpgrader<Void>(
            shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture(headers) },
            upgradePipelineHandler: { channel, _ in channel.eventLoop.makeSucceededVoidFuture() }
        )
        return upgrader.buildUpgradeResponse(channel: channel, upgradeRequest: head, initialResponseHeaders: [:])
            .map { headers in
                var headers = headers
                headers.replaceOrAdd(name: "connection", value: "upgrade")
                headers.replaceOrAdd(name: "upgrade", value: "websocket")
                return headers
            }
    }

    /// Takes the coding of HTTP away from a channel that becomes a websocket's.
    func removeHTTP(from context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        let pipeline = context.pipeline.syncOperations
        do {
            let decoder = try pipeline.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let encoder = try pipeline.context(handlerType: HTTPResponseEncoder.self)
            return pipeline.removeHandler(context: decoder).and(pipeline.removeHandler(context: encoder)).map { _ in }
        } catch {
            return context.eventLoop.makeFailedFuture(error)
        }
    }

    /// Makes a channel one of a websocket, and hands it to the service.
    func speakSocket(_ upgrade: SocketUpgrade, _ subprotocol: String?, over channel: any Channel) throws -> Task<Void, Never>? {
        try NIOSocketChannel.addServerDecoder(to: channel, limits: upgrade.limits)
        return upgrade.open(try NIOSocketChannel(over: channel, to: .client, subprotocol: subprotocol, limits: upgrade.limits))
    }
}
