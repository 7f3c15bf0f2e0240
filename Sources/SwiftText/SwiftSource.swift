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
            var rest = literal.utf8[...]
            while let newline = rest.firstIndex(of: newline) {
                let line = rest[..<newline]
                rest = rest[rest.index(after: newline)...]
                if lineIsVoid, line.isEmpty, isBlank(bytes[lineStart...]) {
                    bytes.removeSubrange(lineStart...)
                } else {
                    bytes.append(contentsOf: line)
                    bytes.append(SwiftText.newline)
                }
                lineStart = bytes.count
                lineIsVoid = false
            }
            if !rest.isEmpty, !isBlank(rest) { lineIsVoid = false }
            bytes.append(contentsOf: rest)
        }

        public mutating func appendInterpolation(_ source: SwiftSource) {
            if source.isEmpty {
                if isBlank(bytes[lineStart...]) { lineIsVoid = true }
                return
            }
            lineIsVoid = false
            let indentation = Array(bytes[lineStart...].prefix { $0 == space })
            var start = source.bytes.startIndex
            while let end = source.bytes[start...].firstIndex(of: newline) {
                bytes.append(contentsOf: source.bytes[start...end])
                lineStart = bytes.count
                start = end + 1
                let nextIsBlank = start == source.bytes.endIndex || source.bytes[start] == newline
                if !nextIsBlank { bytes.append(contentsOf: indentation) }
            }
            bytes.append(contentsOf: source.bytes[start...])
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
                let indentation = bytes[lineStart...].prefix { $0 == space }.count
                let inner = [UInt8](repeating: space, count: indentation + 4)
                for (index, piece) in pieces.enumerated() {
                    bytes.append(SwiftText.newline)
                    lineStart = bytes.count
                    bytes.append(contentsOf: inner)
                    appendInterpolation(piece)
                    if index < pieces.count - 1 { bytes.append(UInt8(ascii: ",")) }
                }
                bytes.append(SwiftText.newline)
                lineStart = bytes.count
                bytes.append(contentsOf: inner.dropLast(4))
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

        /// A floating-point literal.
        public mutating func appendInterpolation(number: Double) {
            append(String(number))
        }

        /// A string literal that stands for the text, whatever the text holds.
        public mutating func appendInterpolation(literal text: String) {
            append(text.swiftLiteral)
        }

        /// A string literal of texts, and of the values that names stand for.
        public mutating func appendInterpolation(literal pieces: [LiteralPiece]) {
            append("\"\(pieces.map(\.spelling).joined())\"")
        }

        /// Documentation: a `///` comment of as many lines as it takes.
        public mutating func appendInterpolation(doc comment: DocComment) {
            appendInterpolation(SwiftSource(bytes: Array(comment.rendered(indentation: bytes.count - lineStart).utf8)))
        }

        /// Text in an ordinary `//` comment of one line.
        public mutating func appendInterpolation(comment text: String) {
            append(text.onOneLine)
        }

        private mutating func append(_ text: String) {
            lineIsVoid = false
            bytes.append(contentsOf: text.utf8)
        }

        fileprivate var finished: [UInt8] {
            lineIsVoid && isBlank(bytes[lineStart...]) ? Array(bytes[..<max(0, lineStart - 1)]) : bytes
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

private func isBlank(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == space }
}
