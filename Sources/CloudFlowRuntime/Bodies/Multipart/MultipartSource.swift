/// Where the parts of a body that arrives come from: one part after the other is read out of it.
actor MultipartSource {
    private var chunks: Body.Iterator
    private var parser: MultipartParser
    /// The number of the part that is being read, from 1; whether it has come to its end.
    private var number = 0
    private var isAtEnd = true
    private var isBusy = false

    init(_ body: Body, boundary: String, limits: MultipartLimits) {
        chunks = body.makeAsyncIterator()
        parser = MultipartParser(boundary: boundary, limits: limits)
    }

    /// Skips what is left of the current part, and returns the next one.
    func nextPart() async throws -> MultipartPart? {
        while !isAtEnd { _ = try await chunk(ofPart: number) }
        guard case .header(let fields) = try await event() else { return nil }
        number += 1
        isAtEnd = false
        return MultipartPart(fields, body: Body(stream: PartStream(source: self, number: number)))
    }

    /// The next bytes of a part.
    func chunk(ofPart number: Int) async throws -> [UInt8]? {
        guard number == self.number else { throw MultipartError.passed }
        guard !isAtEnd else { return nil }
        if case .bytes(let bytes) = try await event() { return bytes }
        isAtEnd = true
        return nil
    }

    /// Reads the parts of a form until they are all there, or until a file is too long to be held: that one is a stream, and what comes
    /// behind it can't be read before it.
    ///
    /// - Parameter limit: how many bytes are held.
    func collect(upTo limit: Int) async throws -> (parts: [MultipartPart], isCut: Bool) {
        var parts: [MultipartPart] = []
        var left = limit
        while var part = try await nextPart() {
            var content: [UInt8] = []
            while let chunk = try await chunk(ofPart: number) {
                content += chunk
                left -= chunk.count
                if left >= 0 { continue }
                guard part.isFile else { throw BodyFailure.tooLarge(limit: limit) }
                part.body = Body(stream: PartStream(source: self, number: number, start: content))
                return (parts + [part], true)
            }
            part.body = Body(content)
            parts.append(part)
        }
        return (parts, false)
    }

    private func event() async throws -> MultipartParser.Event {
        guard !isBusy else { throw MultipartError.passed }
        isBusy = true
        defer { isBusy = false }
        while true {
            if let event = try parser.next() { return event }
            var chunks = chunks
            guard let chunk = try await chunks.next(isolation: self) else { throw MultipartError.brokenOff }
            self.chunks = chunks
            parser.push(chunk)
        }
    }

    private struct PartStream: AsyncSequence {
        let source: MultipartSource
        let number: Int
        /// What was read of it already.
        var start: [UInt8]?

        func makeAsyncIterator() -> Iterator { Iterator(source: source, number: number, start: start) }

        struct Iterator: AsyncIteratorProtocol {
            let source: MultipartSource
            let number: Int
            var start: [UInt8]?

            mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
                if let start = start.take() { return start }
                return try await source.chunk(ofPart: number)
            }
        }
    }
}

extension MultipartParser {
    /// The parts of a body that is at hand.
    static func parts(of bytes: [UInt8], boundary: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartError)
        -> [MultipartPart]
    {
        var parser = MultipartParser(boundary: boundary, limits: limits)
        parser.push(bytes)
        var parts: [MultipartPart] = []
        var content: [UInt8] = []
        while let event = try parser.next() {
            switch event {
            case .header(let fields): parts.append(MultipartPart(fields, body: Body()))
            case .bytes(let bytes): content += bytes
            case .endOfPart:
                parts[parts.count - 1].body = Body(content)
                content = []
            case .end: return parts
            }
        }
        throw .brokenOff
    }
}

extension MultipartPart {
    /// The parts of a body that is at hand.
    package static func parts(of bytes: [UInt8], boundary: String) throws(MultipartError) -> [MultipartPart] {
        try MultipartParser.parts(of: bytes, boundary: boundary)
    }
}
