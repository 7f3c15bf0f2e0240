import CloudFlowRuntime
import Dispatch
import HTTPTypes
import Testing

/// What a websocket does, in memory and over loopback alike.
@Suite(.timeLimit(.minutes(10)))
struct SocketTests {
    @Test(arguments: Wire.allCases)
    func messagesComeBackInOrder(_ wire: Wire) async throws {
        try await wire.opening(.echo()) { client in
            let socket = try await client.open()
            let notes = (0..<500).map { Note(id: "\($0)", text: String(repeating: "é", count: $0)) }
            async let sending: Void = { for note in notes { try await socket.send(note) } }()
            var received: [Note] = []
            for try await note in socket {
                received.append(note)
                if received.count == notes.count { break }
            }
            try await sending
            #expect(received == notes)
            await socket.close()
            #expect(socket.closure == SocketClosure(.normal, by: .here))
        }
    }

    @Test(arguments: Wire.allCases)
    func bothEndsLearnTheSubprotocolAndTheRequest(_ wire: Wire) async throws {
        let route = ServerRoute(OpenChat.self, below: "/") { (call) async throws(NoteFailure) in
            SocketUpgrade(serving: OpenChat.self) { socket in
                try await socket.send(Note(id: call.room ?? "", text: socket.connection.subprotocol ?? ""))
            }
        }
        try await wire.opening(route) { client in
            let socket = try await client.open(OpenChat(room: "kitchen"))
            #expect(socket.connection.subprotocol == "notes.v2")
            var notes = socket.makeAsyncIterator()
            #expect(try await notes.next() == Note(id: "kitchen", text: "notes.v2"))
            #expect(try await notes.next() == nil)
            #expect(socket.closure == SocketClosure(.normal, by: .there))
        }
    }

    @Test(arguments: Wire.allCases, [0, 1, 125, 126, 65_535, 65_536])
    func messageOfAnySizeArrivesWhole(_ wire: Wire, _ size: Int) async throws {
        try await wire.opening(.echo()) { client in
            let connection = try await client.open().connection
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            var messages = connection.makeAsyncIterator()
            try await connection.send(.binary(bytes))
            #expect(try await messages.next() == .binary(bytes))
            let text = SocketMessage.text(String(repeating: "a", count: size))
            try await connection.send(text)
            #expect(try await messages.next() == text)
        }
    }

    @Test(arguments: Wire.allCases)
    func messagesOfTwoThreadsKeepTheOrderInWhichTheyAreSent(_ wire: Wire) async throws {
        let route = ServerRoute(OpenChat.self, below: "/") { (_) async throws(NoteFailure) in
            SocketUpgrade { $0.start(TwoThreadedEcho($0)) }
        }
        try await wire.opening(route) { client in
            let connection = try await client.open().connection
            var messages = connection.makeAsyncIterator()
            for number in 0..<20 {
                try await connection.send(.text("\(number)"))
                #expect(try await messages.next() == .text("\(number) of another thread"))
                #expect(try await messages.next() == .text("\(number) of the connection's own"))
            }
        }
    }

    // MARK: Closing

    @Test(arguments: Wire.allCases, [1000, 1001, 1008, 4401, 4999] as [UInt16])
    func codeAndReasonOfTheServerArrive(_ wire: Wire, _ code: UInt16) async throws {
        let code = SocketCloseCode(rawValue: code)
        try await wire.opening(.chat { await $0.close(code, reason: "that is äll") }) { client in
            let socket = try await client.open()
            let closure = SocketClosure(code, "that is äll", by: .there)
            do throws(SocketClosure) {
                for try await _ in socket {}
                #expect(code == .normal)
            } catch {
                #expect(error == closure)
            }
            #expect(socket.closure == closure)
            await #expect(throws: SocketSendFailure.self) { try await socket.send(Note(id: "", text: "")) }
        }
    }

    @Test(arguments: Wire.allCases)
    func codeAndReasonOfTheClientArriveBehindItsMessages(_ wire: Wire) async throws {
        let (closures, continuation) = AsyncStream.makeStream(of: (Int, SocketClosure?).self)
        let route = ServerRoute.chat { connection in
            var count = 0
            do { for try await _ in connection { count += 1 } } catch {}
            continuation.yield((count, connection.closure))
        }
        try await wire.opening(route) { client in
            let socket = try await client.open()
            for _ in 0..<100 { try await socket.send(Note(id: "1", text: "")) }
            let long = String(repeating: "ü", count: 100)
            await socket.close(SocketCloseCode(rawValue: 4000), reason: long)
            let (count, closure) = try #require(await closures.first { _ in true })
            #expect(count == 100)
            #expect(closure == SocketClosure(SocketCloseCode(rawValue: 4000), String(long.prefix(61)), by: .there))
        }
    }

