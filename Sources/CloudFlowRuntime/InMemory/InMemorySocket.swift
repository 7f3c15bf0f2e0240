import Synchronization

/// A websocket whose two ends are in the same process: for tests, and for services that are called without a network.
///
/// It keeps to the limits of both ends and says the same in the same cases as one over a network, but for what only a network can do to it.
public struct InMemorySocket: SocketChannel {
    public let subprotocol: String?
    private let line: Line
    private let end: Int

    /// Makes the two ends of a connection.
    ///
    /// - Parameters:
    ///   - limits: what the first end takes from the second.
    ///   - peerLimits: what the second end takes from the first.
    public static func pair(
        subprotocol: String? = nil,
        limits: SocketLimits = SocketLimits(),
        peerLimits: SocketLimits = SocketLimits()
    ) -> (InMemorySocket, InMemorySocket) {
        let line = Line(limits, peerLimits)
        return (InMemorySocket(subprotocol: subprotocol, line: line, end: 0), InMemorySocket(subprotocol: subprotocol, line: line, end: 1))
    }

    public var isFull: Bool { line.isFull(at: end) }
    public func start(_ handler: any SocketHandler) { line.start(handler, at: end) }
    public func send(_ message: SocketMessage) -> Bool { line.send(message, from: end) }
    public func pause() { line.pause(1, at: end) }
    public func resume() { line.pause(-1, at: end) }

    public func close(_ code: SocketCloseCode, reason: String) {
        line.close(SocketClosure(code, reason.prefix(upToUTF8: 123), by: .here), from: end)
    }
}

/// What lies between the two ends.
private final class Line: Sendable {
    /// One end, with what is on its way to it.
    private struct End {
        var limits: SocketLimits
        var handler: (any SocketHandler)?
        var pauses = 0
        var messages: ArraySlice<SocketMessage> = []
        var bytes = 0
        /// Whether the other end has found too much on its way to this one.
        var wasFull = false
        /// Whether it is to be told that there is room again.
        var owesDrained = false
        /// How it ends, behind the messages.
        var closure: SocketClosure?
        /// Whether nothing more is taken from it.
        var isClosed = false
        /// Whether events are being told, by whatever thread.
        var isTelling = false
    }

    private enum Event {
        case message(SocketMessage)
        case drained
        case closed(SocketClosure)
    }

    private let ends: Mutex<[End]>

    init(_ limits: SocketLimits, _ peerLimits: SocketLimits) {
        ends = Mutex([End(limits: limits), End(limits: peerLimits)])
    }

    func start(_ handler: any SocketHandler, at end: Int) {
        ends.withLock { $0[end].handler = handler }
        tell(end)
    }

    func pause(_ count: Int, at end: Int) {
        ends.withLock { $0[end].pauses += count }
        tell(end)
    }

    func isFull(at end: Int) -> Bool {
        ends.withLock { ends in
            let isFull = ends[1 - end].bytes >= ends[end].limits.highWater
            if isFull { ends[1 - end].wasFull = true }
            return isFull
        }
    }

    func send(_ message: SocketMessage, from end: Int) -> Bool {
        let peer = 1 - end
        let isSent = ends.withLock { ends in
            if ends[end].isClosed { return false }
            guard ends[peer].bytes + message.bytes.count <= Swift.max(ends[end].limits.queue, message.bytes.count) else {
                Self.close(.slowConsumer, from: end, &ends)
                return false
            }
            if let closure = message.violation(of: ends[peer].limits) {
                Self.close(closure, from: peer, &ends)
            } else {
                ends[peer].messages.append(message)
                ends[peer].bytes += message.bytes.count
            }
            return true
        }
        tell(peer)
        tell(end)
        return isSent
    }

    func close(_ closure: SocketClosure, from end: Int) {
        ends.withLock { ends in if !ends[end].isClosed { Self.close(closure, from: end, &ends) } }
        tell(1 - end)
        tell(end)
    }

    /// Ends the line from one end. What was on its way to it is dropped.
    private static func close(_ closure: SocketClosure, from end: Int, _ ends: inout [End]) {
        ends[end].messages = []
        ends[end].bytes = 0
        ends[end].closure = closure
        ends[1 - end].closure = SocketClosure(closure.code, closure.reason, by: .there)
        for index in ends.indices { ends[index].isClosed = true }
    }

    /// Tells an end's handler what there is to tell. Handlers that answer at once make it tell both ends in turns.
    private func tell(_ end: Int) {
        let isTelling = ends.withLock { ends in
            defer { ends[end].isTelling = true }
            return ends[end].isTelling
        }
        if isTelling { return }
        while let (event, handler) = next(for: end) {
            switch event {
            case .message(let message):
                handler.received(message)
                tell(1 - end)
            case .drained: handler.drained()
            case .closed(let closure): handler.closed(closure)
            }
        }
    }

    private func next(for end: Int) -> (Event, any SocketHandler)? {
        ends.withLock { ends in
            guard let handler = ends[end].handler else {
                ends[end].isTelling = false
                return nil
            }
            if ends[end].owesDrained {
                ends[end].owesDrained = false
                return (.drained, handler)
            }
            if ends[end].pauses <= 0, let message = ends[end].messages.popFirst() {
                ends[end].bytes -= message.bytes.count
                if ends[end].wasFull, ends[end].bytes < ends[1 - end].limits.highWater {
                    ends[end].wasFull = false
                    ends[1 - end].owesDrained = true
                }
                return (.message(message), handler)
            }
            if ends[end].messages.isEmpty, let closure = ends[end].closure {
                // The last event: the handler is let go, and who tells stays busy for good.
                ends[end].handler = nil
                return (.closed(closure), handler)
            }
            ends[end].isTelling = false
            return nil
        }
    }
}

extension SocketMessage {
    /// How a receiver with such limits ends the connection over the message.
    fileprivate func violation(of limits: SocketLimits) -> SocketClosure? {
        if bytes.count > limits.message { return .tooBig(limit: limits.message) }
        var check = UTF8Check()
        return kind == .binary || check.take(bytes.span.bytes) && check.isComplete ? nil : .invalidText
    }
}
