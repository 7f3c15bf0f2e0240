import HummingbirdCore
import NIOCore
import Synchronization

/// A connection between its set-up and its handling.
///
/// A server that stops drops the connections that it has just accepted, and a `NIOAsyncChannel` that is dropped unused stops the program.
/// This one is closed instead.
final class AcceptedChannel<Inbound: Sendable, Outbound: Sendable>: ServerChildChannelValue {
    private let wrapped: NIOAsyncChannel<Inbound, Outbound>
    private let isTaken = Atomic(false)

    var channel: any Channel { wrapped.channel }

    /// Call it on the channel's event loop.
    init(wrappingSynchronously channel: any Channel) throws {
        wrapped = try NIOAsyncChannel(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }

    /// The connection, for whoever handles it to its end.
    func take() -> NIOAsyncChannel<Inbound, Outbound> {
        isTaken.store(true, ordering: .relaxed)
        return wrapped
    }

    deinit {
        if isTaken.load(ordering: .relaxed) { return }
        Task { [wrapped] in try? await wrapped.executeThenClose { _, _ in } }
    }
}
