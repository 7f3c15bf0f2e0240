import NIOCore
import NIOPosix
import NIOSSL

@testable import CloudFlowServerTransport

/// A server that says exactly what a test wants, be it HTTP or not.
struct RawServer: Sendable {
    let port: Int
    var url: String { "http://127.0.0.1:\(port)" }

    /// A connection to the server.
    struct Connection {
        var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        private var received = ""

        init(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
            self.inbound = inbound.makeAsyncIterator()
            self.outbound = outbound
        }

        /// Reads up to the end of a request's header; nil when the client goes.
        mutating func head() async throws -> String? {
            while true {
                if let end = received.firstRange(of: "\r\n\r\n") {
                    defer { received = String(received[end.upperBound...]) }
                    return String(received[..<end.lowerBound])
                }
                guard let bytes = try await inbound.next() else { return nil }
                received += String(buffer: bytes)
            }
        }

        /// Reads on until the client closes the connection.
        mutating func untilClosed() async throws {
            while try await inbound.next() != nil {}
        }

        func send(_ text: String) async throws {
            try await outbound.write(ByteBuffer(string: text))
        }
    }

    /// Takes connections while `body` runs. Each is closed when `script` returns.
    static func run<Value: Sendable>(
        tls: NIOSSLContext? = nil,
        _ script: @escaping @Sendable (inout Connection) async throws -> Void,
        _ body: @Sendable (RawServer) async throws -> Value
    ) async throws -> Value {
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    return try AcceptedChannel<ByteBuffer, ByteBuffer>(wrappingSynchronously: channel)
                }
            }
        let port = listener.channel.localAddress?.port ?? 0
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await listener.executeThenClose { connections in
                    await withDiscardingTaskGroup { group in
                        do {
                            for try await connection in connections {
                                group.addTask {
                                    try? await connection.take().executeThenClose { inbound, outbound in
                                        var connection = Connection(inbound, outbound)
                                        try await script(&connection)
                                    }
                                }
                            }
                        } catch {}
                    }
                }
            }
            defer { group.cancelAll() }
            return try await body(RawServer(port: port))
        }
    }
}
