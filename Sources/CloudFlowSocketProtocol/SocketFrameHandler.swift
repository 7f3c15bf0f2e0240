import CloudFlowRuntime
import NIOCore
import NIOWebSocket

/// Speaks RFC 6455 on a connection: messages, pings, and the closing handshake. It lives on the channel's event loop.
final class SocketFrameHandler: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = ByteBuffer

    private enum Phase {
        case open
        /// A Close frame was sent, and the peer's is waited for.
        case closing(SocketClosure)
        /// All is said. Nothing that comes counts any more, and the connection only has to end.
        case parting
    }

    private var phase = Phase.open
    private var reader: MessageReader
    private let peer: Peer
    private let limits: SocketLimits
    private let queue: SendQueue
    private var context: ChannelHandlerContext?
    /// The handler that is written past; nil where there is none.
    private var encoder: ChannelHandlerContext?

    private var handler: (any SocketHandler)?
    /// What happened before there was a handler to tell.
    private var early: [SocketMessage] = []
    private var closure: SocketClosure?
    private var isToldOfEnd = false

    private var pauses = 0
    private var frames: FrameWriter
    /// What the messages among the frames count for in the queue.
    private var cost = 0
    /// Whether more may come at once.
    private(set) var isReading = false
    /// The data of a ping that is answered when the peer has taken in more.
    private var unansweredPing: [UInt8]?
    /// Whether nothing has come since the last ping.
    private var hearsNothing = false
    private var timer: Scheduled<Void>?

    init(peer: Peer, limits: SocketLimits, queue: SendQueue, past encoder: ChannelHandlerContext?) {
        self.peer = peer
        self.limits = limits
        self.queue = queue
        self.encoder = encoder
        reader = MessageReader(from: peer, limit: limits.message)
        frames = FrameWriter(to: peer)
    }

    // MARK: What the user of the channel wants

    func start(_ handler: any SocketHandler) {
        self.handler = handler
        for message in early { handler.received(message) }
        early = []
        tellEnd()
        pause(0)
    }

    /// Sends all messages that wait: those that come together leave together.
    func sendQueued() {
        collect()
        flush()
    }

    func pause(_ count: Int) {
        pauses += count
        hearsNothing = false
        if case .open = phase { setAutoRead(pauses <= 0) }
    }

    /// Begins the closing handshake from this end (RFC 6455, section 7.1.2).
    func close(_ closure: SocketClosure) {
        guard let context, case .open = phase else { return }
        queue.close()
        collect()
        phase = .closing(closure)
        write(.connectionClose, closure.payload)
        // What still comes is dropped, up to the peer's Close frame; also from a peer that had to wait.
        setAutoRead(true)
        schedule(in: limits.closeTimeout) { context.close(promise: nil) }
    }

    // MARK: What the channel says

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        setAutoRead(false)
        schedulePing(in: limits.pingInterval)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        encoder = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .parting = phase { return }
        isReading = true
        switch reader.read(unwrapInboundIn(data)) {
        case .nothing: break
        case .message(let message): received(message)
        case .ping(let data): pong(data)
        case .close(let closure): peerCloses(closure, context)
        case .violation(let closure): fail(closure, context)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        hearsNothing = false
        isReading = false
        sendQueued()
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable, let data = unansweredPing {
            unansweredPing = nil
            pong(data)
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: close(SocketClosure(.goingAway, "the server stops", by: .here))
        case ChannelEvent.inputClosed: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch (error, phase) {
        case (_, .parting): break
        case (NIOWebSocketError.invalidFrameLength, _): fail(.tooBig(limit: limits.message), context)
        case (is NIOWebSocketError, _): fail(SocketClosure(.protocolError, "a frame is malformed", by: .here), context)
        default:
            closure = closure ?? .lost("the connection broke: \(type(of: error))")
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        if case .closing(let closure) = phase { self.closure = closure }
        phase = .parting
        end(closure ?? .lost("the connection broke off"))
        context.fireChannelInactive()
    }

    // MARK: Frames

    private func received(_ message: SocketMessage) {
        guard case .open = phase else { return }
        if let handler { handler.received(message) } else { early.append(message) }
    }

    /// Only the latest of several pings needs an answer (RFC 6455, section 5.5.3), so a peer can't pile them up.
    private func pong(_ data: [UInt8]) {
        guard let context, case .open = phase else { return }
        guard context.channel.isWritable else {
            unansweredPing = data
            return
        }
        write(.pong, data)
    }

    private func peerCloses(_ closure: SocketClosure, _ context: ChannelHandlerContext) {
        collect()
        if case .closing(let ours) = phase {
            phase = .parting
            end(ours)
        } else {
            phase = .parting
            write(.connectionClose, closure.payload)
            end(closure)
        }
        // RFC 6455, section 7.1.1: the server ends the connection, and the client waits for that.
        if peer == .client {
            context.close(promise: nil)
        } else {
            schedule(in: .seconds(2)) { context.close(promise: nil) }
        }
    }

    /// Ends the connection over something that the peer must not do.
    private func fail(_ closure: SocketClosure, _ context: ChannelHandlerContext) {
        guard case .open = phase else { return context.close(promise: nil) }
        collect()
        phase = .parting
        write(.connectionClose, closure.payload)
        // Closing at once would reset the connection while bytes are on their way, and take the Close frame from the peer.
        context.close(mode: .output, promise: nil)
        setAutoRead(true)
        schedule(in: .seconds(2)) { context.close(promise: nil) }
        end(closure)
    }

    private func end(_ closure: SocketClosure) {
        queue.close()
        self.closure = closure
        tellEnd()
    }

    private func tellEnd() {
        guard let handler, let closure, !isToldOfEnd else { return }
        isToldOfEnd = true
        self.handler = nil
        handler.closed(closure)
    }

    // MARK: Keep-alive

    private func schedulePing(in interval: Duration?) {
        guard let interval else { return }
        schedule(in: interval) { [self] in
            hearsNothing = true
            write(.ping, [])
            schedule(in: limits.pongTimeout) { [self] in
                // Who is made to wait can't be heard.
                if hearsNothing, pauses <= 0 { return lose("the peer did not answer a ping") }
                schedulePing(in: max(.zero, interval - limits.pongTimeout))
            }
        }
    }

    private func lose(_ reason: String) {
        closure = .lost(reason)
        context?.close(promise: nil)
    }

    // MARK: The channel

    /// Runs an action later, in place of the one that was to run before.
    private func schedule(in delay: Duration, _ action: @escaping () -> Void) {
        timer?.cancel()
        timer = context?.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(delay), action)
    }

    private func setAutoRead(_ isOn: Bool) {
        // It fails only where the channel is closed.
        try? context?.channel.syncOptions?.setOption(.autoRead, value: isOn)
    }

    /// Writes a control frame behind the messages that wait, at once.
    private func write(_ opcode: WebSocketOpcode, _ payload: [UInt8]) {
        collect()
        frames.write(opcode, payload)
        flush()
    }

    /// Makes frames of the messages that wait. Once the connection is closing, they are dropped.
    private func collect() {
        for message in queue.take() {
            if case .open = phase {
                frames.write(message.kind == .text ? .text : .binary, message.bytes)
                cost += message.cost
            } else {
                _ = queue.remove(message.cost)
            }
        }
    }

    private func flush() {
        guard let context, !frames.isEmpty else { return }
        let cost = cost
        self.cost = 0
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { _ in
            if self.queue.remove(cost) { self.handler?.drained() }
        }
        (encoder ?? context).writeAndFlush(wrapOutboundOut(frames.take()), promise: sent)
    }
}
