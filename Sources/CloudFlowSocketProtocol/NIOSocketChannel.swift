package import CloudFlowRuntime
package import NIOCore
import NIOWebSocket

/// One end of a websocket on a NIO channel.
package struct NIOSocketChannel: SocketChannel {
    package let subprotocol: String?
    private let handler: NIOLoopBound<SocketFrameHandler>
    private let queue: SendQueue
    private let loop: any EventLoop

    /// Takes over a channel that has become a websocket's, and has its frame codec. Call it on the channel's event loop.
    ///
    /// Nothing is read before the channel is started.
    package init(over channel: any Channel, to peer: Peer, subprotocol: String?, limits: SocketLimits) throws {
        self.subprotocol = subprotocol
        queue = SendQueue(highWater: limits.highWater, limit: limits.queue)
        loop = channel.eventLoop
        let handler = SocketFrameHandler(peer: peer, limits: limits, queue: queue)
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
        try channel.pipeline.syncOperations.addHandler(handler)
    }

    /// The frames of a connection to a client, as NIO codes them.
    package static func addServerCodec(to channel: any Channel, limits: SocketLimits) throws {
        try channel.pipeline.syncOperations.addHandler(WebSocketFrameEncoder())
        try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: limits.frame)))
    }

    package var isFull: Bool { queue.isFull }

    package func start(_ handler: any SocketHandler) {
        perform { $0.start(handler) }
    }

    package func send(_ message: SocketMessage) -> Bool {
        if queue.isClosed { return false }
        guard queue.add(message.cost) else {
            perform { $0.close(.slowConsumer) }
            queue.close()
            return false
        }
        perform { $0.send(message) }
        return true
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
