import CloudFlowRuntime
import HTTPTypes
import Testing

/// Calls that end by the clock, or because nobody wants them any more.
@Suite(.timeLimit(.minutes(10)))
struct TimeTests {
    @Test(arguments: Wire.allCases)
    func callWithoutAnswerTimesOut(_ wire: Wire) async throws {
        let clock = ManualClock()
        let arrived = Gate()
        let failure = try await wire.serving(.silent(arrived), options: CallOptions(timeout: .seconds(30)), clock: clock) { client in
            async let failure = client.failure(of: GetNote(id: "1"))
            await arrived.wait()
            await clock.waitForSleep(of: .seconds(30))
            clock.advance(by: .seconds(29))
            clock.advance(by: .seconds(1))
            return try await failure
        }
        let reason = try #require(failure.callFailure)
        guard case .timedOut(.seconds(30)) = reason.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(reason.delivery == .unknown)
        #expect(reason.attempts == 1)
        #expect(reason.operationID == "getNote")
        #expect("\(reason)" == "getNote failed: no answer within 30.0 seconds; the request may have been sent")
    }

    @Test(arguments: Wire.allCases)
    func cancelledCallEndsAtOnce(_ wire: Wire) async throws {
        let arrived = Gate()
        let failure = try await wire.serving(.silent(arrived), clock: ManualClock()) { client in
            let call = Task { try await client.failure(of: GetNote(id: "1")) }
            await arrived.wait()
            call.cancel()
            return try await call.value
        }
        let reason = try #require(failure.callFailure)
        guard case .cancelled = reason.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(reason.delivery == .unknown)
    }

    @Test(arguments: Wire.allCases)
    func callOfACancelledTaskIsNotSent(_ wire: Wire) async throws {
        let route = ServerRoute(GetNote.self, below: "/") { (_) async throws(NoteFailure) in
            Issue.record("the service was called")
            throw .notFound(APIError(.notFound, ""))
        }
        let failure = try await wire.serving(route) { client in
            let call = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await client.failure(of: GetNote(id: "1"))
            }
            return try await call.value
        }
        let reason = try #require(failure.callFailure)
        guard case .cancelled = reason.reason else { return #expect(Bool(false), "\(failure)") }
        #expect(reason.delivery == .never)
    }

    /// The time-out holds for the body, too.
    @Test(arguments: Wire.allCases)
    func answerThatStopsHalfwayTimesOut(_ wire: Wire) async throws {
        let clock = ManualClock()
        let halfway = Gate()
        let route = ServerRoute("GET", "/notes/{id}", operationID: "getNote") { _ in
            let body = AsyncThrowingStream<[UInt8], any Error> { continuation in continuation.yield(Array("{".utf8)) }
            halfway.open()
            return APIResponse(HTTPResponse(status: .ok), body: Body(stream: body))
        }
        let failure = try await wire.serving(route, options: CallOptions(timeout: .seconds(5)), clock: clock) { client in
            async let failure = client.failure(of: GetNote(id: "1"))
            await halfway.wait()
            await clock.waitForSleep(of: .seconds(5))
            clock.advance(by: .seconds(5))
            return try await failure
        }
        guard case .timedOut = try #require(failure.callFailure).reason else { return #expect(Bool(false), "\(failure)") }
    }
}

extension ServerRoute {
    /// `GetNote` on a service that never answers.
    fileprivate static func silent(_ arrived: Gate) -> ServerRoute {
        ServerRoute(GetNote.self, below: "/") { (_) async throws(NoteFailure) in
            arrived.open()
            await Gate().wait()
            throw .gone(APIError(.connectionLost, "cancelled"))
        }
    }
}
