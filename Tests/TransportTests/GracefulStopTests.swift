import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowServerTransport
import HTTPTypes
import Logging
import ServiceLifecycle
import Testing

/// A server that is told to stop.
@Suite(.timeLimit(.minutes(10)))
struct GracefulStopTests {
    @Test
    func requestUnderWayIsAnsweredAndNoNewOneIsTaken() async throws {
        let arrived = Gate()
        let finish = Gate()
        let route = ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in
            arrived.open()
            await finish.wait()
            return Note(id: call.id, text: "finished")
        }
        try await stoppable(Router([route])) { address, stop in
            try await RawClient.connected(to: address.port) { client in
                try await client.send("GET /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n")
                await arrived.wait()
                stop()
                try await untilRefused(address)
                finish.open()
                let response = try await client.response()
                #expect(response?.body == #"{"id":"1","text":"finished"}"#)
                #expect(response?.fields["connection"] == "close")
                let rest = try await client.rest()
                #expect(rest == "")
            }
        }
    }

    @Test
    func requestsInLineAreAnsweredToo() async throws {
        let arrived = Gate()
        let finish = Gate()
        let route = ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in
            arrived.open()
            await finish.wait()
            return Note(id: call.id, text: "finished")
        }
        try await stoppable(Router([route])) { address, stop in
            try await RawClient.connected(to: address.port) { client in
                try await client.send("GET /notes/1 HTTP/1.1\r\nHost: a\r\n\r\nGET /notes/2 HTTP/1.1\r\nHost: a\r\n\r\n")
                await arrived.wait()
                stop()
                try await untilRefused(address)
                finish.open()
                #expect(try await client.response()?.fields["connection"] == nil)
                #expect(try await client.response()?.fields["connection"] == "close")
            }
        }
    }

    @Test
    func openSocketsAreClosedWith1001() async throws {
        try await stoppable(Router([.echo()])) { address, stop in
            let client = SocketClient(client: APIClient(url: address.url, transport: AsyncHTTPTransport()), transport: WebSocketTransport())
            let sockets = try await [client.open(), client.open(), client.open()]
            for socket in sockets { try await socket.send(Note(id: "1", text: "last")) }
            stop()
            for socket in sockets {
                #expect(await ending(of: socket.connection) == SocketClosure(.goingAway, "the server stops", by: .there))
            }
        }
    }

    @Test
    func socketThatDoesNotAnswerDoesNotHoldTheServer() async throws {
        try await stoppable(Router([.echo(limits: SocketLimits(closeTimeout: .milliseconds(30)))])) { address, stop in
            try await RawClient.connected(to: address.port) { client in
                _ = try await client.open()
                stop()
                #expect(try await client.frame()?.code == .goingAway)
                #expect(try await client.frame() == nil)
            }
        }
    }

    @Test
    func idleConnectionIsClosed() async throws {
        try await stoppable(Router([])) { address, stop in
            try await RawClient.connected(to: address.port) { client in
                try await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await client.response()?.status == 404)
                stop()
                let rest = try await client.rest()
                #expect(rest == "")
            }
        }
    }

    @Test
    func cancellationEndsTheServerWithItsRequests() async throws {
        let arrived = Gate()
        let route = ServerRoute("GET", "/", operationID: "wait") { _ in
            arrived.open()
            await Gate().wait()
            return APIResponse(HTTPResponse(status: .ok))
        }
        let (addresses, continuation) = AsyncStream.makeStream(of: ListeningAddress.self)
        let server = HummingbirdTransport(port: 0, logger: .silent) { continuation.yield($0) }
        let serving = Task { try await server.serve(Router([route])) }
        let address = try #require(await addresses.first { _ in true })
        try await RawClient.connected(to: address.port) { client in
            try await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            await arrived.wait()
            serving.cancel()
            _ = await serving.result
        }
        try await untilRefused(address)
    }

    @Test
    func portThatIsTakenIsAnError() async throws {
        try await listening(Router([])) { address in
            let second = HummingbirdTransport(port: address.port, logger: .silent) { _ in Issue.record("it listens") }
            await #expect(throws: (any Error).self) { try await second.serve(Router([])) }
        }
    }

    @Test
    func addressTellsTheURL() {
        #expect(ListeningAddress(host: "127.0.0.1", port: 80).url == "http://127.0.0.1:80")
        #expect(ListeningAddress(host: "::1", port: 80).url == "http://[::1]:80")
    }

    @Test
    func addressOfIPv6IsServed() async throws {
        let routes = [ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in Note(id: call.id, text: "6") }]
        let note = try await listening(
            Router(routes),
            over: { HummingbirdTransport(host: "::1", port: 0, logger: .silent, onListening: $0) }
        ) { address in try await APIClient(url: address.url, transport: AsyncHTTPTransport()).send(GetNote(id: "1")) }
        #expect(note.text == "6")
    }

    /// Runs a server in a service group, and waits until it has stopped: a test ends only if it does.
    private func stoppable(
        _ router: Router,
        _ body: @Sendable @escaping (ListeningAddress, _ stop: @Sendable @escaping () -> Void) async throws -> Void
    ) async throws {
        let (addresses, continuation) = AsyncStream.makeStream(of: ListeningAddress.self)
        let server = HummingbirdTransport(port: 0, logger: .silent) { continuation.yield($0) }
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [HTTPService(router, over: server)], logger: .silent)
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            let address = try #require(await addresses.first { _ in true })
            try await body(address) { Task { await services.triggerGracefulShutdown() } }
            try await group.waitForAll()
        }
    }

    private func untilRefused(_ address: ListeningAddress) async throws {
        while (try? await RawClient.connected(to: address.port, { _ in })) != nil { try await Task.sleep(for: .milliseconds(5)) }
    }
}
