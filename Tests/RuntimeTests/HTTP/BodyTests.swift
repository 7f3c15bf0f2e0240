import CloudFlowRuntime
import Testing

struct BodyTests {
    @Test
    func bytesAreReadAgainAndAgain() async throws {
        let body = Body([1, 2, 3])
        #expect(body.length == 3)
        #expect(body.bytes == [1, 2, 3])
        for _ in 1...2 { #expect(try await body.collect(upTo: 3) == [1, 2, 3]) }
        #expect(try await Body().collect(upTo: 0) == [])
    }

    @Test
    func streamIsPutTogether() async throws {
        let body = Body(stream: chunks([1], [], [2, 3]))
        #expect(body.length == nil)
        #expect(body.bytes == nil)
        #expect(try await body.collect(upTo: 3) == [1, 2, 3])
    }

    @Test
    func streamIsReadOnce() async throws {
        let body = Body(stream: chunks([1]))
        _ = try await body.collect(upTo: 9)
        let failure = await #expect(throws: BodyFailure.self) { try await body.collect(upTo: 9) }
        guard case .interrupted = failure else { return #expect(Bool(false), "\(failure as Any)") }
    }

    @Test(arguments: [nil, 4])
    func bodyOverTheLimitIsGivenUp(_ length: Int?) async throws {
        let failure = await #expect(throws: BodyFailure.self) {
            try await Body(stream: chunks([1, 2], [3, 4]), length: length).collect(upTo: 3)
        }
        guard case .tooLarge(limit: 3) = failure else { return #expect(Bool(false), "\(failure as Any)") }
        await #expect(throws: BodyFailure.self) { try await Body([1, 2, 3, 4]).collect(upTo: 3) }
    }

    @Test
    func bodyThatIsShorterThanItWasSaidToBeIsNotWhole() async throws {
        let failure = await #expect(throws: BodyFailure.self) {
            try await Body(stream: chunks([1, 2]), length: 3).collect(upTo: 9)
        }
        guard case .interrupted = failure else { return #expect(Bool(false), "\(failure as Any)") }
    }

    /// A stream that ends because its reader was cancelled is not taken for a whole one.
    @Test
    func bodyOfACancelledReaderIsNotWhole() async throws {
        let endless = AsyncThrowingStream<[UInt8], any Error> { $0.yield([1]) }
        let reading = Task { () async throws(BodyFailure) -> [UInt8] in try await Body(stream: endless).collect(upTo: 9) }
        reading.cancel()
        await #expect(throws: BodyFailure.self) { try await reading.value }
    }

    @Test
    func descriptionsTellTheLengthAlone() {
        #expect("\(Body(Array("s3cret".utf8)))" == "body of 6 bytes")
        #expect("\(Body(stream: chunks([1]), length: 1))" == "body of 1 bytes")
        #expect("\(Body(stream: chunks([1])))" == "streamed body")
    }

    private func chunks(_ chunks: [UInt8]...) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
    }
}
