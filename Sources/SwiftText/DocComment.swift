/// The documentation of a declaration: Markdown, as OpenAPI's descriptions are.
public struct DocComment: Hashable, Sendable, ExpressibleByStringLiteral {
    private var paragraphs: [String]

    /// Paragraphs with an empty line between them. Empty ones are passed over.
    public init(_ paragraphs: String?...) {
        self.paragraphs = paragraphs.compactMap { $0 }.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    public init(stringLiteral literal: String) {
        self.init(literal)
    }

    public var isEmpty: Bool { paragraphs.isEmpty }

    /// The same with another paragraph at the end.
    public func adding(_ paragraph: String?) -> DocComment {
        var added = self
        added.paragraphs += DocComment(paragraph).paragraphs
        return added
    }

    /// The first paragraph alone.
    public var summary: String? {
        paragraphs.first.map { text in
            var previous: UInt8 = 0
            for index in text.utf8.indices {
                let byte = text.utf8[index]
                if byte == newline, previous == newline { return String(text[..<text.utf8.index(before: index)]) }
                previous = byte
            }
            return text
        }
    }

    /// The first sentence, for a line of its own in a list.
    public var firstSentence: String? {
        summary.map { text in
            var sentence: [UInt8] = []
            var endsLine = false
            for byte in text.utf8 {
                if byte == newline || byte == UInt8(ascii: "\r") {
                    endsLine = !sentence.isEmpty
                    continue
                }
                if endsLine || byte == space, sentence.last == UInt8(ascii: ".") { break }
                if endsLine { sentence.append(space) }
                endsLine = false
                sentence.append(byte)
            }
            return String(decoding: sentence, as: UTF8.self)
        }
    }

    /// The comment's lines, wrapped so that they end before column 120 where the words let them.
    func rendered(indentation: Int) -> [UInt8] {
        var writer = CommentWriter(width: max(40, 116 - indentation))
        for paragraph in paragraphs { writer.append(paragraph: paragraph) }
        return writer.comment
    }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
