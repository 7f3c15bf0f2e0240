import CloudFlowRuntime
import HTTPTypes
import Synchronization
import Testing

/// Bodies that no memory should hold.
@Suite(.timeLimit(.minutes(10)))
struct LargeBodyTests {
    @Test(arguments: Wire.allCases)
    func answerOverTheLimitIsGivenUp(_ wire: Wire) async throws {
        let source = ChunkSource(length: 1 << 30)
        let route = ServerRoute("GET", "/notes/{id}", operationID: "getNote") { _ in source.response(isLengthKnown: false) }
        let failure = try await wire.serving(route, options: CallOptions(retry: .never, bodyLimit: 1 << 20)) { client in
            try await client.failure(of: GetNote(id: "1"))
        }
        let reason = try #require(failure.callFailure)
        guard case .tooLarge(limit: 1_048_576) = reason.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(reason.delivery == .delivered)
        #expect(source.handedOut < 64 << 20, "what sockets and pipelines hold beyond the limit")
    }

    @Test(arguments: Wire.allCases)
    func answerThatSaysItIsOverTheLimitIsNotRead(_ wire: Wire) async throws {
        let source = ChunkSource(length: 1 << 30)
        let route = ServerRoute("GET", "/notes/{id}", operationID: "getNote") { _ in source.response(isLengthKnown: true) }
        let failure = try await wire.serving(route) { client in try await client.failure(of: GetNote(id: "1")) }
        guard case .tooLarge = try #require(failure.callFailure).reason else { return #expect(Bool(false), "\(failure)") }
        #expect(source.handedOut < 64 << 20)
    }

    /// The sender is never far ahead of the reader, so that a slow one of two doesn't fill the memory of the other.
    @Test(arguments: Wire.allCases)
    func answerIsStreamedAsFastAsItIsRead(_ wire: Wire) async throws {
        let source = ChunkSource(length: 256 << 20)
        let route = ServerRoute("GET", "/large", operationID: "large") { _ in source.response(isLengthKnown: true) }
        let (read, lead) = try await wire.serving(Router([route])) { transport, url in
            let response = try await transport.send(request("GET", url, "/large"))
            #expect(response.body.length == 256 << 20)
            return try await source.follow(response.body)
        }
        #expect(read == 256 << 20)
        #expect(lead < 32 << 20)
    }

    @Test(arguments: Wire.allCases)
    func requestIsStreamedAsFastAsItIsRead(_ wire: Wire) async throws {
        let source = ChunkSource(length: 256 << 20)
        let seen = Mutex((read: 0, lead: 0))
        let route = ServerRoute("PUT", "/large", operationID: "large") { request in
            let followed = try? await source.follow(request.body)
            seen.withLock { $0 = followed ?? (0, 0) }
            return APIResponse(HTTPResponse(status: .noContent))
        }
        let status = try await wire.serving(Router([route])) { transport, url in
            var put = request("PUT", url, "/large")
            put.body = Body(stream: source)
            return try await transport.send(put).status
        }
        #expect(status == 204)
        #expect(seen.withLock { $0.read } == 256 << 20)
        #expect(seen.withLock { $0.lead } < 32 << 20)
    }

    @Test(arguments: Wire.allCases)
    func endlessRequestIsRefusedAtTheLimit(_ wire: Wire) async throws {
        let source = ChunkSource(length: .max)
        let route = ServerRoute(PostNote.self, below: "/") { (_) async throws(NoteFailure) in }
        let status = try await wire.serving(Router([route])) { transport, url in
            var post = request("POST", url, "/notes")
            post.body = Body(stream: source)
            return try await transport.send(post).status
        }
        #expect(status == 413)
    }

    @Test(arguments: Wire.allCases)
    func streamIsReadOnce(_ wire: Wire) async throws {
        let route = ServerRoute("GET", "/large", operationID: "large") { _ in ChunkSource(length: 100).response(isLengthKnown: true) }
        try await wire.serving(Router([route])) { transport, url in
            let response = try await transport.send(request("GET", url, "/large"))
            #expect(try await response.body.collect(upTo: 100).count == 100)
            await #expect(throws: BodyFailure.self) { try await response.body.collect(upTo: 100) }
        }
    }
}

/// Makes zeros as they are asked for, and counts them.
private final class ChunkSource: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    typealias Failure = any Error

    private let length: Int
    private let count = Atomic(0)
    private let chunk = [UInt8](repeating: 0, count: 64 << 10)

    init(length: Int) {
        self.length = length
    }

    /// The number of bytes that have been asked for.
    var handedOut: Int { count.load(ordering: .relaxed) }

    func response(isLengthKnown: Bool) -> APIResponse {
        APIResponse(
            HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
            body: Body(stream: self, length: isLengthKnown ? length : nil)
        )
    }

    /// Reads a body that comes from here, and tells how far the source got ahead of the reader at the most.
    func follow(_ body: Body) async throws -> (read: Int, lead: Int) {
        var read = 0
        var lead = 0
        for try await chunk in body {
            read += chunk.count
            lead = Swift.max(lead, handedOut - read)
        }
        return (read, lead)
    }

    func makeAsyncIterator() -> Iterator { Iterator(source: self) }

    struct Iterator: AsyncIteratorProtocol {
        let source: ChunkSource

        mutating func next() async throws -> [UInt8]? {
            let before = source.count.load(ordering: .relaxed)
            if before >= source.length { return nil }
            let chunk = source.length - before < source.chunk.count ? Array(source.chunk.prefix(source.length - before)) : source.chunk
            source.count.add(chunk.count, ordering: .relaxed)
            return chunk
        }
    }
}
