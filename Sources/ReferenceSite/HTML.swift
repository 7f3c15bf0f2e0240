/// HTML that can hold only what came through a typed door: text is escaped, and only HTML goes in as it is.
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    var text: String

    static let empty = HTML(raw: "")

    /// - Parameter text: HTML of a source that makes nothing else.
    init(raw text: String) { self.text = text }

    init(stringLiteral literal: String) { text = literal }

    init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

    var isEmpty: Bool { text.isEmpty }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        /// Whether the current line holds only empty pieces so far: such a line vanishes.
        private var lineIsVoid = false

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ literal: String) {
            text += lineIsVoid && literal.hasPrefix("\n") ? literal.dropFirst() : literal[...]
            if !literal.isEmpty { lineIsVoid = false }
        }

        mutating func appendInterpolation(_ html: HTML) { append(html.text) }

        /// Lines.
        mutating func appendInterpolation(_ parts: [HTML]) { append(parts.filter { !$0.isEmpty }.map(\.text).joined(separator: "\n")) }

        mutating func appendInterpolation(_ plain: String) { append(plain.escapedForHTML) }

        private mutating func append(_ piece: String) {
            lineIsVoid = piece.isEmpty && (lineIsVoid || text.isEmpty || text.hasSuffix("\n"))
            text += piece
        }
    }
}

extension HTML {
    /// The same in an element, or nothing where there is nothing.
    func wrapped(in element: StaticString) -> HTML {
        isEmpty ? .empty : HTML(raw: "<\(element)>\(text)</\(element)>")
    }
}

extension String {
    /// As text of an element, or as the value of an attribute in double quotes.
    fileprivate var escapedForHTML: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
