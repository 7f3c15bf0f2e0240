import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowServerTransport
import HTTPTypes
import Logging
import Synchronization
import Testing

/// What a request holds is nobody's business but the service's.
@Suite(.timeLimit(.minutes(10)))
struct SecretTests {
    @Test
    func nothingOfARequestIsLogged() async throws {
        let log = Log()
        var logger = Logger(label: "test") { _ in log }
        logger.logLevel = .trace
        let routes = [
            ServerRoute(GetNote.self, below: "/") { (call) async throws(NoteFailure) in Note(id: call.id, text: "s3cret") },
            ServerRoute(PostNote.self, below: "/") { (_) async throws(NoteFailure) in },
        ]
        try await listening(
            Router(routes, limits: ServerLimits(body: 100, header: 1000)),
            over: { [logger] in HummingbirdTransport(port: 0, logger: logger, onListening: $0) }
        ) { address in
            let client = APIClient(url: address.url, token: BearerToken("s3cret"), transport: AsyncHTTPTransport())
            _ = try await client.send(GetNote(id: "1", language: "s3cret"))
            try await client.send(PostNote(body: Note(id: "1", text: "s3cret")))
            _ = try await client.failure(of: PostNote(body: Note(id: "1", text: "s3cret" + String(repeating: " ", count: 100))))
            for request in [
                "GET /?s3cret HTTP/1.1\r\nAuthorization: s3cret\r\n\r\n",
                "GET /?s3cret HTTP/1.1\r\nHost: a\r\nAuthorization: s3cret\r\ns3cret\r\n\r\n",
                "GET /?s3cret HTTP/1.1\r\nHost: a\r\ns3cret: \(String(repeating: "s3cret", count: 999))\r\n\r\n",
                "POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\ns3cret",
                "s3cret",
            ] {
                try await RawClient.connected(to: address.port) { client in
                    try await client.send(request)
                    client.finish()
                    _ = try await client.rest()
                }
            }
        }
        #expect(log.lines.contains { $0.contains("request refused") && $0.contains("431") })
        #expect(log.lines.filter { $0.contains("s3cret") } == [])
    }

    @Test
    func failuresOfTheConnectionSayNothingOfTheRequest() async throws {
        let script: @Sendable (inout RawServer.Connection) async throws -> Void = { connection in
            _ = try await connection.head()
            try await connection.send("HTTP/1.1 s3cret\r\n")
        }
        let failure = try await RawServer.run(script) { server in
            let client = APIClient(
                url: server.url,
                token: BearerToken("s3cret"),
                transport: AsyncHTTPTransport(),
                options: CallOptions(retry: .never)
            )
            return try await client.failure(of: GetNote(id: "s3cret", language: "s3cret"))
        }
        var dumped = ""
        dump(failure, to: &dumped)
        for text in ["\(failure)", String(reflecting: failure), dumped, "\(failure.callFailure as Any)"] {
            #expect(!text.contains("s3cret"))
        }
    }
}

/// Keeps what is logged.
private final class Log: LogHandler, Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set { kept.withLock { $0.append("\(key): \(newValue as Any)") } }
    }

    func log(event: LogEvent) {
        kept.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
