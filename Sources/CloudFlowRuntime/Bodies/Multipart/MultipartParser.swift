import HTTPTypes

/// Takes a multipart body apart (RFC 2046, section 5.1), in whatever chunks it comes.
///
/// It holds no more than the last chunk, a boundary and the header of one part.
struct MultipartParser {
    enum Event: Equatable {
        /// A part begins.
        case header(HTTPFields)
        case bytes([UInt8])
        case endOfPart
        /// The last boundary has come; what follows has no meaning.
        case end
    }

    private enum Place {
        case preamble, header, body, end
    }

    /// What stands at an offset of the buffer; the ends are offsets behind it.
    private enum Boundary {
        case none
        /// It takes more bytes to tell.
        case partial
        case next(end: Int)
        case last(end: Int)
    }

    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    /// Begins with the line break that the first boundary may lack.
    private var buffer: [UInt8] = [.carriageReturn, .lineFeed]
    /// How much of the buffer is done with.
    private var start = 0
    private var place = Place.preamble
    private var parts = 0

    init(boundary: String, limits: MultipartLimits = MultipartLimits()) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
    }

    mutating func push(_ chunk: [UInt8]) {
        buffer.removeFirst(start)
        start = 0
        buffer += chunk
    }

    /// The next event; nil when it takes more bytes.
    mutating func next() throws(MultipartError) -> Event? {
        while true {
            switch place {
            case .preamble:
                guard let isPart = skipBoundary() else {
                    if takeContent() == nil { return nil }
                    continue
                }
                guard isPart else { throw .noParts }
                place = .header
            case .header:
                guard let fields = try takeHeader() else { return nil }
                parts += 1
                guard parts <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
                place = .body
                return .header(fields)
            case .body:
                guard let isPart = skipBoundary() else { return takeContent().map(Event.bytes) }
                place = isPart ? .header : .end
                return .endOfPart
            case .end:
                start = buffer.count
                return .end
            }
        }
    }

    /// Moves behind the boundary that comes next, if one does: whether a part follows.
    private mutating func skipBoundary() -> Bool? {
        switch boundary(at: start) {
        case .none, .partial: return nil
        case .next(let end):
            start = end
            return true
        case .last(let end):
            start = end
            return false
        }
    }

    /// What comes before the next boundary, as far as that can be told; nil when there is nothing.
    private mutating func takeContent() -> [UInt8]? {
        var end = start
        search: while end < buffer.count {
            end = buffer[end...].firstIndex(of: .carriageReturn) ?? buffer.count
            switch boundary(at: end) {
            case .none: end = Swift.min(end + 1, buffer.count)
            case .partial, .next, .last: break search
            }
        }
        guard end > start else { return nil }
        defer { start = end }
        return Array(buffer[start..<end])
    }

    private func boundary(at offset: Int) -> Boundary {
        for (index, byte) in delimiter.enumerated() {
            guard offset + index < buffer.count else { return .partial }
            guard buffer[offset + index] == byte else { return .none }
        }
        var end = offset + delimiter.count
        if buffer[end...].starts(with: [.minus, .minus]) { return .last(end: end + 2) }
        if buffer.count - end < 2, buffer[end...].allSatisfy({ $0 == .minus }) { return .partial }
        // White space that was added on the way stands before the end of the line.
        while end < buffer.count, buffer[end] == .space || buffer[end] == .tab { end += 1 }
        if buffer[end...].starts(with: [.carriageReturn, .lineFeed]) { return .next(end: end + 2) }
        let isPartial = buffer.count - end < 2 && buffer[end...].allSatisfy { $0 == .carriageReturn }
        return isPartial && end - offset < delimiter.count + 64 ? .partial : .none
    }

    /// The header of a part, up to an empty line; nil when that has not come yet.
    private mutating func takeHeader() throws(MultipartError) -> HTTPFields? {
        var fields = HTTPFields()
        var line = start
        while let end = lineEnd(from: line) {
            guard end - start <= limits.header else { throw .headerTooLong(limit: limits.header) }
            if end == line {
                start = end + 2
                return fields
            }
            let text = String(decoding: buffer[line..<end], as: UTF8.self)
            let name = text.prefix { $0 != ":" }
            guard name.endIndex < text.endIndex, let name = HTTPField.Name(String(name)) else { throw .malformedHeader }
            fields.append(
                HTTPField(name: name, value: String(text[text.index(after: text.firstIndex(of: ":") ?? text.startIndex)...]).trimmed)
            )
            line = end + 2
        }
        guard buffer.count - start <= limits.header else { throw .headerTooLong(limit: limits.header) }
        return nil
    }

    /// The offset of the line break that ends the line at `start`.
    private func lineEnd(from start: Int) -> Int? {
        var offset = start
        while let found = buffer[offset...].firstIndex(of: .carriageReturn), found + 1 < buffer.count {
            if buffer[found + 1] == .lineFeed { return found }
            offset = found + 1
        }
        return nil
    }
}
