import CloudFlowClientTransport
import CloudFlowRuntime
import HTTPTypes
import NIOCore
import NIOPosix
import Testing

/// Servers that break HTTP, or break off.
@Suite(.timeLimit(.minutes(10)))
struct BrokenServerTests {
    @Test
    func refusedConnectionWasNeverUsed() async throws {
        let failure = try await RawServer.run({ try await $0.untilClosed() }) { server in
            // The port of a client's end: it is taken, so that no server of another test gets it, and nobody listens on it.
            let taken = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "127.0.0.1", port: server.port).get()
            let url = "http://127.0.0.1:\(try #require(taken.localAddress?.port))"
            let client = APIClient(url: url, transport: AsyncHTTPTransport(), options: CallOptions(retry: .never))
            let failure = try await client.failure(of: GetNote(id: "1", language: "s3cret"))
            try await taken.close()
            return try #require(failure.callFailure)
        }
        guard case .connection("connection refused") = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(failure.delivery == .never)
        #expect(!"\(failure)".contains("s3cret"))
    }

    @Test
    func unknownHostWasNeverReached() async throws {
        // A label of more than 63 letters is refused by the resolver itself: nothing leaves the machine.
        let host = String(repeating: "a", count: 70) + ".invalid"
        let client = APIClient(url: "http://\(host)", transport: AsyncHTTPTransport(), options: CallOptions(retry: .never))
        let failure = try #require(try await client.failure(of: GetNote(id: "1")).callFailure)
        guard case .connection(let problem) = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(failure.delivery == .never)
        #expect(problem.contains(host))
    }

    @Test(arguments: ["http://127.0.0.1:99999", "http://127.0.0.1:port", "http://[::1"])
    func urlThatNoClientTakesIsNeverSent(_ url: String) async throws {
        let client = APIClient(url: url, transport: AsyncHTTPTransport(), options: CallOptions(retry: .never))
        let failure = try #require(try await client.failure(of: GetNote(id: "1")).callFailure)
        #expect(failure.delivery == .never)
    }

    /// TLS is asked of a server that speaks none.
    @Test
    func failedHandshakeNeverSendsTheRequest() async throws {
        let plain: @Sendable (inout RawServer.Connection) async throws -> Void = { connection in
            try await connection.send("HTTP/1.1 400 Bad Request\r\n\r\n")
            try await connection.untilClosed()
        }
        let failure = try await RawServer.run(plain) { server in
            let client = APIClient(
                url: "https://127.0.0.1:\(server.port)",
                transport: AsyncHTTPTransport(),
                options: CallOptions(retry: .never)
            )
            return try #require(try await client.failure(of: GetNote(id: "1")).callFailure)
        }
        #expect(failure.delivery == .never)
        #expect("\(failure)".contains("TLS"))
    }

    /// The server takes the connection, and says nothing in the handshake.
    @Test
    func handshakeThatNeverEndsIsGivenUp() async throws {
        let transport = AsyncHTTPTransport(connectTimeout: .milliseconds(50))
        let failure = try await RawServer.run({ try await $0.untilClosed() }) { server in
            let client = APIClient(
                url: "https://127.0.0.1:\(server.port)",
                transport: transport,
                options: CallOptions(retry: .never)
            )
            return try #require(try await client.failure(of: GetNote(id: "1")).callFailure)
        }
        await transport.shutdown()
        #expect(failure.delivery == .never)
    }

    @Test(
        arguments: [
            "",
            "HTTP/1.1 200",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
            "SSH-2.0-OpenSSH_9.6\r\n",
            "HTTP/1.1 OK 200\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        ]
    )
    func noAnswerLeavesTheDeliveryOpen(_ answer: String) async throws {
        let failure = try await failure(answering: answer)
        guard case .connection = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(failure.delivery == .unknown)
    }

    @Test(
        arguments: [
            // A length that lies: too long.
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        ]
    )
    func answerThatBreaksOffIsNotTaken(_ answer: String) async throws {
        let failure = try await failure(answering: answer)
        guard case .connection("the answer broke off") = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(failure.delivery == .delivered)
        #expect(failure.response?.status == 200)
    }

    /// A length that lies: too short. The rest is no second answer.
    @Test
    func whatFollowsTheLengthIsNotRead() async throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n{\"id\":\"1\",\"text\":\"\"}"
        let failure = try await failure(answering: answer)
        guard case .unreadable(let error) = failure.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(error.kind == .unexpectedEnd)
    }

    @Test
    func endOfTheConnectionEndsABodyWithoutLength() async throws {
        let script: @Sendable (inout RawServer.Connection) async throws -> Void = { connection in
            _ = try await connection.head()
            try await connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"id\":\"1\",\"text\":\"to the end\"}")
        }
        let note = try await RawServer.run(script) { server in
            try await APIClient(url: server.url, transport: AsyncHTTPTransport()).send(GetNote(id: "1"))
        }
        #expect(note.text == "to the end")
    }

    /// What no one will read is not received to its end: the connection is closed.
    @Test
    func givenUpAnswerClosesTheConnection() async throws {
        let closed = Gate()
        let script: @Sendable (inout RawServer.Connection) async throws -> Void = { connection in
            _ = try await connection.head()
            try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
            try? await connection.untilClosed()
            closed.open()
        }
        try await RawServer.run(script) { server in
            let failure = try await APIClient(url: server.url, transport: AsyncHTTPTransport()).failure(of: GetNote(id: "1"))
            guard case .tooLarge = try #require(failure.callFailure).reason else { return #expect(Bool(false), "\(failure)") }
            await closed.wait()
        }
    }

    @Test
    func cancellationClosesTheConnection() async throws {
        let arrived = Gate()
        let closed = Gate()
        let script: @Sendable (inout RawServer.Connection) async throws -> Void = { connection in
            _ = try await connection.head()
            arrived.open()
            try? await connection.untilClosed()
            closed.open()
        }
        try await RawServer.run(script) { server in
            let call = Task { try await APIClient(url: server.url, transport: AsyncHTTPTransport()).failure(of: GetNote(id: "1")) }
            await arrived.wait()
            call.cancel()
            _ = try await call.value
            await closed.wait()
        }
    }

    @Test
    func interimAnswersArePassedOver() async throws {
        let body = #"{"errorMessage":"none","errorCode":"notFound"}"#
        let script: @Sendable (inout RawServer.Connection) async throws -> Void = { connection in
            _ = try await connection.head()
            try await connection.send("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n")
            try await connection.send("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n")
            try await connection.send("Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
        let failure = try await RawServer.run(script) { server in
            try await APIClient(url: server.url, transport: AsyncHTTPTransport()).failure(of: GetNote(id: "1"))
        }
        #expect(failure.apiError == APIError(.notFound, "none"))
    }

    /// The server answers each request with the same bytes, and closes the connection.
    private func failure(answering answer: String) async throws -> CallFailure {
        let script: @Sendable (inout RawServer.Connection) async throws -> Void = { connection in
            _ = try await connection.head()
            try await connection.send(answer)
        }
        let failure = try await RawServer.run(script) { server in
            let client = APIClient(url: server.url, transport: AsyncHTTPTransport(), options: CallOptions(retry: .never))
            return try await client.failure(of: GetNote(id: "1"))
        }
        return try #require(failure.callFailure, "\(failure)")
    }
}
