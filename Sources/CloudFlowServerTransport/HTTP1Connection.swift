import CloudFlowRuntime
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Sets up the channel of a connection that speaks HTTP/1.1.
///
/// Whatever takes a connection over for another protocol stands between the decoder and `IdleStateHandler`.
struct HTTP1Connection: ServerChildChannel, HTTPChannelHandler {
    let responder: HTTPChannelHandler.Responder
    let limits: ServerLimits
    let idleTimeout: TimeAmount

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AcceptedChannel<HTTPRequestPart, HTTPResponsePart>> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(HTTPResponseEncoder(configuration: encoding))
            try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: decoding)))
            try pipeline.addHandler(IdleStateHandler(allTimeout: idleTimeout))
            try pipeline.addHandler(ConnectionGuard(limits: limits, logger: logger))
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            return try AcceptedChannel(wrappingSynchronously: channel)
        }
    }

    func handle(value: AcceptedChannel<HTTPRequestPart, HTTPResponsePart>, logger: Logger) async {
        await handleHTTP(asyncChannel: value.take(), logger: logger)
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
        decoding.maxHeaderFieldSize = limits.header * 2
        decoding.maxHeaderListSize = limits.header * 2
        return decoding
    }
}
