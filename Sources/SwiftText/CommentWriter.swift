/// Writes paragraphs of Markdown as the lines of a `///` comment, in UTF-8.
struct CommentWriter {
    /// How many columns a line has behind its mark.
    let width: Int
    private(set) var comment: [UInt8] = []
    /// Whether the current paragraph has a line yet.
    private var isInParagraph = false
    /// Empty lines that are written if another line follows them.
    private var emptyLines = 0

    init(width: Int) {
        self.width = width
    }

    mutating func append(paragraph: String) {
        isInParagraph = false
        emptyLines = 0
        var isFenced = false
        let text = paragraph.printableLines
        var start = 0
        while start <= text.count {
            let end = text[start...].firstIndex(of: newline) ?? text.count
            let line = MarkdownLine(text[start..<end])
            if line.text.isEmpty {
                emptyLines += 1
            } else if isFenced || line.isVerbatim || line.text.columns <= width {
                append(line.text)
            } else {
                appendWrapped(line)
            }
            if line.isFence { isFenced.toggle() }
            start = end + 1
        }
    }

    private mutating func appendWrapped(_ line: MarkdownLine) {
        beginLine()
        appendSpaces(line.leadingSpaces)
        var column = line.leadingSpaces
        var position = line.text.startIndex
        var isFirst = true
        while let word = line.word(from: position) {
            let columns = line.text[word].columns
            if isFirst {
                isFirst = false
            } else if column + 1 + columns <= width || line.beginsBlock(at: word.lowerBound) {
                appendSpaces(1)
                column += 1
            } else {
                beginLine()
                appendSpaces(line.hangingIndentation)
                column = line.hangingIndentation
            }
            comment.append(contentsOf: line.text[word])
            column += columns
            position = word.upperBound
        }
    }

    private mutating func append(_ line: ArraySlice<UInt8>) {
        beginLine()
        comment.append(contentsOf: line)
    }

    private mutating func beginLine() {
        if !isInParagraph {
            // An empty line sets paragraphs apart; those before and behind a paragraph's own text are passed over.
            emptyLines = comment.isEmpty ? 0 : 1
            isInParagraph = true
        }
        for _ in 0..<emptyLines {
            comment.append(contentsOf: "\n///".utf8)
        }
        emptyLines = 0
        if !comment.isEmpty { comment.append(newline) }
        comment.append(contentsOf: "/// ".utf8)
    }

    private mutating func appendSpaces(_ count: Int) {
        comment.append(contentsOf: repeatElement(space, count: count))
    }
}

/// A line of Markdown, in UTF-8.
private struct MarkdownLine {
    let text: ArraySlice<UInt8>
    let leadingSpaces: Int

    /// The line without white space at its end.
    init(_ line: ArraySlice<UInt8>) {
        var end = line.endIndex
        while end > line.startIndex, line[end - 1] <= space { end -= 1 }
        text = line[..<end]
        leadingSpaces = text.prefix { $0 == space }.count
    }

    /// Whether it opens or closes a block of code.
    var isFence: Bool { begins(with: "```") || begins(with: "~~~") }

    /// Whether its line breaks mean something: in a table, a heading, a fence, or indented code.
    var isVerbatim: Bool {
        leadingSpaces >= 4 || text.first == UInt8(ascii: "\t") || begins(with: "|") || begins(with: "#") || isFence
    }

    /// How far the further lines of a list item stand in.
    var hangingIndentation: Int {
        if begins(with: "- ") || begins(with: "* ") || begins(with: "+ ") { return leadingSpaces + 2 }
        let item = text.dropFirst(leadingSpaces)
        let digits = item.prefix { $0.isDigit }.count
        if digits > 0, item.dropFirst(digits).starts(with: ". ".utf8) { return leadingSpaces + digits + 2 }
        return leadingSpaces
    }

    /// The first word at a position or behind it.
    func word(from position: Int) -> Range<Int>? {
        guard let start = text[position...].firstIndex(where: { $0 != space }) else { return nil }
        return start..<(text[start...].firstIndex(of: space) ?? text.endIndex)
    }

    /// Whether a line that starts with this word would be a part of a list, a heading or a quotation.
    func beginsBlock(at position: Int) -> Bool {
        text[position].isDigit || "#>-+*|".utf8.contains(text[position])
    }

    /// Whether this is what comes behind the spaces.
    private func begins(with mark: StaticString) -> Bool {
        text.dropFirst(leadingSpaces).starts(with: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
    }
}

extension String {
    /// Its lines with "\n" between them, without what would not be seen, or would change how the text around it is shown.
    fileprivate var printableLines: [UInt8] {
        let bytes = Array(utf8)
        if bytes.allSatisfy({ $0 < 0x7F && $0 >= 0x20 || $0 == newline }) { return bytes }
        var lines: [UInt8] = []
        var lineEnd = 0
        var previous: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            if scalar.endsLine {
                lines.removeSubrange(lineEnd...)
                if scalar != "\n" || previous != "\r" { lines.append(newline) }
                lineEnd = lines.count
            } else if scalar == "\t" || !scalar.isUnprintable {
                lines.append(contentsOf: scalar.utf8)
                if !scalar.properties.isWhitespace { lineEnd = lines.count }
            }
            previous = scalar
        }
        lines.removeSubrange(lineEnd...)
        return lines
    }
}

extension Unicode.Scalar {
    fileprivate var endsLine: Bool {
        switch self {
        case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}

extension ArraySlice<UInt8> {
    /// How wide the text is.
    fileprivate var columns: Int { allSatisfy { $0 < 0x80 } ? count : String(decoding: self, as: UTF8.self).count }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
