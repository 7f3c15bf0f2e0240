package import CloudFlowRuntime
package import NIOCore
import NIOWebSocket

/// One end of a websocket on a NIO channel.
package struct NIOSocketChannel: SocketChannel {
    package let subprotocol: String?
    private let handler: NIOLoopBound<SocketFrameHandler>
    private let queue: SendQueue
    private let loop: any EventLoop

    /// Takes over a channel that has become a websocket's, and has its frame decoder. Call it on the channel's event loop.
    ///
    /// Nothing is read before the channel is started.
    package init(over channel: any Channel, to peer: Peer, subprotocol: String?, limits: SocketLimits) throws {
        self.subprotocol = subprotocol
        queue = SendQueue(highWater: limits.highWater, limit: limits.queue)
        loop = channel.eventLoop
        // The encoder that NIO adds for a client writes frames one by one. The handler writes past it.
        let encoder = try? channel.pipeline.syncOperations.context(handlerType: WebSocketFrameEncoder.self)
        let handler = SocketFrameHandler(peer: peer, limits: limits, queue: queue, past: encoder)
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
        try channel.pipeline.syncOperations.addHandler(handler)
    }

    /// Adds what reads the frames of a connection to a client.
    package static func addServerDecoder(to channel: any Channel, limits: SocketLimits) throws {
        try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: limits.frame)))
    }

    package var isFull: Bool { queue.isFull }

    package func start(_ handler: any SocketHandler) {
        perform { $0.start(handler) }
    }

    package func send(_ message: SocketMessage) -> Bool {
        switch queue.add(message) {
        case .added(isFirst: false):
            return true
        case .added(isFirst: true):
            // What is queued while the connection is read is sent at the end of that.
            if loop.inEventLoop, handler.value.isReading { return true }
            loop.execute { [handler] in handler.value.sendQueued() }
            return true
        case .overflow:
            perform { $0.close(.slowConsumer) }
            return false
        case .closed:
            return false
        }
    }

    package func pause() {
        perform { $0.pause(1) }
    }

    package func resume() {
        perform { $0.pause(-1) }
    }

    package func close(_ code: SocketCloseCode, reason: String) {
        queue.close()
        perform { $0.close(SocketClosure(code, reason.prefix(upToUTF8: 123), by: .here)) }
    }

    private func perform(_ action: @escaping @Sendable (SocketFrameHandler) -> Void) {
        if loop.inEventLoop { action(handler.value) } else { loop.execute { action(handler.value) } }
    }
}

extension SocketLimits {
    /// The longest frame. A control frame is let through also where messages are shorter.
    package var frame: Int { min(max(message, 125), Int(UInt32.max)) }
}

extension SocketMessage {
    /// What a message counts for while it waits. An empty one takes memory, too.
    var cost: Int { bytes.count + 16 }
}
