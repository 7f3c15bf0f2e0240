/// JSON values that come one after the other, a line each (JSON Lines, NDJSON). It is read once.
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
        case arriving(TextLines)
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

    init(parsing body: Body) {
        storage = .arriving(TextLines(body: body))
    }

    /// The bytes to be sent.
    var body: Body {
        switch storage {
        case .made(let elements): Body(stream: Encoded(base: elements) { try $0.json() + [UInt8(ascii: "\n")] })
        case .arriving(let lines): lines.body
        }
    }

    public func makeAsyncIterator() -> Iterator {
        switch storage {
        case .made(let elements): Iterator(made: elements.makeAsyncIterator())
        case .arriving(let lines): Iterator(lines: lines.makeAsyncIterator())
        }
    }

    /// Reads one value after the other, as they arrive.
    public struct Iterator: AsyncIteratorProtocol {
        var made: (any AsyncIteratorProtocol<Element, any Error>)?
        var lines: TextLines.Iterator?

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
            if made != nil { return try await made?.next(isolation: actor) }
            while let line = try await lines?.next(isolation: actor) {
                // A record separator begins a text of RFC 7464.
                let json = line.first == 0x1E ? line.dropFirst() : line[...]
                if json.allSatisfy({ $0 == .space }) { continue }
                return try Element(json: json)
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
