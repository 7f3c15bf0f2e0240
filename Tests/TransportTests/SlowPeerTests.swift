import CloudFlowRuntime
import Synchronization
import Testing

/// What a websocket does when its peer takes messages in slowly, in memory and over loopback alike.
@Suite(.timeLimit(.minutes(10)))
struct SlowPeerTests {
    @Test(arguments: Wire.allCases)
    func sendWaitsForASlowPeer(_ wire: Wire) async throws {
        let go = Gate()
        let route = ServerRoute.chat { connection in
            await go.wait()
            for try await message in connection { try await connection.send(message) }
        }
        try await wire.opening(route) { client in
            let connection = try await client.open().connection
            let sent = Atomic(0)
            let message = SocketMessage.binary(Array(repeating: 1, count: 60_000))
            async let sending: Void = {
                for _ in 0..<1_000 {
                    try await connection.send(message)
                    sent.add(1, ordering: .relaxed)
                }
            }()
            // 60 MB are more than all buffers on the way hold: the sending comes to a halt.
            var before = -1
            while sent.load(ordering: .relaxed) != before || before == 0 {
                before = sent.load(ordering: .relaxed)
                try await Task.sleep(for: .milliseconds(200))
            }
            #expect(before < 1_000)
            go.open()
            var count = 0
            for try await _ in connection {
                count += 1
                if count == 1_000 { break }
            }
            try await sending
            #expect(count == 1_000)
        }
    }

    @Test(arguments: Wire.allCases)
    func waitingSenderIsLetGo(_ wire: Wire) async throws {
        try await wire.opening(.chat { _ in await Gate().wait() }) { client in
            let connection = try await client.open().connection
            let sending = Task { while true { try await connection.send(.binary(Array(repeating: 1, count: 60_000))) } }
            try await Task.sleep(for: .milliseconds(100))
            sending.cancel()
            await #expect(throws: SocketSendFailure.self) { try await sending.value }
            #expect(connection.closure == nil)
        }
    }

    @Test(arguments: Wire.allCases)
    func slowConsumerIsClosedWith4408(_ wire: Wire) async throws {
        let route = ServerRoute(OpenChat.self, below: "/") { (_) async throws(NoteFailure) in
            SocketUpgrade { channel in
                channel.start(Silence())
                let message = SocketMessage.binary(Array(repeating: 1, count: 60_000))
                while channel.send(message) {}
            }
        }
        try await wire.opening(route) { client in
            let connection = try await client.open().connection
            #expect(await ending(of: connection) == SocketClosure(.slowConsumer, "messages are taken in too slowly", by: .there))
        }
    }
}

/// A handler that does nothing.
private final class Silence: SocketHandler {
    func received(_ message: SocketMessage) {}
    func drained() {}
    func closed(_ closure: SocketClosure) {}
}
