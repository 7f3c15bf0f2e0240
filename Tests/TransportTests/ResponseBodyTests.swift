import CloudFlowRuntime
import HTTPTypes
import HummingbirdCore
import NIOCore
import Synchronization
import Testing

@testable import CloudFlowServerTransport

struct ResponseBodyTests {
    /// Between two looks at the connection no more is written than it may well hold.
    @Test
    func streamWaitsForItsConnection() async throws {
        let chunks = AsyncThrowingStream<[UInt8], any Error> { continuation in
            for _ in 0..<100 { continuation.yield([UInt8](repeating: 0, count: 10_000)) }
            continuation.finish()
        }
        let writer = CountingWriter()
        try await ResponseBody(Body(stream: chunks)) { writer.confirm() }.write(writer)
        #expect(writer.state.withLock { $0.total } == 1_000_000)
        #expect(writer.state.withLock { $0.mostUnconfirmed } < 300_000)
        #expect(writer.state.withLock { $0.isFinished })
    }

    @Test(arguments: [2, 4])
    func streamOfAnotherLengthIsNotFinished(_ length: Int) async throws {
        let letters = AsyncThrowingStream<[UInt8], any Error> { continuation in
            for letter in "abc".utf8 { continuation.yield([letter]) }
            continuation.finish()
        }
        let writer = CountingWriter()
        await #expect(throws: (any Error).self) {
            try await ResponseBody(Body(stream: letters, length: length)) { writer.confirm() }.write(writer)
        }
        #expect(writer.state.withLock { $0.total } == Swift.min(length, 3), "no byte goes beyond the length")
        #expect(!writer.state.withLock { $0.isFinished })
    }
}

/// Counts what is written.
private final class CountingWriter: ResponseBodyWriter, Sendable {
    struct State {
        var total = 0
        var unconfirmed = 0
        var mostUnconfirmed = 0
        var isFinished = false
    }

    let state = Mutex(State())

    func confirm() { state.withLock { $0.unconfirmed = 0 } }

    func write(_ buffer: ByteBuffer) async throws {
        state.withLock { state in
            state.total += buffer.readableBytes
            state.unconfirmed += buffer.readableBytes
            state.mostUnconfirmed = Swift.max(state.mostUnconfirmed, state.unconfirmed)
        }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {
        state.withLock { $0.isFinished = true }
    }
}
