import CloudFlowRuntime
import CloudFlowServerTransport
import HTTPTypes
import Testing

/// Whatever a client sends, the answer is HTTP with the error envelope.
@Suite(.timeLimit(.minutes(10)))
struct RefusalTests {
    private static let router = Router(
        [
            ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in Note(id: call.id, text: "") },
            ServerRoute(PostNote.self, below: "/") { (_) async throws(NoteFailure) in },
        ],
        limits: ServerLimits(body: 1000, header: 2000)
    )

    @Test(
        arguments: [
            ("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", 404),
            ("GET /notes/1/ HTTP/1.1\r\nHost: a\r\n\r\n", 404),
            ("GET /Notes/1 HTTP/1.1\r\nHost: a\r\n\r\n", 404),
            ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 404),
            ("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 404),
            ("GET http://a/nothing HTTP/1.1\r\nHost: a\r\n\r\n", 404),
            ("GET /notes/%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET /notes/%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("DELETE /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n", 405),
            ("TRACE /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n", 405),
            ("QUERY /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n", 405),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n", 413),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 415),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}", 415),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n{", 422),
            ("POST /notes HTTP/1.1\r\nHost: a\r\n\r\n", 422),
        ]
    )
    func routerRefuses(_ request: String, status: Int) async throws {
        let response = try #require(try await Self.answers(to: request).first)
        try expectEnvelope(response, status)
        if status == 405 { #expect(response.fields["allow"] == "GET, HEAD") }
    }

    /// After these nobody can tell where the next request would begin: the connection ends.
    @Test(
        arguments: [
            ("rubbish\r\n\r\n", 400),
            ("\u{16}\u{3}\u{1}\u{2}\0\u{1}", 400),
            ("GET /notes/1\r\n\r\n", 505),
            ("get /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("INVENT /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET notes HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET /notes/1 HTTP/1.1\r\nHost : a\r\n\r\n", 400),
            ("GET /notes/1 HTTP/1.1\r\nHost: a\r\nName\r\n\r\n", 400),
            ("GET /notes/1 HTTP/1.1\r\nHost: a\r\nName: a\0b\r\n\r\n", 400),
            ("GET /notes/1 HTTP/1.1\r\n\r\n", 400),
            ("GET /notes/1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("GET /notes/1 HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 2\r\n\r\n", 400),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
            ("POST /notes HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 400),
            ("POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
            ("GET /notes/1 HTTP/3.0\r\nHost: a\r\n\r\n", 505),
            ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
            ("GET /\(String(repeating: "x", count: 2000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
            ("GET /\(String(repeating: "x", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n", 431),
            ("GET /notes/1 HTTP/1.1\r\nHost: a\r\nName: \(String(repeating: "x", count: 2000))\r\n\r\n", 431),
            ("GET /notes/1 HTTP/1.1\r\nHost: a\r\nName: \(String(repeating: "x", count: 99_000))\r\n\r\n", 431),
            ("GET /notes/1 HTTP/1.1\r\nHost: a\r\n\(String(repeating: "Name: value\r\n", count: 222))\r\n", 431),
            ("GET /notes/1 HTTP/1.1\r\nHost: a\r\n\(String(repeating: "A:\r\n", count: 999))\r\n", 431),
        ]
    )
    func connectionGuardRefuses(_ request: String, status: Int) async throws {
        let answers = try await Self.answers(to: request + "GET /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n")
        try #require(answers.count == 1)
        try expectEnvelope(answers[0], status)
        #expect(answers[0].fields["connection"] == "close")
    }

    @Test
    func requestThatBreaksOffInItsHeaderIsRefused() async throws {
        let response = try #require(try await Self.answers(to: "GET /notes/1 HTTP/1.1\r\nHost: a\r\n").first)
        try expectEnvelope(response, 400)
    }

    @Test(
        arguments: [
            "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{",
            "POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
            "POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\n",
            "POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n",
        ]
    )
    func bodyThatBreaksOffIsRefused(_ request: String) async throws {
        let response = try #require(try await Self.answers(to: request).first)
        try expectEnvelope(response, 400)
        #expect(response.body.contains("the body broke off"))
        #expect(response.fields["connection"] == "close")
    }

    @Test
    func chunkedBodyOverTheLimitIsRefusedWhileItComes() async throws {
        let response = try await listening(Self.router) { address in
            try await RawClient.connected(to: address.port) { client in
                try await client.send("POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
                try await client.send("3e9\r\n\(String(repeating: " ", count: 1001))\r\n")
                return try await client.response()
            }
        }
        try expectEnvelope(try #require(response), 413)
        #expect(response?.fields["connection"] == "close")
    }

    /// The client sends on, and still gets to read why it should not have.
    @Test
    func refusalReachesAClientThatSendsOn() async throws {
        let response = try await listening(Self.router) { address in
            try await RawClient.connected(to: address.port) { client in
                try await client.send("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n")
                for _ in 0..<40 { try await client.send(String(repeating: " ", count: 100_000)) }
                return try await client.response()
            }
        }
        try expectEnvelope(try #require(response), 413)
    }

    @Test
    func refusedHEADHasNoBody() async throws {
        let name = String(repeating: "x", count: 2000)
        let text = try await listening(Self.router) { address in
            try await RawClient.connected(to: address.port) { client in
                try await client.send("HEAD /notes/1 HTTP/1.1\r\nHost: a\r\nName: \(name)\r\n\r\n")
                return try await client.rest()
            }
        }
        #expect(text.hasPrefix("HTTP/1.1 431 "))
        #expect(text.hasSuffix("\r\n\r\n"))
    }

    /// Sends bytes, closes the sending half, and reads all answers.
    private static func answers(to request: String) async throws -> [RawClient.Response] {
        try await listening(router) { address in
            try await RawClient.connected(to: address.port) { client in
                try await client.send(request)
                client.finish()
                var answers: [RawClient.Response] = []
                while let answer = try await client.response() { answers.append(answer) }
                return answers
            }
        }
    }

    private func expectEnvelope(_ response: RawClient.Response, _ status: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(response.status == status, "\(response)", sourceLocation: sourceLocation)
        #expect(response.fields["content-type"] == "application/json", sourceLocation: sourceLocation)
        let error = try APIError(json: Array(response.body.utf8))
        #expect(error.code == ErrorCode(status: status), sourceLocation: sourceLocation)
        #expect(!error.message.isEmpty, sourceLocation: sourceLocation)
    }
}
