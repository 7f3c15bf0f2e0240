/// An event that a server sends (the WHATWG's HTML standard, "Server-sent events").
public struct ServerSentEvent<Payload: JSONModel>: Sendable {
    /// What `data` holds: JSON, or the text itself where the payload is a `String`.
    public var data: Payload
    /// The event's type; nil where it has none, which means `message`.
    public var event: String?
    /// The last id that was given, by this event or one before it.
    public var id: String?
    /// How long to wait before connecting again, in milliseconds.
    public var retry: Int?

    /// An event to be sent.
    public init(_ data: Payload, event: String? = nil, id: String? = nil, retry: Int? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }
}

extension ServerSentEvent: Equatable where Payload: Equatable {}

/// Server-sent events, as they come or as they are made. It is read once.
///
///     for try await event in events { print(event.data) }
///
/// Events without data are passed over. The data `[DONE]` ends the sequence, as several APIs have it, unless the payload is text. Data that is
/// not what the spec says ends it with an error.
public struct EventStream<Payload: JSONModel>: AsyncSequence, Sendable {
    public typealias Element = ServerSentEvent<Payload>
    public typealias Failure = any Error
    /// Where the events of a stream that is sent come from.
    public typealias Source = any AsyncSequence<ServerSentEvent<Payload>, any Error> & Sendable

    private enum Storage: Sendable {
        case made(Source)
        case arriving(TextLines)
    }

    private let storage: Storage

    /// Events that are made while they are sent.
    public init(_ events: Source) {
        storage = .made(events)
    }

    /// Events at hand.
    public init(_ events: [ServerSentEvent<Payload>]) {
        storage = .made(Elements(elements: events))
    }

    init(parsing body: Body) {
        storage = .arriving(TextLines(body: body))
    }

    /// The bytes to be sent.
    var body: Body {
        switch storage {
        case .made(let events): Body(stream: Encoded(base: events) { try $0.encoded })
        case .arriving(let lines): lines.body
        }
    }

    public func makeAsyncIterator() -> Iterator {
        switch storage {
        case .made(let events): Iterator(made: events.makeAsyncIterator())
        case .arriving(let lines): Iterator(lines: lines.makeAsyncIterator())
        }
    }

    /// Reads one event after the other, as they arrive.
    public struct Iterator: AsyncIteratorProtocol {
        var made: (any AsyncIteratorProtocol<ServerSentEvent<Payload>, any Error>)?
        var lines: TextLines.Iterator?
        private var lastID: String?

        init(made: any AsyncIteratorProtocol<ServerSentEvent<Payload>, any Error>) { self.made = made }

        init(lines: TextLines.Iterator) { self.lines = lines }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> ServerSentEvent<Payload>? {
            if made != nil { return try await made?.next(isolation: actor) }
            var fields = EventFields()
            while let line = try await lines?.next(isolation: actor) {
                if !line.isEmpty {
                    fields.add(line)
                    continue
                }
                lastID = fields.id ?? lastID
                if let data = fields.data {
                    let isText = Payload.self == String.self
                    if !isText, data == Array("[DONE]".utf8) { return nil }
                    let payload = isText ? String(decoding: data, as: UTF8.self) as? Payload : try Payload(json: data)
                    return payload.map { ServerSentEvent($0, event: fields.event, id: lastID, retry: fields.retry) }
                }
                fields = EventFields()
            }
            // What the stream ends in the middle of is no event.
            return nil
        }
    }
}

/// The fields of an event, as its lines give them.
struct EventFields {
    var event: String?
    var data: [UInt8]?
    var id: String?
    var retry: Int?

    mutating func add(_ line: [UInt8]) {
        let line = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line[...]
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(name.count + 1)
        if value.first == .space { value.removeFirst() }
        switch String(decoding: name, as: UTF8.self) {
        case "data": data = data.map { $0 + [UInt8(ascii: "\n")] + value } ?? Array(value)
        case "event": event = String(decoding: value, as: UTF8.self)
        case "id" where !value.contains(0): id = String(decoding: value, as: UTF8.self)
        case "retry": retry = Int(String(decoding: value, as: UTF8.self)) ?? retry
        default: break
        }
    }
}

extension ServerSentEvent {
    /// The event as it is sent.
    fileprivate var encoded: [UInt8] {
        get throws {
            let text = if let text = data as? String { text } else { String(decoding: try data.json(), as: UTF8.self) }
            var lines: [String] = []
            if let event { lines.append("event: \(event.onOneLine)") }
            if let id { lines.append("id: \(id.onOneLine)") }
            if let retry { lines.append("retry: \(retry)") }
            lines += text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine).map { "data: \($0)" }
            return Array((lines.joined(separator: "\n") + "\n\n").utf8)
        }
    }
}

extension String {
    /// Without line ends, which would end the field.
    fileprivate var onOneLine: String { String(filter { !$0.endsLine }) }
}

extension Character {
    /// Whether it ends a line of a stream of events: no other separator of Unicode does.
    fileprivate var endsLine: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
