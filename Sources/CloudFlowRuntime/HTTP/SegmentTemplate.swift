/// A segment of a path that holds parameters and text: `{name}.json`, `{id}:cancel`, `{latitude},{longitude}`.
struct SegmentTemplate: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        /// Text as a request has it: percent-encoded.
        case literal(String)
        case parameter(String)
    }

    let pieces: [Piece]

    /// How much of it is text: the more, the better it fits what it fits.
    var literalCount: Int {
        pieces.reduce(0) { count, piece in
            if case .literal(let text) = piece { count + text.utf8.count } else { count }
        }
    }

    /// What its parameters are in a segment, as it was sent; nil where the segment doesn't fit. None is empty, and an earlier one is as
    /// short as can be.
    func values(in segment: Substring) -> [String: Substring]? {
        Self.values(of: pieces[...], in: segment)
    }

    private static func values(of pieces: ArraySlice<Piece>, in text: Substring) -> [String: Substring]? {
        switch pieces.first {
        case nil: return text.isEmpty ? [:] : nil
        case .literal(let literal):
            return text.hasPrefix(literal) ? values(of: pieces.dropFirst(), in: text.dropFirst(literal.count)) : nil
        case .parameter(let name):
            if pieces.count == 1 { return text.isEmpty ? nil : [name: text] }
            for end in text.indices.dropFirst() {
                guard var values = values(of: pieces.dropFirst(), in: text[end...]) else { continue }
                values[name] = text[..<end]
                return values
            }
            return nil
        }
    }
}

extension Route.Segment {
    /// A segment of a path template. What stands in no braces is text; what a path can't hold of it is percent-encoded.
    init(_ text: Substring) {
        var pieces: [SegmentTemplate.Piece] = []
        var rest = text
        while !rest.isEmpty {
            let literal = rest.prefix { $0 != "{" }
            let behind = rest[literal.endIndex...]
            guard let close = behind.firstIndex(of: "}") else {
                pieces.append(.literal(rest.pathEncoded))
                break
            }
            if !literal.isEmpty { pieces.append(.literal(literal.pathEncoded)) }
            pieces.append(.parameter(String(behind[..<close].dropFirst())))
            rest = behind[behind.index(after: close)...]
        }
        switch (pieces.first, pieces.count) {
        case (.parameter(let name)?, 1): self = .parameter(name)
        case (.literal, 1), (nil, _): self = .literal(text.pathEncoded)
        default: self = .template(SegmentTemplate(pieces: pieces))
        }
    }

    /// The segment with the values of its parameters, percent-encoded.
    func text(_ parameters: [String: String]) -> String {
        switch self {
        case .literal(let text): text
        case .parameter(let name): parameters[name] ?? ""
        case .template(let template):
            template.pieces.map { piece in
                switch piece {
                case .literal(let text): text
                case .parameter(let name): parameters[name] ?? ""
                }
            }.joined()
        }
    }

    /// What the segment's parameters are in a segment of a path, as it was sent; nil where that doesn't fit.
    func values(in segment: Substring) -> [String: Substring]? {
        switch self {
        case .literal(let text): segment == text ? [:] : nil
        case .parameter(let name): [name: segment]
        case .template(let template): template.values(in: segment)
        }
    }
}
