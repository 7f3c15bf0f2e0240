/// A piece of Swift source.
///
/// It is written as a template in the shape of its output. What is put into a template comes through a typed door: a name, a type, a
/// literal, a comment, another piece. There is no door for a bare `String`, so no text of a spec can become code.
///
/// A piece takes the indentation of the place where it is put, and a line that holds nothing but an empty piece vanishes.
public struct SwiftSource: ExpressibleByStringInterpolation, Hashable, Sendable {
    fileprivate var bytes: [UInt8]

    public init(stringLiteral literal: String) {
        bytes = Array(literal.utf8)
    }

    public init(stringInterpolation interpolation: StringInterpolation) {
        bytes = interpolation.finished
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Nothing at all. A line that holds only this vanishes.
    public static var nothing: SwiftSource { SwiftSource(bytes: []) }

    public var isEmpty: Bool { bytes.isEmpty }

    /// The source in UTF-8.
    public var utf8: [UInt8] { bytes }

    /// How often a line ends in it.
    public var lineBreaks: Int {
        bytes.withUnsafeBufferPointer { $0.reduce(0) { $0 &+ ($1 == newline ? 1 : 0) } }
    }

    /// The source as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public struct StringInterpolation: StringInterpolationProtocol {
        private var bytes: [UInt8] = []
        /// Where the current line begins.
        private var lineStart = 0
        /// Whether the current line holds only white space and empty pieces, at least one of them.
        private var lineIsVoid = false

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: String) {
            var literal = literal
            literal.withUTF8 { text in
                var start = 0
                while let end = text[start...].firstIndex(of: newline) {
                    if lineIsVoid, start == end, isAtLineStart {
                        bytes.removeSubrange(lineStart...)
                    } else {
                        append(text[start...end])
                    }
                    lineStart = bytes.count
                    lineIsVoid = false
                    start = end + 1
                }
                if !text[start...].allSatisfy({ $0 == space }) { lineIsVoid = false }
                append(text[start...])
            }
        }

        public mutating func appendInterpolation(_ source: SwiftSource) {
            if source.isEmpty {
                if isAtLineStart { lineIsVoid = true }
                return
            }
            lineIsVoid = false
            let indentation = indentation
            source.bytes.withUnsafeBufferPointer { text in
                var start = 0
                while let end = text[start...].firstIndex(of: newline) {
                    append(text[start...end])
                    lineStart = bytes.count
                    start = end + 1
                    let nextIsBlank = start == text.count || text[start] == newline
                    if !nextIsBlank { appendSpaces(indentation) }
                }
                append(text[start...])
            }
        }

        /// A line each, or nothing.
        public mutating func appendInterpolation(lines pieces: [SwiftSource]) {
            appendInterpolation(pieces.joined(by: "\n"))
        }

        /// The elements of a collection literal, a line each: with a comma behind each, unless there is just one, as swift-format has it.
        public mutating func appendInterpolation(elements pieces: [SwiftSource]) {
            appendInterpolation(pieces.count > 1 ? "\(pieces.joined(by: ",\n"))," : pieces.joined(by: ""))
        }

        /// Pieces with an empty line between them.
        public mutating func appendInterpolation(blocks pieces: [SwiftSource]) {
            appendInterpolation(pieces.joined(by: "\n\n"))
        }

        /// Pieces with commas between them, on one line where they fit, else a line each.
        ///
        /// - Parameters:
        ///   - suffix: what comes behind the list, closing parenthesis and all, so that it is known whether the line holds it too.
        ///   - limit: the longest line; with the 12 columns that declarations are nested at the most it makes 140.
        public mutating func appendInterpolation(list pieces: [SwiftSource], before suffix: SwiftSource = ")", limit: Int = 128) {
            let pieces = pieces.filter { !$0.isEmpty }
            let length = pieces.reduce(bytes.count - lineStart + suffix.bytes.count) { $0 + $1.bytes.count + 2 }
            defer { appendInterpolation(suffix) }
            if length <= limit + 2 || pieces.isEmpty {
                appendInterpolation(pieces.joined(by: ", "))
            } else {
                let indentation = indentation
                for (index, piece) in pieces.enumerated() {
                    beginLine(indentedBy: indentation + 4)
                    appendInterpolation(piece)
                    if index < pieces.count - 1 { bytes.append(UInt8(ascii: ",")) }
                }
                beginLine(indentedBy: indentation)
            }
        }

