/// JSON values that come one after the other, a line each (JSON Lines, NDJSON), or behind a separator each (RFC 7464). It is read once.
///
///     for try await price in lines { … }
///
/// A line that is not such a value ends the sequence with an error.
public struct JSONLines<Element: JSONModel>: AsyncSequence, Sendable {
    public typealias Failure = any Error
    /// Where the values of a stream that is sent come from.
    public typealias Source = any AsyncSequence<Element, any Error> & Sendable

    private enum Storage: Sendable {
        case made(Source)
        case arriving(TextLines, isStrict: Bool)
    }

    private let storage: Storage

    /// Values that are made while they are sent.
    public init(_ elements: Source) {
        storage = .made(elements)
    }

    /// Values at hand.
    public init(_ elements: [Element]) {
        storage = .made(Elements(elements: elements))
    }

    /// - Parameter strict: whether the constraints of values are checked.
    init(parsing body: Body, strict: Bool) {
        storage = .arriving(TextLines(body: body), isStrict: strict)
    }

    /// The bytes to be sent.
    func body(as type: MediaType) -> Body {
        switch storage {
        case .made(let elements):
            let isSequence = type.essence.hasSuffix("json-seq")
            return Body(stream: Encoded(base: elements) { (isSequence ? [.recordSeparator] : []) + (try $0.json()) + [.lineFeed] })
        case .arriving(let lines, _): return lines.body
        }
    }

    public func makeAsyncIterator() -> Iterator {
        switch storage {
        case .made(let elements): Iterator(made: elements.makeAsyncIterator())
        case .arriving(let lines, let isStrict): Iterator(lines: lines.makeAsyncIterator(), isStrict: isStrict)
        }
    }

    /// Reads one value after the other, as they arrive.
    public struct Iterator: AsyncIteratorProtocol {
        var made: (any AsyncIteratorProtocol<Element, any Error>)?
        var lines: TextLines.Iterator?
        var isStrict = false

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
            if made != nil { return try await made?.next(isolation: actor) }
            while let line = try await lines?.next(isolation: actor) {
                let json = line.first == .recordSeparator ? line.dropFirst() : line[...]
                if json.allSatisfy({ $0 == .space }) { continue }
                return try Element(json: json, strict: isStrict)
            }
            return nil
        }
    }
}

/// Values at hand, as a sequence.
struct Elements<Element: Sendable>: AsyncSequence, Sendable {
    typealias Failure = any Error

    let elements: [Element]

    func makeAsyncIterator() -> Iterator { Iterator(rest: elements[...]) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<Element>

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? { rest.popFirst() }
    }
}

/// Values as the bytes that are sent for them.
struct Encoded<Base: Sendable>: AsyncSequence, Sendable {
    typealias Failure = any Error

    let base: any AsyncSequence<Base, any Error> & Sendable
    let encode: @Sendable (Base) throws -> [UInt8]

    init(base: any AsyncSequence<Base, any Error> & Sendable, _ encode: @escaping @Sendable (Base) throws -> [UInt8]) {
        self.base = base
        self.encode = encode
    }

    func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator(), encode: encode) }

    struct Iterator: AsyncIteratorProtocol {
        var base: any AsyncIteratorProtocol<Base, any Error>
        let encode: @Sendable (Base) throws -> [UInt8]

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            try await base.next(isolation: actor).map(encode)
        }
    }
}

extension UInt8 {
    /// What begins a text of a sequence (RFC 7464).
    fileprivate static let recordSeparator: UInt8 = 0x1E
}
