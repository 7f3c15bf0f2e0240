import Synchronization

/// The content of a request or a response: bytes at hand, or a stream of chunks that is read once.
///
/// A body never prints what it holds: its description gives the length alone.
public struct Body: Sendable, AsyncSequence {
    public typealias Element = [UInt8]
    public typealias Failure = any Error

    /// A stream that hands out chunks. It is read once; a second reading throws.
    public typealias Stream = any AsyncSequence<[UInt8], any Error> & Sendable

    enum Storage: Sendable {
        case bytes([UInt8])
        case stream(Stream, length: Int?, Reading)
    }

    let storage: Storage

    /// A body of bytes at hand.
    public init(_ bytes: [UInt8] = []) {
        storage = .bytes(bytes)
    }

    /// A body that arrives while it is read.
    ///
    /// - Parameter length: the number of bytes to come, where it is known beforehand.
    public init(stream: Stream, length: Int? = nil) {
        storage = .stream(stream, length: length, Reading())
    }

    /// The number of bytes, where it is known before reading.
    public var length: Int? {
        switch storage {
        case .bytes(let bytes): bytes.count
        case .stream(_, let length, _): length
        }
    }

    /// The bytes, when they are all at hand; nil for a stream.
    public var bytes: [UInt8]? {
        if case .bytes(let bytes) = storage { bytes } else { nil }
    }

    /// Reads the whole body into memory.
    ///
    /// - Parameter limit: the most bytes to take. A body that is longer is given up as soon as that is known.
    public func collect(upTo limit: Int) async throws(BodyFailure) -> [UInt8] {
        if let length, length > limit { throw .tooLarge(limit: limit) }
        if let bytes { return bytes }
        var collected: [UInt8] = []
        // What a peer says of the length is believed only so far.
        collected.reserveCapacity(Swift.min(length ?? 0, limit, 64 << 10))
        do {
            for try await chunk in self {
                guard collected.count + chunk.count <= limit else { throw BodyFailure.tooLarge(limit: limit) }
                collected.append(contentsOf: chunk)
            }
        } catch let failure as BodyFailure {
            throw failure
        } catch {
            throw .interrupted(error)
        }
        // A stream may just end when its reader is cancelled, as AsyncThrowingStream does.
        let isWhole = length.map { $0 == collected.count } ?? !Task.isCancelled
        guard isWhole else { throw .interrupted(BrokenOff()) }
        return collected
    }

    public func makeAsyncIterator() -> Iterator {
        switch storage {
        case .bytes(let bytes): Iterator(pending: bytes.isEmpty ? nil : bytes)
        case .stream(let stream, _, let reading): reading.begin() ? Iterator(rest: stream.makeAsyncIterator()) : Iterator(isSecond: true)
        }
    }

    /// Whether a stream has been read. Sockets can't be read twice, and some of them stop the program over it.
    final class Reading: Sendable {
        private let hasBegun = Atomic(false)

        func begin() -> Bool { !hasBegun.exchange(true, ordering: .relaxed) }
    }

    /// Reads one chunk after the other, as they arrive.
    public struct Iterator: AsyncIteratorProtocol {
        var pending: [UInt8]?
        var rest: (any AsyncIteratorProtocol<[UInt8], any Error>)?
        var isSecond = false

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            if isSecond { throw BodyFailure.interrupted(ReadTwice()) }
            if let chunk = pending {
                pending = nil
                return chunk
            }
            return try await rest?.next(isolation: actor)
        }
    }
}

/// The stream of a body ended before the body did.
private struct BrokenOff: Error {}

/// The stream of a body was read a second time.
private struct ReadTwice: Error {}

/// Why a body could not be read to its end.
public enum BodyFailure: Error, Sendable {
    /// It is longer than `limit` bytes.
    case tooLarge(limit: Int)
    /// It broke off before its end.
    case interrupted(any Error)
}

extension Body: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { length.map { "body of \($0) bytes" } ?? "streamed body" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
