import HummingbirdCore
import NIOCore
import NIOHTTPTypes
import Synchronization

/// A connection that was accepted, and of which the first request decides what becomes of it.
///
/// A server that stops drops the connections that it has just accepted. This one is closed then.
final class AcceptedConnection: ServerChildChannelValue {
    enum Destiny: Sendable {
        case http(AcceptedChannel<HTTPRequestPart, HTTPResponsePart>)
        /// A websocket, and what runs for it until its service is done with it.
        case socket(Task<Void, Never>?)
        /// It was refused as a websocket, or ended before it asked for anything.
        case gone
    }

    let channel: any Channel
    private let destiny: EventLoopFuture<Destiny>
    private let isTaken = Atomic(false)

    init(_ channel: any Channel, destiny: EventLoopFuture<Destiny>) {
        self.channel = channel
        self.destiny = destiny
    }

    /// What has become of the connection, for whoever handles it to its end.
    func take() async -> Destiny {
        isTaken.store(true, ordering: .relaxed)
        return (try? await destiny.get()) ?? .gone
    }

    deinit {
        if !isTaken.load(ordering: .relaxed) { channel.close(promise: nil) }
    }
}
