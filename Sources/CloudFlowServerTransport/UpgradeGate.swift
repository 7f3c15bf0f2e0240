import CloudFlowRuntime
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Stands behind the decoder of a new connection, and decides by the first request whether it stays with HTTP or becomes a websocket.
///
/// Whatever comes meanwhile is kept, and handed to who takes over. NIO's own upgrade handler drops the head of a request that it declines.
final class UpgradeGate: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase {
        case waiting
        /// The service is asked whether the connection becomes a websocket.
        case asking
        case settled
    }

    private var phase = Phase.waiting
    private var kept: [NIOAny] = []
    private var events: [Any] = []
    private var timer: Scheduled<Void>?
    private let connection: HTTP1Connection
    private let destiny: EventLoopPromise<AcceptedConnection.Destiny>

    init(_ connection: HTTP1Connection, destiny: EventLoopPromise<AcceptedConnection.Destiny>) {
        self.connection = connection
        self.destiny = destiny
    }

    func handlerAdded(context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: connection.idleTimeout) { self.end(context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        kept.append(data)
        guard case .waiting = phase, case .head(let head) = unwrapInboundIn(data) else { return }
        guard let request = connection.socketRequest(head) else { return stayWithHTTP(context) }
        phase = .asking
        timer?.cancel()
        context.eventLoop.makeFutureWithTask { [connection] in await connection.router.respond(to: request).collected() }
            .assumeIsolated()
            .whenSuccess { response in self.settle(response, for: head, context) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {}

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        phase = .settled
        destiny.succeed(.gone)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard case .waiting = phase else { return end(context) }
        stayWithHTTP(context, after: error)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch (event, phase) {
        case (is ChannelShouldQuiesceEvent, .waiting), (ChannelEvent.inputClosed, .waiting): end(context)
        case (_, .settled): context.fireUserInboundEventTriggered(event)
        default: events.append(event)
        }
    }

    // MARK: What becomes of the connection

    private func end(_ context: ChannelHandlerContext) {
        phase = .settled
        destiny.succeed(.gone)
        context.close(promise: nil)
    }

    private func stayWithHTTP(_ context: ChannelHandlerContext, after error: (any Error)? = nil) {
        phase = .settled
        timer?.cancel()
        do {
            destiny.succeed(.http(try connection.speakHTTP(over: context.channel)))
        } catch {
            return end(context)
        }
        if let error { context.fireErrorCaught(error) }
        handOver(context)
    }

    private func settle(_ response: APIResponse, for head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard case .asking = phase else {
            response.socket?.abandon()
            return
        }
        guard let upgrade = response.socket else { return refuse(response, context) }
        connection.acceptance(of: head, with: response, over: context.channel).assumeIsolated().whenComplete { result in
            guard case .success(let headers) = result, case .asking = self.phase else {
                upgrade.abandon()
                return self.end(context)
            }
            self.becomeSocket(upgrade, headers, response.head.headerFields[.secWebSocketProtocol], context)
        }
    }

    /// Writes the refusal, and ends the connection: what the client sends after a request for another protocol is not HTTP for sure.
    private func refuse(_ response: APIResponse, _ context: ChannelHandlerContext) {
        kept = []
        for part in HTTPServerResponsePart.parts(of: response, hasBody: true) { context.write(wrapOutboundOut(part), promise: nil) }
        context.flush()
        context.close(mode: .output, promise: nil)
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(2)) { context.close(promise: nil) }
    }

    private func becomeSocket(_ upgrade: SocketUpgrade, _ headers: HTTPHeaders, _ subprotocol: String?, _ context: ChannelHandlerContext) {
        phase = .settled
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers))),
            promise: nil
        )
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        // The request's own parts are done with. Bytes behind them come from the decoder when it goes.
        kept = []
        connection.removeHTTP(from: context).assumeIsolated().whenComplete { _ in
            do {
                self.destiny.succeed(.socket(try self.connection.speakSocket(upgrade, subprotocol, over: context.channel)))
            } catch {
                upgrade.abandon()
                return self.end(context)
            }
            self.handOver(context)
        }
    }

    /// Hands on what was kept, and goes.
    private func handOver(_ context: ChannelHandlerContext) {
        for data in kept { context.fireChannelRead(data) }
        kept = []
        context.fireChannelReadComplete()
        for event in events { context.fireUserInboundEventTriggered(event) }
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }
}

extension APIResponse {
    /// The response with its body at hand: none where it can't be read.
    fileprivate func collected() async -> APIResponse {
        if body.bytes != nil { return self }
        var response = self
        response.body = Body((try? await body.collect(upTo: 1 << 20)) ?? [])
        return response
    }
}
