import CloudFlowRuntime
import HTTPTypes
import Testing

/// One body out of several kinds, in requests and in answers.
struct BodyKindTests {
    @Test(
        arguments: [
            ("application/json", #"{"a":1}"#, "json"), ("application/merge-patch+json; charset=utf-8", #"{"a":1}"#, "json"),
            ("text/plain", "ü", "text ü"), ("text/csv; charset=UTF-8", "a,b", "text a,b"),
            ("text/plain; charset=iso-8859-1", "a", "text a"),
            ("image/png", "x", nil), ("application/octet-stream", "x", "binary"), (nil, "x", "binary"), (nil, "", "none"),
            ("text/plain", "", "text "),
        ] as [(String?, String, String?)]
    )
    func bodyIsReadByItsType(_ type: String?, body: String, expected: String?) async throws {
        var post = request("POST", "/files", body: body)
        post.head.headerFields[.contentType] = type
        let response = await router(Self.describe).respond(to: post)
        if let expected {
            #expect(response.status == 200)
            #expect(try await text(response.body) == expected)
        } else {
            #expect(response.status == 415)
            let accepted = "multipart/form-data, multipart/mixed, application/json, text/*, application/octet-stream"
            #expect(response.head.headerFields[.accept] == accepted)
            #expect(try response.apiError().message == "the body's Content-Type is none of \(accepted)")
        }
    }

    @Test(
        arguments: [
            ("application/json", "{", nil, 422), ("text/plain; charset=utf-16", "a", nil, 422), ("text/plain", "a", "gzip", 415),
            ("application/octet-stream", "a", "br", 415), ("application/octet-stream", "a", "identity", 200),
        ] as [(String, String, String?, Int)]
    )
    func bodyThatCanNotBeReadIsRefused(_ type: String, body: String, coding: String?, status: Int) async throws {
        var post = request("POST", "/files", body: body)
        post.head.headerFields[.contentType] = type
        post.head.headerFields[.contentEncoding] = coding
        #expect(await router(Self.describe).respond(to: post).status == status)
    }

    @Test
    func clientSendsEachKind() async throws {
        let client = client(Self.describe)
        #expect(try await text(client.send(Upload(body: .json(["a": 1])))) == "json")
        #expect(try await text(client.send(Upload(body: .text("ü")))) == "text ü")
        #expect(try await text(client.send(Upload(body: .binary(Body([1]))))) == "binary")
        #expect(try await text(client.send(Upload(body: nil))) == "none")
    }

    /// A gigabyte would pass through as well: it is read as it is sent.
    @Test
    func bytesAreStreamedBothWays() async throws {
        let chunks = Chunks(100, of: 10_000)
        let client = client { (upload) in
            guard case .binary(let body) = upload.body else { throw Unexpected() }
            #expect(body.bytes == nil)
            return body
        }
        var answer = try await client.send(Upload(body: .binary(Body(stream: chunks, length: 1_000_000)))).makeAsyncIterator()
        #expect(chunks.taken.value == 0)
        #expect(try await answer.next(isolation: nil)?.count == 10_000)
        #expect(chunks.taken.value == 1)
    }

    /// An answer that breaks off while it is read can't be repeated, and one that says to come again can't be sent again.
    @Test
    func streamedRequestIsSentOnce() async throws {
        let requests = Recorder<APIRequest>()
        let client = APIClient(
            url: "http://service.example",
            transport: Scripted(requests) { (_) throws(TransportFailure) in .empty(503) },
            options: CallOptions(retry: RetryPolicy(attempts: 3, jitter: { _ in .zero }))
        )
        let failure = await #expect(throws: MeasureFailure.self) { try await client.send(Put(body: Body(stream: Chunks(1, of: 1)))) }
        guard case .undocumented = failure else { throw Unexpected() }
        #expect(requests.values.count == 1)
        _ = await #expect(throws: MeasureFailure.self) { try await client.send(Put(body: Body([1]))) }
        #expect(requests.values.count == 4)
    }

    @Test
    func acceptSaysWhatTheOperationReads() async throws {
        let requests = Recorder<APIRequest>()
        let client = APIClient(
            url: "http://service.example",
            transport: Scripted(requests) { (_) throws(TransportFailure) in APIResponse(HTTPResponse(status: .ok), body: Body([1])) }
        )
        #expect(try await client.send(Upload(body: nil)).collect(upTo: 1) == [1])
        #expect(requests.values.first?.head.headerFields[.accept] == "application/octet-stream, application/json")
    }

    @Test
    func answerOfAnotherTypeIsNotRead() async throws {
        let client = APIClient(
            url: "http://service.example",
            transport: Scripted { (_) throws(TransportFailure) in
                APIResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "text/html"]), body: Body(Array("s3cret".utf8)))
            }
        )
        let failure = await #expect(throws: MeasureFailure.self) { try await client.send(Upload(body: nil)) }
        guard case .failed(let failure) = failure, case .unexpectedMediaType("text/html") = failure.reason else { throw Unexpected() }
        #expect(!"\(failure)".contains("s3cret"))
    }

    /// An error is read into memory also where a success would be streamed.
    @Test
    func errorOfAStreamingOperationIsRead() async throws {
        let client = APIClient(
            url: "http://service.example",
            transport: Scripted { (_) throws(TransportFailure) in APIResponse(status: 404, error: APIError(.notFound, "none")) }
        )
        let failure = await #expect(throws: MeasureFailure.self) { try await client.send(Upload(body: nil)) }
        #expect(failure?.apiError == APIError(.notFound, "none"))
    }

    private static let describe: @Sendable (Upload) async throws -> Body = { upload in
        let text =
            switch upload.body {
            case .json: "json"
            case .text(let text): "text \(text)"
            case .binary(let body): "binary\(try await body.collect(upTo: 10).isEmpty ? " of nothing" : "")"
            case .form, .parts: "parts"
            case nil: "none"
            }
        return Body(Array(text.utf8))
    }
}

/// `PUT /files`: an operation that may be repeated.
private struct Put: Operation {
    var body: Body

    static let route = Route("PUT", "/files", operationID: "put")

    init(body: Body) {
        self.body = body
    }

    func write(to request: inout RequestWriter) {
        request.binary(body, as: "application/octet-stream")
    }

    init(reading request: inout RequestReader) throws(Refusal) {
        body = try request.binary()
    }

    static func write(_ output: Int, to response: inout ResponseWriter) {
        response.json(200, output)
    }

    static func outcome(of response: ResponseReader) throws(CallFailure) -> Result<Int, MeasureFailure> {
        switch response.status {
        case 200: .success(try response.json())
        default: .failure(MeasureFailure(reading: response))
        }
    }
}
