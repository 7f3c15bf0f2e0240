import CloudFlowRuntime
import CloudFlowServerTransport
import Synchronization
import Testing

/// What the server makes of a websocket client that keeps to RFC 6455, and of one that doesn't.
@Suite(.timeLimit(.minutes(10)))
struct SocketProtocolTests {
    private typealias Frame = RawClient.Frame

    @Test
    func messageOfOneByteFramesIsPutTogether() async throws {
        try await connected { client in
            let text = Array("häuslich".utf8)
            for (index, byte) in text.enumerated() {
                try await client.send((index == 0 ? 0x01 : 0x00) | (index == text.count - 1 ? 0x80 : 0), [byte])
                try await client.send(Frame.ping, [UInt8(index)])
            }
            for index in text.indices { #expect(try await client.frame() == Frame(first: Frame.pong, payload: [UInt8(index)])) }
            #expect(try await client.frame() == Frame(first: Frame.text, payload: text))
        }
    }

    @Test
    func bytesThatComeOneByOneAreAMessage() async throws {
        try await connected { client in
            for byte in RawClient.frame(Frame.text, Array("slow".utf8)) { try await client.send([byte]) }
            #expect(try await client.frame() == Frame(first: Frame.text, payload: Array("slow".utf8)))
        }
    }

    @Test
    func messageRightBehindTheHandshakeIsNotLost() async throws {
        try await listening(Router([.echo()])) { address in
            try await RawClient.connected(to: address.port) { client in
                try await client.send(Array(RawClient.handshake.utf8) + RawClient.frame(Frame.text, [0x61]))
                #expect(try await client.response()?.status == 101)
                #expect(try await client.frame() == Frame(first: Frame.text, payload: [0x61]))
            }
        }
    }

    @Test(
        arguments: [
            ([0xC1, 0x80, 1, 2, 3, 4], 1002), ([0x91, 0x80, 1, 2, 3, 4], 1002),  // reserved bits
            ([0x83, 0x80, 1, 2, 3, 4], 1002), ([0x8B, 0x80, 1, 2, 3, 4], 1002),  // reserved opcodes
            ([0x81, 0x01, 0x61], 1002),  // without a mask
            ([0x80, 0x80, 1, 2, 3, 4], 1002),  // the end of nothing
            ([0x01, 0x80, 1, 2, 3, 4, 0x81, 0x80, 1, 2, 3, 4], 1002),  // a message in a message
            ([0x09, 0x80, 1, 2, 3, 4], 1002),  // a ping in fragments
            ([0x89, 0xFE, 0x00, 0x7E, 1, 2, 3, 4], 1002),  // a ping of 126 bytes
            ([0x88, 0x81, 0, 0, 0, 0, 0x03], 1002),  // half a code
            ([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xED], 1002),  // 1005, which is never sent
            ([0x88, 0x82, 0, 0, 0, 0, 0x00, 0x00], 1002),  // 0
            ([0x88, 0x83, 0, 0, 0, 0, 0x03, 0xE8, 0xFF], 1007),  // a reason that is not UTF-8
            ([0x81, 0x81, 0, 0, 0, 0, 0xFF], 1007),
            ([0x01, 0x81, 0, 0, 0, 0, 0xFF], 1007),  // known wrong before the message ends
            ([0x81, 0xFF, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0], 1009),  // 64 KiB + 1, announced
            ([0x81, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0], 1009),
        ] as [([UInt8], UInt16)]
    )
    func violationHasItsCloseCode(_ bytes: [UInt8], _ code: UInt16) async throws {
        try await connected { client in
            try await client.send(bytes)
            #expect(try await client.frame()?.code == SocketCloseCode(rawValue: code))
            #expect(try await client.frame() == nil)
        }
    }

    @Test(arguments: [[], [0x61]] as [[UInt8]])
    func fragmentsWithoutEndEndWith1009(_ fragment: [UInt8]) async throws {
        try await connected(limits: SocketLimits(message: 1000)) { client in
            try await client.send(0x01, fragment)
            for _ in 0..<1000 { try await client.send(0x00, fragment) }
            #expect(try await client.frame()?.code == .tooBig)
        }
    }

    @Test
    func closeIsAnsweredWithItsCode() async throws {
        try await connected { client in
            try await client.send(Frame.close, [0x0F, 0xA0] + Array("bye".utf8))
            let answer = try await client.frame()
            #expect(answer?.code == SocketCloseCode(rawValue: 4000))
            #expect(try await client.frame() == nil)
        }
        try await connected { client in
            try await client.send(Frame.close)
            #expect(try await client.frame() == Frame(first: Frame.close, payload: []))
            #expect(try await client.frame() == nil)
        }
    }

    @Test
    func pingsThatNobodyReadsDoNotPileUp() async throws {
        let (closures, continuation) = AsyncStream.makeStream(of: SocketClosure?.self)
        try await connected(.chat { continuation.yield(await ending(of: $0)) }) { client in
            let pings = Array((0..<1_000).map { _ in RawClient.frame(Frame.ping, Array(repeating: 0x61, count: 125)) }.joined())
            for _ in 0..<100 { try await client.send(pings) }
            // The connection lives, and the last ping has its answer.
            try await client.send(Frame.ping, [0x62])
            while let frame = try await client.frame(), frame.payload != [0x62] {}
            try await client.send(Frame.close, [0x03, 0xE8])
            while let frame = try await client.frame(), frame.first != Frame.close {}
            #expect(await closures.first { _ in true } == SocketClosure(.normal, by: .there))
        }
    }

    // MARK: Peers that are gone

    @Test
    func silentPeerIsPingedAndThenLost() async throws {
        let (closures, continuation) = AsyncStream.makeStream(of: SocketClosure?.self)
        let limits = SocketLimits(pingInterval: .milliseconds(20), pongTimeout: .milliseconds(20))
        try await connected(.chat(limits: limits) { continuation.yield(await ending(of: $0)) }) { client in
            let ping = try await client.frame()
            #expect(ping == Frame(first: Frame.ping, payload: []))
            #expect(await closures.first { _ in true } == .lost("the peer did not answer a ping"))
            #expect(try await client.frame() == nil)
        }
    }

    @Test
    func peerThatAnswersPingsStays() async throws {
        let limits = SocketLimits(pingInterval: .milliseconds(10), pongTimeout: .seconds(30))
        try await connected(.echo(limits: limits)) { client in
            #expect(try await client.frame()?.first == Frame.ping)
            try await client.send(Frame.pong)
            try await client.send(Frame.text, [0x61])
            #expect(try await client.frame() == Frame(first: Frame.text, payload: [0x61]))
        }
    }

    @Test
    func peerThatIsMadeToWaitIsNotTakenForDead() async throws {
        let go = Gate()
        let limits = SocketLimits(pingInterval: .milliseconds(20), pongTimeout: .seconds(2))
        let (outcomes, continuation) = AsyncStream.makeStream(of: (Int, SocketClosure?).self)
        let route = ServerRoute.chat(limits: limits) { connection in
            await go.wait()
            var count = 0
            do {
                for try await message in connection {
                    count += message.bytes.count
                    if count == 64 * 60_000 { break }
                }
            } catch {}
            continuation.yield((count, connection.closure))
        }
        try await Wire.loopback.opening(route) { client in
            let connection = try await client.open().connection
            async let sending: Void = { for _ in 0..<64 { try await connection.send(.binary(Array(repeating: 0, count: 60_000))) } }()
            try await Task.sleep(for: .seconds(3))
            go.open()
            let (count, closure) = try #require(await outcomes.first { _ in true })
            #expect(count == 64 * 60_000)
            #expect(closure == nil)
            try await sending
        }
    }

    @Test(arguments: [true, false])
    func peerThatGoesWithoutAWordIsLost(_ isHalf: Bool) async throws {
        let (closures, continuation) = AsyncStream.makeStream(of: SocketClosure?.self)
        let route = ServerRoute.chat { continuation.yield(await ending(of: $0)) }
        try await listening(Router([route])) { address in
            try await RawClient.connected(to: address.port) { client in
                _ = try await client.open()
                guard isHalf else { return }
                client.finish()
                #expect(await closures.first { _ in true }??.code == .lost)
            }
            if !isHalf { #expect(await closures.first { _ in true }??.code == .lost) }
        }
    }

    @Test
    func closeThatIsNotAnsweredEndsInTime() async throws {
        let (closures, continuation) = AsyncStream.makeStream(of: SocketClosure?.self)
        let route = ServerRoute.chat(limits: SocketLimits(closeTimeout: .milliseconds(20))) { connection in
            await connection.close(.policyViolation, reason: "enough")
            continuation.yield(connection.closure)
        }
        try await connected(route) { client in
            let close = try await client.frame()
            #expect(close?.code == .policyViolation)
            #expect(try await client.frame() == nil)
            #expect(await closures.first { _ in true } == SocketClosure(.policyViolation, "enough", by: .here))
        }
    }

    private func connected(
        limits: SocketLimits = SocketLimits(),
        _ body: @Sendable (inout RawClient) async throws -> Void
    ) async throws {
        try await connected(.echo(limits: limits), body)
    }

    private func connected(_ route: ServerRoute, _ body: @Sendable (inout RawClient) async throws -> Void) async throws {
        try await listening(Router([route])) { address in
            try await RawClient.connected(to: address.port) { client in
                #expect(try await client.open()?.status == 101)
                try await body(&client)
            }
        }
    }
}
