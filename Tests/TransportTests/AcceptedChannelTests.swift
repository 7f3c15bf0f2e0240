import NIOCore
import NIOEmbedded
import Testing

@testable import CloudFlowServerTransport

struct AcceptedChannelTests {
    @Test(.timeLimit(.minutes(10)))
    func droppedConnectionIsClosed() async throws {
        let channel = NIOAsyncTestingChannel()
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1))
        try await channel.testingEventLoop.submit {
            _ = try AcceptedChannel<ByteBuffer, ByteBuffer>(wrappingSynchronously: channel)
        }.get()
        try await channel.closeFuture.get()
        #expect(!channel.isActive)
    }
}
