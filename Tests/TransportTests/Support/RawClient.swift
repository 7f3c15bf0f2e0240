import NIOCore
import NIOPosix

/// A client that sends exactly what a test wants, and reads responses by the letter.
struct RawClient {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var received = ByteBuffer()

    struct Response: Sendable {
        var status: Int
        /// The names in lower case.
        var fields: [String: String] = [:]
        var body = ""
    }

    /// Connects to a port of the loopback interface, and closes the connection after `body`.
    static func connected<Value>(to port: Int, _ body: (inout RawClient) async throws -> Value) async throws -> Value {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true)
                    )
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var client = RawClient(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&client)
        }
    }

    func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// Closes the sending half of the connection.
    func finish() { outbound.finish() }

    /// Reads one response; nil when the server closes the connection before it.
    mutating func response(hasBody: Bool = true) async throws -> Response? {
        guard let head = try await text(before: "\r\n\r\n") else { return nil }
        let lines = head.split(separator: "\r\n")
        var response = Response(status: Int(lines[0].split(separator: " ")[1]) ?? 0)
        for line in lines.dropFirst() {
            let name = line.prefix { $0 != ":" }
            response.fields[name.lowercased()] = String(line.dropFirst(name.count + 1).drop { $0 == " " })
        }
        guard hasBody, response.status >= 200 else { return response }
        if response.fields["transfer-encoding"] == "chunked" {
            while let size = try await text(before: "\r\n"), let length = Int(size, radix: 16) {
                response.body += try await text(length)
                _ = try await text(before: "\r\n")
                if length == 0 { break }
            }
        } else if let length = response.fields["content-length"].flatMap({ Int($0) }) {
            response.body = try await text(length)
        } else {
            response.body = try await rest()
        }
        return response
    }

    /// Everything up to the end of the connection, which a server may well reset after its last word.
    mutating func rest() async throws -> String {
        do {
            while try await receive() {}
        } catch is IOError {}
        return received.readString(length: received.readableBytes) ?? ""
    }

    /// Reads so many bytes; nil when the connection ends before, be it by a reset.
    mutating func bytes(_ count: Int) async throws -> [UInt8]? {
        do {
            while received.readableBytes < count {
                guard try await receive() else { return nil }
            }
        } catch is IOError {
            return nil
        }
        return received.readBytes(length: count)
    }

    private mutating func text(before mark: String) async throws -> String? {
        while true {
            if let end = received.readableBytesView.firstRange(of: Array(mark.utf8)) {
                let text = received.readString(length: end.lowerBound - received.readerIndex)
                received.moveReaderIndex(forwardBy: mark.utf8.count)
                return text
            }
            guard try await receive() else { return nil }
        }
    }

    private mutating func text(_ length: Int) async throws -> String {
        while received.readableBytes < length, try await receive() {}
        return received.readString(length: Swift.min(length, received.readableBytes)) ?? ""
    }

    private mutating func receive() async throws -> Bool {
        guard var bytes = try await inbound.next() else { return false }
        received.writeBuffer(&bytes)
        return true
    }
}
