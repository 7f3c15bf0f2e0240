import CloudFlowRuntime
import CloudFlowServerTransport
import HTTPTypes
import Testing

/// How the server treats a connection over its life.
@Suite(.timeLimit(.minutes(10)))
struct ConnectionTests {
    private let get = "GET /notes/1 HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test
    func requestsSentAtOnceAreAnsweredInTurn() async throws {
        try await connected { client in
            try await client.send(get + "GET /notes/2 HTTP/1.1\r\nHost: a\r\n\r\n" + post(#"{"id":"3","text":""}"#) + get)
            #expect(try await client.response()?.body == #"{"id":"1","text":"here"}"#)
            #expect(try await client.response()?.body == #"{"id":"2","text":"here"}"#)
            #expect(try await client.response()?.status == 202)
            #expect(try await client.response()?.body == #"{"id":"1","text":"here"}"#)
        }
    }

    @Test
    func connectionOutlivesRefusals() async throws {
        try await connected { client in
            for (request, status) in [("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", 404), (post("{"), 422), (get, 200)] {
                try await client.send(request)
                let response = try await client.response()
                #expect(response?.status == status)
                #expect(response?.fields["connection"] == nil)
            }
        }
    }

    /// What comes before the bad request is answered, what comes after is not.
    @Test
    func badRequestEndsTheLine() async throws {
        try await connected { client in
            try await client.send(get + get + "rubbish\r\n\r\n" + get)
            #expect(try await client.response()?.status == 200)
            #expect(try await client.response()?.status == 200)
            #expect(try await client.response()?.status == 400)
            #expect(try await client.rest() == "")
        }
    }

    @Test(arguments: ["close", "Close", "keep-alive, close"])
    func clientEndsTheConnection(_ field: String) async throws {
        try await connected { client in
            try await client.send("GET /notes/1 HTTP/1.1\r\nHost: a\r\nConnection: \(field)\r\n\r\n" + get)
            #expect(try await client.response()?.fields["connection"] == "close")
            #expect(try await client.rest() == "")
        }
    }

    @Test
    func clientOfHTTP10GetsABodyWithoutChunks() async throws {
        try await connected { client in
            try await client.send("GET /stream HTTP/1.0\r\n\r\n")
            let text = try await client.rest()
            #expect(text.hasPrefix("HTTP/1.0 200 OK\r\n"))
            #expect(text.hasSuffix("\r\n\r\nabc"))
            #expect(!text.lowercased().contains("transfer-encoding"))
        }
    }

    @Test
    func streamWithoutLengthComesInChunks() async throws {
        try await connected { client in
            try await client.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n" + get)
            let response = try await client.response()
            #expect(response?.fields["transfer-encoding"] == "chunked")
            #expect(response?.body == "abc")
            #expect(try await client.response()?.status == 200)
        }
    }

    /// The length is what GET would say; and no byte of a body follows, lest it be taken for the next response.
    @Test(arguments: ["/head", "/nothing", "/stream"])
    func answerToHEADHasNoBody(_ path: String) async throws {
        try await connected { client in
            try await client.send("HEAD \(path) HTTP/1.1\r\nHost: a\r\n\r\n" + get)
            let response = try #require(try await client.response(hasBody: false))
            if path == "/head" { #expect(response.fields["content-length"] == "12") }
            #expect(response.fields["transfer-encoding"] == nil)
            #expect(try await client.response()?.body == #"{"id":"1","text":"here"}"#)
        }
    }

    @Test(arguments: ["/204", "/304"])
    func answerWithoutContentHasNoBody(_ path: String) async throws {
        try await connected { client in
            try await client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" + get)
            let response = try #require(try await client.response(hasBody: false))
            #expect(response.fields["content-length"] == nil)
            #expect(try await client.response()?.status == 200)
        }
    }

    @Test
    func interimStatusOfAServiceIsAnError() async throws {
        try await connected { client in
            try await client.send("GET /102 HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await client.response()?.status == 500)
        }
    }

    /// Nothing but the end of the connection tells the client that a body is not what it was said to be.
    @Test(arguments: ["/short", "/long", "/broken"])
    func bodyOfAnotherLengthEndsTheConnection(_ path: String) async throws {
        try await connected { client in
            try await client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" + get)
            let text = try await client.rest()
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(!text.contains("here"))
            #expect(!text.hasSuffix("0\r\n\r\n"))
        }
    }

    @Test
    func clientIsToldToContinueWhenTheBodyIsWanted() async throws {
        try await connected { client in
            try await client.send(head(length: 20, "Expect: 100-continue"))
            #expect(try await client.response()?.status == 100)
            try await client.send(#"{"id":"1","text":""}"#)
            #expect(try await client.response()?.status == 202)
            try await client.send(get)
            #expect(try await client.response()?.status == 200)
        }
    }

    /// Whether the body comes all the same, nobody knows: so the connection ends.
    @Test
    func clientIsNotToldToContinueForNothing() async throws {
        try await connected { client in
            try await client.send(head(length: 2000, "Expect: 100-continue"))
            let response = try await client.response()
            #expect(response?.status == 413)
            #expect(response?.fields["connection"] == "close")
            #expect(try await client.rest() == "")
        }
    }

    /// RFC 9110, section 7.8: a server may ignore the offer. NIO's decoder stops after such a request, so the connection ends.
    @Test(arguments: ["Upgrade: websocket\r\nConnection: Upgrade", "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings"])
    func offerOfAnotherProtocolIsIgnored(_ fields: String) async throws {
        try await connected { client in
            try await client.send("GET /notes/1 HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n" + get)
            let response = try await client.response()
            #expect(response?.status == 200)
            #expect(response?.fields["connection"] == "close")
            #expect(try await client.rest() == "")
        }
    }

    @Test
    func tunnelIsRefused() async throws {
        try await connected { client in
            try await client.send("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await client.response()?.status == 404)
            #expect(try await client.rest() == "")
        }
    }

    /// A body that nobody reads doesn't get into the way of the next request.
    @Test
    func unreadBodyIsPassedOver() async throws {
        try await connected { client in
            try await client.send("GET /head HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" + get)
            #expect(try await client.response()?.status == 405)
            #expect(try await client.response()?.status == 200)
        }
    }

    @Test
    func absoluteTargetIsThePath() async throws {
        try await connected { client in
            try await client.send("GET http://elsewhere/notes/5?x HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await client.response()?.status == 422)
            try await client.send("GET http://elsewhere/notes/a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await client.response()?.body == #"{"id":"a/b","text":"here"}"#)
        }
    }

    @Test
    func silentClientIsDropped() async throws {
        try await connected(idleTimeout: .milliseconds(30)) { client in
            let answer = try await client.rest()
            #expect(answer == "")
        }
    }

    @Test(arguments: ["GET /notes/1 HTTP/1.1\r\nHost", "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{"])
    func clientThatStopsHalfwayIsDropped(_ start: String) async throws {
        try await connected(idleTimeout: .milliseconds(30)) { client in
            try await client.send(start)
            #expect(try await client.rest() == "")
        }
    }

    private func head(length: Int, _ field: String) -> String {
        "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: \(length)\r\n\(field)\r\n\r\n"
    }

    private func post(_ json: String) -> String {
        "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n\r\n\(json)"
    }

    private func connected(
        idleTimeout: Duration = .seconds(60),
        _ body: @Sendable (inout RawClient) async throws -> Void
    ) async throws {
        try await listening(
            Router(Self.routes, limits: ServerLimits(body: 1000)),
            over: { HummingbirdTransport(port: 0, idleTimeout: idleTimeout, logger: .silent, onListening: $0) }
        ) { address in try await RawClient.connected(to: address.port, body) }
    }

    private static var routes: [ServerRoute] {
        [
            ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in Note(id: call.id, text: "here") },
            ServerRoute(PostNote.self, below: "/") { (_) async throws(NoteFailure) in },
            ServerRoute("HEAD", "/head", operationID: "head") { _ in
                APIResponse(HTTPResponse(status: .ok), body: Body(Array("twelve bytes".utf8)))
            },
            stream("GET", "/stream"), stream("HEAD", "/stream"),
            stream("GET", "/204", status: 204), stream("GET", "/304", status: 304), stream("GET", "/102", status: 102),
            stream("GET", "/short", length: 4), stream("GET", "/long", length: 2), stream("GET", "/broken", breaks: true),
        ]
    }

    private static func stream(_ method: String, _ path: String, status: Int = 200, length: Int? = nil, breaks: Bool = false) -> ServerRoute
    {
        ServerRoute(method, path, operationID: "stream") { _ in
            let letters = AsyncThrowingStream<[UInt8], any Error> { continuation in
                for letter in "abc".utf8 { continuation.yield([letter]) }
                continuation.finish(throwing: breaks ? CancellationError() : nil)
            }
            return APIResponse(HTTPResponse(status: .init(code: status)), body: Body(stream: letters, length: length))
        }
    }
}
