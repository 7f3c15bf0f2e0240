import CloudFlowClientAPI
import CloudFlowRuntime
import HTTPTypes
import Testing

/// Answers that no service of ours would give. They arrive as what they are, for every operation.
@Suite struct OddAnswerTests {
    /// Answers every path and method of the matrix with the same response, or with one that depends on the status of success.
    private func answering(_ response: @escaping @Sendable (_ success: Int) -> APIResponse) -> [ServerRoute] {
        matrix.flatMap { row in
            row.routes(Script()).filter { $0.route.operationID == row.operationID }.map { route in
                ServerRoute(route.route.method.rawValue, route.route.path, operationID: row.operationID) { _ in response(row.successStatus)
                }
            }
        }
    }

    private func answering(_ response: APIResponse) -> [ServerRoute] { answering { _ in response } }

    private func response(_ status: Int, _ body: String, type: String? = "application/json") -> APIResponse {
        var fields = HTTPFields()
        if let type { fields[.contentType] = type }
        return APIResponse(HTTPResponse(status: .init(code: status), headerFields: fields), body: Body(Array(body.utf8)))
    }

    private func expect(_ name: String, of response: APIResponse, over wire: Wire) async throws {
        try await expect(name, ofEach: matrix, { _ in response }, over: wire)
    }

    private func expect(
        _ name: String,
        ofEach rows: [Row],
        _ response: @escaping @Sendable (_ success: Int) -> APIResponse,
        over wire: Wire
    ) async throws {
        try await wire.serving(answering(response)) { transport, root in
            for row in rows {
                let arrival = await row.call(transport, root)
                #expect(arrival?.name == name, "\(row)")
            }
        }
    }

    /// The operations whose success has a body: a websocket's has none.
    private var answered: [Row] { matrix.filter { $0.successStatus != 101 } }

    @Test(arguments: Wire.allCases)
    func anEmptyBodyOfSuccessCanNotBeRead(_ wire: Wire) async throws {
        try await expect("failed", ofEach: answered, { response($0, "") }, over: wire)
    }

    @Test(arguments: Wire.allCases)
    func anEmptyBodyOfFailureIsUndocumented(_ wire: Wire) async throws {
        try await expect("undocumented", of: response(401, ""), over: wire)
        try await expect("undocumented", of: response(500, "", type: nil), over: wire)
    }

    @Test(arguments: Wire.allCases)
    func hypertextInPlaceOfJSONIsToldAsSuch(_ wire: Wire) async throws {
        try await expect("undocumented", of: response(502, "<html>Bad Gateway</html>", type: "text/html"), over: wire)
        try await wire.serving(answering(response(200, "<html>Sign in</html>", type: "text/html; charset=utf-8"))) { transport, root in
            let client = ClientV1_1.Client(
                server: .init(url: root + "/client/1.1"),
                apiToken: BearerToken("t"),
                transport: transport,
                options: once
            )
            let failure = try await failure { () async throws(ClientV1_1.GetTokenFailure) in try await client.getToken() }
            guard case .failed(let call) = failure, case .unexpectedMediaType(let type) = call.reason else {
                Issue.record("\(failure) is not an unexpected media type")
                return
            }
            #expect(type == "text/html")
            #expect(call.delivery == .delivered)
            #expect(call.response?.body.bytes == Array("<html>Sign in</html>".utf8))
        }
    }

    @Test(arguments: Wire.allCases)
    func aTruncatedBodyCanNotBeRead(_ wire: Wire) async throws {
        try await expect("failed", ofEach: answered, { response($0, #"{"connectionType": "webso"#) }, over: wire)
        try await expect("undocumented", of: response(404, #"{"errorMessage": "no"#), over: wire)
    }

    @Test(arguments: Wire.allCases)
    func anUnknownErrorCodeIsKept(_ wire: Wire) async throws {
        let body = #"{"errorCode": "outOfPaper", "errorMessage": "no roll"}"#
        try await wire.serving(answering(response(401, body))) { transport, root in
            for row in matrix {
                let arrival = await row.call(transport, root)
                #expect(arrival == Arrival("unauthorized", APIError(.other("outOfPaper"), "no roll")), "\(row)")
            }
        }
    }

    @Test(arguments: Wire.allCases)
    func anUndocumentedStatusKeepsItsResponse(_ wire: Wire) async throws {
        try await wire.serving(answering(response(304, "", type: nil))) { transport, root in
            for row in matrix {
                let arrival = await row.call(transport, root)
                #expect(arrival?.name == "undocumented", "\(row)")
            }
        }
    }

    @Test(arguments: Wire.allCases)
    func anEndlessBodyIsGivenUp(_ wire: Wire) async throws {
        let chunk = [UInt8](repeating: UInt8(ascii: " "), count: 64 << 10)
        let pulled = Counter()
        let routes = matrix.flatMap { row in
            row.routes(Script()).map { route in
                ServerRoute(route.route.method.rawValue, route.route.path, operationID: route.route.operationID) { _ in
                    let body = Body(stream: GibibyteOf(chunk: chunk, pulled: pulled))
                    return APIResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: body)
                }
            }
        }
        try await wire.serving(routes) { transport, root in
            let options = CallOptions(retry: .never, bodyLimit: 1 << 20)
            let client = ClientV1_1.Client(
                server: .init(url: root + "/client/1.1"),
                apiToken: BearerToken("t"),
                transport: transport,
                options: options
            )
            let failure = try await failure { () async throws(ClientV1_1.GetTokenFailure) in try await client.getToken() }
            guard case .failed(let call) = failure, case .tooLarge(let limit) = call.reason else {
                Issue.record("\(failure) is not too large")
                return
            }
            #expect(limit == 1 << 20)
        }
        #expect(await pulled.value < 1024, "of 16,384 chunks; the rest was never asked for")
    }
}

private actor Counter {
    var value = 0

    func count() { value += 1 }
}

/// A body of 1 GiB that exists a chunk at a time.
private struct GibibyteOf: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    typealias Failure = any Error

    let chunk: [UInt8]
    let pulled: Counter

    func makeAsyncIterator() -> Iterator { Iterator(chunk: chunk, pulled: pulled, rest: (1 << 30) / chunk.count) }

    struct Iterator: AsyncIteratorProtocol {
        let chunk: [UInt8]
        let pulled: Counter
        var rest: Int

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            guard rest > 0 else { return nil }
            rest -= 1
            await pulled.count()
            return chunk
        }
    }
}
