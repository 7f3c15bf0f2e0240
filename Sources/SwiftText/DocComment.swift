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
            String(text.prefix(upTo: text.firstRange(of: "\n\n")?.lowerBound ?? text.endIndex))
        }
    }

    /// The first sentence, for a line of its own in a list.
    public var firstSentence: String? {
        summary.map { text in
            let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            return String(line.prefix(upTo: line.firstRange(of: ". ").map { line.index(after: $0.lowerBound) } ?? line.endIndex))
        }
    }

    /// The comment's lines, wrapped so that they end before column 120 where the words let them.
    func rendered(indentation: Int) -> String {
        let width = max(40, 116 - indentation)
        let lines = paragraphs.map { $0.markdownLines.flatMap { $0.wrapped(to: width) }.trimmed }
        return lines.filter { !$0.isEmpty }
            .map { $0.map { $0.isEmpty ? "///" : "/// \($0)" }.joined(separator: "\n") }
            .joined(separator: "\n///\n")
    }
}

extension [String] {
    /// Without empty lines at both ends.
    fileprivate var trimmed: [String] {
        Array(drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed())
    }
}

/// A line of Markdown, and whether its line breaks mean something: in a table, a fenced block, or indented code.
private struct MarkdownLine {
    var text: String
    var isVerbatim: Bool

    func wrapped(to width: Int) -> [String] {
        guard !isVerbatim, text.utf8.count > width, text.width > width else { return [text] }
        let leadingSpaces = leadingSpaces
        let hanging = hangingIndentation
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        for word in text.utf8.dropFirst(leadingSpaces).split(separator: UInt8(ascii: " ")).map(Substring.init) {
            let wordWidth = word.width
            if line.isEmpty {
                line = String(repeating: " ", count: leadingSpaces) + word
                lineWidth = leadingSpaces + wordWidth
            } else if lineWidth + 1 + wordWidth <= width || word.beginsBlock {
                line += " "
                line += word
                lineWidth += 1 + wordWidth
            } else {
                lines.append(line)
                line = String(repeating: " ", count: hanging) + word
                lineWidth = hanging + wordWidth
            }
        }
        return lines + [line]
    }

    private var leadingSpaces: Int { text.utf8.prefix { $0 == UInt8(ascii: " ") }.count }

    /// How far the further lines of a list item stand in.
    private var hangingIndentation: Int {
        let item = text.dropFirst(leadingSpaces)
        if item.hasPrefix("- ") || item.hasPrefix("* ") || item.hasPrefix("+ ") { return leadingSpaces + 2 }
        let digits = item.prefix { $0.isNumber }
        if !digits.isEmpty, item.dropFirst(digits.count).hasPrefix(". ") { return leadingSpaces + digits.count + 2 }
        return leadingSpaces
    }
}

extension StringProtocol {
    /// In columns.
    fileprivate var width: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : count }
}

extension Substring {
    /// Whether a line that starts with this word would be a part of a list, a heading or a quotation.
    fileprivate var beginsBlock: Bool { first.map { "#>-+*|".contains($0) || $0.isNumber } ?? false }

    /// The text without what would not be seen, or would change how the text around it is shown.
    fileprivate var printable: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return String(self) }
        return String(String.UnicodeScalarView(unicodeScalars.filter { $0 == "\t" || !$0.isUnprintable }))
    }
}

extension String {
    fileprivate var markdownLines: [MarkdownLine] {
        var lines: [MarkdownLine] = []
        var isFenced = false
        for line in markdownLineTexts {
            let text = line.printable.trimmingEnd
            let body = Substring(text.utf8.drop { $0 == UInt8(ascii: " ") })
            let isFence = body.hasPrefix("```") || body.hasPrefix("~~~")
            let isVerbatim =
                isFenced || isFence || body.hasPrefix("|") || body.hasPrefix("#") || text.hasPrefix("    ") || text.hasPrefix("\t")
            lines.append(MarkdownLine(text: text, isVerbatim: isVerbatim))
            if isFence { isFenced.toggle() }
        }
        return lines
    }

    /// The text between line breaks.
    private var markdownLineTexts: [Substring] {
        if utf8.allSatisfy({ $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0A) }) {
            return utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
        }
        return replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    private var trimmingEnd: String {
        guard let end = utf8.last, end <= 0x20 || end >= 0x80 else { return self }
        var text = self
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
