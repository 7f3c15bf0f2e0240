import CloudFlowRuntime
import HummingbirdCore
import NIOCore

extension ResponseBody {
    /// Writes a body to a connection, a stream of it no faster than the connection takes it.
    init(_ body: Body, over channel: any Channel) {
        self.init(body) { try await channel.eventLoop.submit {}.get() }
    }

    /// - Parameter confirm: returns when the event loop of the connection has got what was written.
    init(_ body: Body, confirm: @escaping @Sendable () async throws -> Void) {
        if let bytes = body.bytes {
            self.init(byteBuffer: ByteBuffer(bytes: bytes))
            return
        }
        self.init(contentLength: body.length) { writer in
            var due = body.length
            var unconfirmed = 0
            for try await chunk in body {
                due = due.map { $0 - chunk.count }
                if let due, due < 0 { throw WrongLength() }
                try await writer.write(ByteBuffer(bytes: chunk))
                unconfirmed += chunk.count
                guard unconfirmed >= 256 << 10 else { continue }
                // A write returns before the event loop has it, and so before the channel can say that it has enough.
                try await confirm()
                unconfirmed = 0
            }
            if let due, due > 0 { throw WrongLength() }
            try await writer.finish(nil)
        }
    }
}

/// A streamed body is not as long as it was said to be. The connection is closed: nothing else tells its client.
private struct WrongLength: Error {}
