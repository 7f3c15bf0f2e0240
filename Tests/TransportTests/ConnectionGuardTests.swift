import CloudFlowRuntime
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import CloudFlowServerTransport

/// Whom the server waits for when nothing moves on a connection.
struct ConnectionGuardTests {
    private let channel = EmbeddedChannel(handlers: [HalfClosing(), ConnectionGuard(limits: ServerLimits(), logger: .silent)])

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

    /// To close at once would reset the connection under a client that is still sending, and it would not read the answer.
    @Test
    func answerThatOvertakesItsRequestIsLeftTimeToArrive() throws {
        try receive(.head(head), .body(ByteBuffer(string: "many")))
        try answer(.head(HTTPResponseHead(version: .http1_1, status: .payloadTooLarge)), .end(nil))
        try receive(.body(ByteBuffer(string: "more")), .end(nil), .head(head), .end(nil))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    /// The service reads a body, or passes it over; of what follows the last answer it gets nothing.
    @Test
    func nothingIsPassedOnAfterTheLastAnswer() throws {
        try receive(.head(head), .body(ByteBuffer(string: "many")))
        try answer(.head(HTTPResponseHead(version: .http1_1, status: .payloadTooLarge)), .end(nil))
        #expect(try channel.readInbound(as: HTTPServerRequestPart.self) == .head(head))
        #expect(try channel.readInbound(as: HTTPServerRequestPart.self) == .body(ByteBuffer(string: "many")))
        try receive(.body(ByteBuffer(string: "more")), .end(nil), .head(head), .end(nil))
        #expect(try channel.readInbound(as: HTTPServerRequestPart.self) == nil)
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

/// Closes the sending half alone when it is told to, which `EmbeddedChannel` can't.
private final class HalfClosing: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .all { context.close(promise: promise) } else { promise?.succeed() }
    }
}
