import Synchronization

/// A stream of chunks that counts how many were asked for, and can fail at its end.
struct Chunks: AsyncSequence, Sendable {
    let chunks: [[UInt8]]
    let error: (any Error)?
    let taken = Count()

    init(_ chunks: [[UInt8]], then error: (any Error)? = nil) {
        self.chunks = chunks
        self.error = error
    }

    /// As many chunks of as many bytes.
    init(_ count: Int, of size: Int) {
        self.init(Array(repeating: Array(repeating: 7, count: size), count: count))
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: chunks[...], error: error, taken: taken) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<[UInt8]>
        let error: (any Error)?
        let taken: Count

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            guard let chunk = rest.popFirst() else {
                if let error { throw error }
                return nil
            }
            taken.add()
            return chunk
        }
    }

    final class Count: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func add() { count.withLock { $0 += 1 } }
    }
}
