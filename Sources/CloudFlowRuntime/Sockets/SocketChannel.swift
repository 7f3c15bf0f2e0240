/// One end of a websocket, as a transport provides it: events come to a handler as they happen, without a task of their own.
///
/// It is made for who holds thousands of connections. `SocketConnection` gives the same as an asynchronous sequence.
public protocol SocketChannel: Sendable {
    /// The subprotocol that both sides agreed on.
    var subprotocol: String? { get }

    /// Whether enough waits to be sent. The handler's `drained` tells when that is over.
    var isFull: Bool { get }

    /// Tells the handler what happens from now on. Until then nothing is read. Call it once.
    func start(_ handler: any SocketHandler)

    /// Queues a message, from any thread; messages of one thread keep their order.
    ///
    /// When more than `SocketLimits.queue` waits, the connection is closed with 4408 instead.
    ///
    /// - Returns: Whether the message was queued. One that was may still be lost with the connection.
    @discardableResult
    func send(_ message: SocketMessage) -> Bool

    /// Stops reading, so that a peer which sends too fast has to wait. A few messages may still come.
    func pause()

    /// Takes one `pause` back: reading goes on when there is one for each, in whatever order they come.
    func resume()

    /// Sends a Close frame behind what is queued, and takes no more messages. The handler's `closed` tells when the connection has ended.
    ///
    /// - Parameter reason: what to tell the peer; cut after 123 bytes.
    func close(_ code: SocketCloseCode, reason: String)
}

/// What learns of the events of a websocket. The events of one connection come one at a time.
public protocol SocketHandler: AnyObject, Sendable {
    /// A message has come. Return soon: other connections wait.
    func received(_ message: SocketMessage)
    /// The channel is no longer full.
    func drained()
    /// The connection has ended. It is the last event, and comes once.
    func closed(_ closure: SocketClosure)
}