        public mutating func appendInterpolation(_ name: SwiftName) {
            append(name.spelling)
        }

        /// A name where no keyword can stand: after a dot, or as a label.
        public mutating func appendInterpolation(member name: SwiftName) {
            append(name.memberSpelling)
        }

        /// A name as the label of a function's parameter, which is what the function calls it, too.
        public mutating func appendInterpolation(parameter name: SwiftName) {
            append(name.labelSpelling)
        }

        public mutating func appendInterpolation(_ type: SwiftType) {
            append(type.spelling)
        }

        public mutating func appendInterpolation(_ number: Int) {
            append(String(number))
        }

        /// An integer literal of any size: what is no digit or minus of the text is left out.
        public mutating func appendInterpolation(digits text: String) {
            append(text.filter { $0.isASCII && $0.isNumber || $0 == "-" })
        }

        /// A floating-point literal.
        public mutating func appendInterpolation(number: Double) {
            append(String(number))
        }

        /// A string literal that stands for the text, whatever the text holds.
        public mutating func appendInterpolation(literal text: String) {
            append(text.swiftLiteral)
        }

        /// The same as a raw literal, in which JSON stays readable.
        public mutating func appendInterpolation(rawLiteral text: String) {
            append(text.swiftRawLiteral)
        }

        /// A string literal of texts, and of the values that names stand for.
        public mutating func appendInterpolation(literal pieces: [LiteralPiece]) {
            append("\"\(pieces.map(\.spelling).joined())\"")
        }

        /// Documentation: a `///` comment of as many lines as it takes.
        public mutating func appendInterpolation(doc comment: DocComment) {
            appendInterpolation(SwiftSource(bytes: comment.rendered(indentation: bytes.count - lineStart)))
        }

        /// Text in an ordinary `//` comment of one line.
        public mutating func appendInterpolation(comment text: String) {
            append(text.onOneLine)
        }

        private mutating func append(_ text: String) {
            lineIsVoid = false
            bytes.append(contentsOf: text.utf8)
        }

        private mutating func append(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text))
        }

        private mutating func appendSpaces(_ count: Int) {
            bytes.append(contentsOf: repeatElement(space, count: count))
        }

        private mutating func beginLine(indentedBy indentation: Int) {
            bytes.append(newline)
            lineStart = bytes.count
            appendSpaces(indentation)
        }

        /// How many spaces the current line begins with.
        private var indentation: Int {
            var end = lineStart
            while end < bytes.count, bytes[end] == space { end += 1 }
            return end - lineStart
        }

        /// Whether the current line holds nothing but spaces.
        private var isAtLineStart: Bool { lineStart + indentation == bytes.count }

        fileprivate var finished: [UInt8] {
            lineIsVoid && isAtLineStart ? Array(bytes[..<max(0, lineStart - 1)]) : bytes
        }
    }
}

/// A piece of an interpolated string literal.
public enum LiteralPiece: Hashable, Sendable {
    case text(String)
    case value(SwiftName)
    /// The raw value of what a name stands for.
    case rawValue(SwiftName)

    fileprivate var spelling: String {
        switch self {
        case .text(let text): text.swiftEscaped
        case .value(let name): "\\(\(name.spelling))"
        case .rawValue(let name): "\\(\(name.spelling).rawValue)"
        }
    }
}

extension [SwiftSource] {
    /// The pieces with a separator between them; empty ones are passed over.
    public func joined(by separator: SwiftSource) -> SwiftSource {
        var joined = SwiftSource.nothing
        for piece in self where !piece.isEmpty {
            if !joined.isEmpty { joined.bytes += separator.bytes }
            joined.bytes += piece.bytes
        }
        return joined
    }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
