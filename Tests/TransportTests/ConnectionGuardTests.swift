import CloudFlowRuntime
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import CloudFlowServerTransport

/// Whom the server waits for when nothing moves on a connection.
struct ConnectionGuardTests {
    private let channel = EmbeddedChannel(handler: ConnectionGuard(limits: ServerLimits(), logger: .silent))

    init() throws {
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    @Test
    func silentClientIsDropped() {
        idle()
        #expect(!channel.isActive)
    }

    @Test
    func silentClientIsDroppedAfterAnAnswer() throws {
        try receive(.head(head), .end(nil))
        try answer(.head(HTTPResponseHead(version: .http1_1, status: .ok)), .end(nil))
        #expect(channel.isActive)
        idle()
        #expect(!channel.isActive)
    }

    @Test
    func clientThatStopsInABodyIsDropped() throws {
        try receive(.head(head), .body(ByteBuffer(string: "{")))
        idle()
        #expect(!channel.isActive)
    }

    @Test
    func clientThatDoesNotReadItsAnswerIsDropped() throws {
        try receive(.head(head), .end(nil))
        try answer(.head(HTTPResponseHead(version: .http1_1, status: .ok)), .body(.byteBuffer(ByteBuffer(string: "many"))))
        channel.isWritable = false
        idle()
        #expect(!channel.isActive)
    }

    @Test
    func slowServiceIsWaitedFor() throws {
        try receive(.head(head), .end(nil))
        idle()
        #expect(channel.isActive)
        try answer(.head(HTTPResponseHead(version: .http1_1, status: .ok)))
        idle()
        #expect(channel.isActive)
    }

    @Test
    func stopWaitsForTheAnswerThatIsDue() throws {
        try receive(.head(head), .end(nil))
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(channel.isActive)
        try answer(.head(HTTPResponseHead(version: .http1_1, status: .ok)), .end(nil))
        let part = try channel.readOutbound(as: HTTPServerResponsePart.self)
        #expect(part == .head(HTTPResponseHead(version: .http1_1, status: .ok, headers: ["connection": "close"])))
    }

    @Test
    func stopClosesAConnectionWithoutRequests() {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(!channel.isActive)
    }

    /// Whoever writes late, after the last response, does not get through to the client.
    @Test
    func nothingIsWrittenWithoutARequest() throws {
        #expect(throws: ChannelError.self) { try answer(.head(HTTPResponseHead(version: .http1_1, status: .badRequest))) }
        #expect(try channel.readOutbound(as: HTTPServerResponsePart.self) == nil)
    }

    private let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: ["host": "a"])

    private func receive(_ parts: HTTPServerRequestPart...) throws {
        for part in parts { try channel.writeInbound(part) }
    }

    private func answer(_ parts: HTTPServerResponsePart...) throws {
        for part in parts { try channel.writeOutbound(part) }
    }

    private func idle() {
        channel.pipeline.fireUserInboundEventTriggered(IdleStateHandler.IdleStateEvent.all)
        channel.embeddedEventLoop.run()
    }
}
