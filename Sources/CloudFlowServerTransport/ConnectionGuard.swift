import CloudFlowRuntime
import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1

/// Keeps a connection to the rules of HTTP/1.1 (RFC 9112): turns away what is not a sound request, tells the client when a response is the
/// connection's last, and ends the connection after it.
///
/// It stands behind the decoder, and leaves to the responder only requests that are in order.
final class ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Reading {
        case betweenRequests
        case body
        /// Nothing that comes counts any more.
        case nothing
    }

    private var reading = Reading.betweenRequests
    /// The requests passed on whose responses are not written to their end yet.
    private var unanswered = 0
    /// Whether the connection ends after the responses that are due.
    private var isEnding = false
    /// What follows the responses that are due.
    private var refusal: (refusal: Refusal, hasBody: Bool)?
    /// The HTTP version of the latest request.
    private var version = HTTPVersion.http1_1
    private var owesContinue = false
    private var parting: Scheduled<Void>?

    private let limits: ServerLimits
    private let logger: Logger

    init(limits: ServerLimits, logger: Logger) {
        self.limits = limits
        self.logger = logger
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard !isEnding else {
                reading = .nothing
                return
            }
            if let refusal = head.refusal(above: limits) {
                return refuse(refusal, hasBody: head.method != .HEAD, context)
            }
            reading = .body
            unanswered += 1
            version = head.version
            isEnding = !head.isKeepAlive || head.version == .http1_0 || head.asksForAnotherProtocol
            owesContinue = head.waitsForContinue
            context.fireChannelRead(data)
        case .body:
            if reading == .body { context.fireChannelRead(data) }
        case .end:
            guard reading == .body else { return }
            reading = .betweenRequests
            owesContinue = false
            context.fireChannelRead(data)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError || error is ByteToMessageDecoderError else { return context.fireErrorCaught(error) }
        switch reading {
        case .nothing:
            return
        case .body:
            reading = .nothing
            isEnding = true
            context.fireErrorCaught(BrokenBody())
        case .betweenRequests where isEnding:
            reading = .nothing
        case .betweenRequests:
            refuse((error as? HTTPParserError).map(Refusal.init) ?? Refusal(.unknown), hasBody: true, context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            isEnding = true
            if unanswered == 0 { context.close(promise: nil) }
        case is IdleStateHandler.IdleStateEvent:
            let waitsForClient = unanswered == 0 || reading == .body || !context.channel.isWritable
            if waitsForClient { context.close(promise: nil) }
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is BodyIsWanted else { return context.triggerUserOutboundEvent(event, promise: promise) }
        if owesContinue, unanswered == 1 {
            owesContinue = false
            context.writeAndFlush(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
        }
        promise?.succeed()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard unanswered > 0 else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head):
            // A response that overtakes its request's body is the last one: the rest of the body could be of any length.
            if unanswered == 1, reading == .body { isEnding = true }
            if unanswered == 1, isEnding { head.endsConnection(speaking: version) }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            unanswered -= 1
            context.write(data, promise: promise)
            if unanswered == 0, isEnding { end(context) }
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        parting?.cancel()
        context.fireChannelInactive()
    }

    private func refuse(_ refusal: Refusal, hasBody: Bool, _ context: ChannelHandlerContext) {
        logger.debug("request refused", metadata: ["status": "\(refusal.status)"])
        reading = .nothing
        isEnding = true
        self.refusal = (refusal, hasBody)
        if unanswered == 0 { end(context) }
    }

    /// Writes the refusal, where there is one, and closes. Where bytes of the client may still be on their way, the connection stays open
    /// for them a little: closing at once would reset it, and take the response from the client (RFC 9112, section 9.6).
    private func end(_ context: ChannelHandlerContext) {
        if let (refusal, hasBody) = refusal {
            self.refusal = nil
            for part in HTTPServerResponsePart.parts(of: refusal.response, hasBody: hasBody) {
                context.write(wrapOutboundOut(part), promise: nil)
            }
        }
        let lingers = reading != .betweenRequests
        reading = .nothing
        context.flush()
        let closed = context.eventLoop.makePromise(of: Void.self)
        closed.futureResult.assumeIsolated().whenComplete { _ in
            guard lingers else { return context.close(promise: nil) }
            self.parting = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(2)) { context.close(promise: nil) }
        }
        context.close(mode: .output, promise: closed)
    }
}

/// The rest of a request's body is not HTTP.
private struct BrokenBody: Error {}

extension HTTPResponseHead {
    /// Marks the connection's last response. A client of HTTP/1.0 gets a body without chunks, up to the connection's end.
    fileprivate mutating func endsConnection(speaking version: HTTPVersion) {
        headers.replaceOrAdd(name: "connection", value: "close")
        guard version == .http1_0 else { return }
        self.version = .http1_0
        headers.remove(name: "transfer-encoding")
    }
}

extension HTTPServerResponsePart {
    /// The connection's last response.
    static func parts(of response: APIResponse, hasBody: Bool) -> [HTTPServerResponsePart] {
        let bytes = response.body.bytes ?? []
        var headers = HTTPHeaders(response.head.headerFields.map { ($0.name.rawName, $0.value) })
        headers.add(name: "content-length", value: "\(bytes.count)")
        headers.add(name: "connection", value: "close")
        let head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
        return [.head(head)] + (hasBody ? [.body(.byteBuffer(ByteBuffer(bytes: bytes)))] : []) + [.end(nil)]
    }
}
