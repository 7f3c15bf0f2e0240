import CloudFlowRuntime
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Sets up the channel of a connection that begins with HTTP/1.1, and may become a websocket with its first request.
struct HTTP1Connection: ServerChildChannel, HTTPChannelHandler {
    let responder: HTTPChannelHandler.Responder
    let router: Router
    let idleTimeout: TimeAmount
    let sockets: OpenSockets
    let logger: Logger

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AcceptedConnection> {
        channel.eventLoop.makeCompletedFuture {
            // A connection keeps the buffer of its first read: a handshake fits into one that is half of NIO's own.
            try channel.syncOptions?.setOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(minimum: 64, initial: 1024, maximum: 65_536)
            )
            let pipeline = channel.pipeline.syncOperations
            let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: decoding)
            try pipeline.addHandler(HTTPResponseEncoder(configuration: encoding))
            try pipeline.addHandler(ByteToMessageHandler(decoder))
            let destiny = channel.eventLoop.makePromise(of: AcceptedConnection.Destiny.self)
            try pipeline.addHandler(UpgradeGate(self, destiny: destiny))
            return AcceptedConnection(channel, destiny: destiny.futureResult)
        }
    }

    func handle(value: AcceptedConnection, logger: Logger) async {
        await withTaskCancellationHandler {
            switch await value.take() {
            case .http(let accepted): await handleHTTP(asyncChannel: accepted.take(), logger: logger)
            case .socket(nil):
                sockets.add(value.channel)
            case .socket(let task?):
                await withTaskCancellationHandler {
                    try? await value.channel.closeFuture.get()
                    await task.value
                } onCancel: {
                    task.cancel()
                }
            case .gone: break
            }
        } onCancel: {
            value.channel.close(promise: nil)
        }
    }

    /// Makes a channel behind its decoder one of HTTP/1.1. Call it on the channel's event loop.
    func speakHTTP(over channel: any Channel) throws -> AcceptedChannel<HTTPRequestPart, HTTPResponsePart> {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(IdleStateHandler(allTimeout: idleTimeout))
        try pipeline.addHandler(ConnectionGuard(limits: router.limits, logger: logger))
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
        return try AcceptedChannel(wrappingSynchronously: channel)
    }

    /// The responder frames its responses, since it alone knows which of them answer a HEAD.
    private var encoding: HTTPResponseEncoder.Configuration {
        var encoding = HTTPResponseEncoder.Configuration()
        encoding.automaticallySetFramingHeaders = false
        return encoding
    }

    /// The decoder lets twice the limit through, so that `ConnectionGuard` can tell a long URI from a long header.
    private var decoding: NIOHTTPDecoderLimitConfiguration {
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = router.limits.header * 2
        decoding.maxHeaderListSize = router.limits.header * 2
        return decoding
    }
}
