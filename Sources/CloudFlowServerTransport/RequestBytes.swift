import HummingbirdCore
import NIOCore

/// The bytes of a request's body as they come in. The first read tells the connection that the body is wanted.
struct RequestBytes: AsyncSequence, Sendable {
    let body: RequestBody
    let channel: any Channel

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: body.makeAsyncIterator(), channel: channel)
    }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: RequestBody.AsyncIterator
        var channel: (any Channel)?

        mutating func next() async throws -> [UInt8]? {
            if let waiting = channel {
                waiting.triggerUserOutboundEvent(BodyIsWanted(), promise: nil)
                channel = nil
            }
            return try await chunks.next().map { Array(buffer: $0) }
        }
    }
}

/// Goes down a channel when the service begins to read a request's body.
struct BodyIsWanted: Sendable {}
