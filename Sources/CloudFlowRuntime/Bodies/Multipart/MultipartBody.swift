/// The parts of a multipart body, one after the other: at hand, or as they arrive.
///
/// A part that arrives is read before the next one is asked for; what was not read of it is skipped. A body that arrives is read once.
public struct MultipartBody: Sendable, AsyncSequence {
    public typealias Element = MultipartPart
    public typealias Failure = any Error

    enum Storage: Sendable {
        case parts([MultipartPart])
        case made(any AsyncSequence<MultipartPart, any Error> & Sendable)
        case arriving(MultipartSource)
    }

    let storage: Storage

    /// Parts at hand. The bodies of some may be streams.
    public init(_ parts: [MultipartPart]) {
        storage = .parts(parts)
    }

    /// Parts that are made while the body is sent.
    public init(stream: any AsyncSequence<MultipartPart, any Error> & Sendable) {
        storage = .made(stream)
    }

    init(parsing body: Body, boundary: String, limits: MultipartLimits = MultipartLimits()) {
        storage = .arriving(MultipartSource(body, boundary: boundary, limits: limits))
    }

    public func makeAsyncIterator() -> Iterator {
        switch storage {
        case .parts(let parts): Iterator(pending: parts[...])
        case .made(let stream): Iterator(made: stream.makeAsyncIterator())
        case .arriving(let source): Iterator(source: source)
        }
    }

    /// Reads one part after the other, as they arrive.
    public struct Iterator: AsyncIteratorProtocol {
        var pending: ArraySlice<MultipartPart> = []
        var made: (any AsyncIteratorProtocol<MultipartPart, any Error>)?
        var source: MultipartSource?

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> MultipartPart? {
            if let source { return try await source.nextPart() }
            if made != nil { return try await made?.next(isolation: actor) }
            return pending.popFirst()
        }
    }
}

extension MultipartBody: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        if case .parts(let parts) = storage { "multipart body of \(parts.count) parts" } else { "streamed multipart body" }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