    @Test(arguments: Wire.allCases)
    func serviceThatFailsClosesWith1011(_ wire: Wire) async throws {
        try await wire.opening(.chat { _ in throw CancellationError() }) { client in
            let closure = await ending(of: try await client.open().connection)
            #expect(closure?.code == .internalError)
        }
    }

    @Test(arguments: Wire.allCases)
    func connectionThatNobodyHoldsIsClosed(_ wire: Wire) async throws {
        let (closures, continuation) = AsyncStream.makeStream(of: SocketClosure?.self)
        try await wire.opening(.chat { continuation.yield(await ending(of: $0)) }) { client in
            _ = try await client.open()
            let closure = await closures.first { _ in true }
            #expect(closure == SocketClosure(.goingAway, by: .there))
        }
    }

    @Test(arguments: Wire.allCases)
    func readerIsLetGoWhenItsTaskIsCancelled(_ wire: Wire) async throws {
        try await wire.opening(.echo()) { client in
            let socket = try await client.open()
            let reading = Task { for try await _ in socket {} }
            await Task.yield()
            reading.cancel()
            try await reading.value
            #expect(socket.closure == nil)
        }
    }

    // MARK: What is not taken

    @Test(arguments: Wire.allCases)
    func malformedMessageEndsWith1008(_ wire: Wire) async throws {
        let (outcomes, continuation) = AsyncStream.makeStream(of: SocketClosure?.self)
        let route = ServerRoute(OpenChat.self, below: "/") { (_) async throws(NoteFailure) in
            SocketUpgrade(serving: OpenChat.self) { socket in
                do throws(SocketClosure) {
                    for try await _ in socket {}
                } catch {
                    continuation.yield(error)
                }
            }
        }
        try await wire.opening(route) { client in
            let connection = try await client.open().connection
            try await connection.send(.text(#"{"id": "s3cret"}"#))
            let closure = await ending(of: connection)
            #expect(closure?.code == .policyViolation)
            #expect(closure?.side == .there)
            #expect(closure?.reason == "a message is malformed at /text, byte 0: 'text' is missing")
            let theirs = await outcomes.first { _ in true }
            #expect(theirs??.code == .policyViolation)
            #expect(theirs??.side == .here)
        }
    }

    @Test(arguments: Wire.allCases)
    func binaryMessageEndsWith1003WhereJSONIsExpected(_ wire: Wire) async throws {
        try await wire.opening(.chat { try await $0.send(.binary([1])) }) { client in
            let socket = try await client.open()
            await #expect(throws: SocketClosure(.unsupportedData, "a message is binary; messages are JSON texts", by: .here)) {
                for try await _ in socket {}
            }
        }
    }

    @Test(arguments: Wire.allCases)
    func messageOverTheLimitEndsWith1009(_ wire: Wire) async throws {
        try await wire.opening(.echo(limits: SocketLimits(message: 64 << 10))) { client in
            let connection = try await client.open(limits: SocketLimits(message: 1 << 20)).connection
            try await connection.send(.binary(Array(repeating: 0, count: 64 << 10 + 1)))
            #expect(await ending(of: connection)?.code == .tooBig)
        }
    }

    @Test(arguments: Wire.allCases)
    func messageOverTheLimitIsNotSent(_ wire: Wire) async throws {
        try await wire.opening(.echo()) { client in
            let connection = try await client.open(limits: SocketLimits(message: 10)).connection
            await #expect(throws: SocketSendFailure.self) { try await connection.send(.text("12345678901")) }
            try await connection.send(.text("1234567890"))
            var messages = connection.makeAsyncIterator()
            #expect(try await messages.next()?.text == "1234567890")
        }
    }

    @Test(
        arguments: Wire.allCases,
        [[0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x61, 0xE2, 0x82]] as [[UInt8]]
    )
    func textThatIsNotUTF8EndsWith1007(_ wire: Wire, _ bytes: [UInt8]) async throws {
        try await wire.opening(.echo()) { client in
            let connection = try await client.open().connection
            try await connection.send(SocketMessage(.text, bytes))
            #expect(await ending(of: connection)?.code == .invalidText)
        }
    }
}

/// Answers each message twice: from a thread that is not the connection's, and from the connection's own when that is done.
private final class TwoThreadedEcho: SocketHandler {
    private let channel: any SocketChannel

    init(_ channel: any SocketChannel) {
        self.channel = channel
    }

    func received(_ message: SocketMessage) {
        let text = String(decoding: message.bytes, as: UTF8.self)
        let isSent = DispatchSemaphore(value: 0)
        DispatchQueue.global().async { [channel] in
            channel.send(.text("\(text) of another thread"))
            isSent.signal()
        }
        isSent.wait()
        channel.send(.text("\(text) of the connection's own"))
    }

    func drained() {}
    func closed(_ closure: SocketClosure) {}
}
