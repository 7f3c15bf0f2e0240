/// Why a pattern can't be read. It only ever becomes a nil.
struct UnreadablePattern: Error {}

/// Reads the syntax of ECMA-262, section 22.2.1, with what its annex B allows for the web, by Unicode scalars.
///
/// Not read are lookbehind, back references, Unicode properties other than general categories, and letters behind a
/// backslash that mean something in other languages only.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    static func parse(_ pattern: String) throws(UnreadablePattern) -> PatternNode {
        var parser = PatternParser(pattern)
        let node = try parser.choice()
        guard parser.next == nil else { throw UnreadablePattern() }
        return node
    }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func take() throws(UnreadablePattern) -> Unicode.Scalar {
        guard let next else { throw UnreadablePattern() }
        position += 1
        return next
    }

    /// Takes a text, if it comes next.
    mutating func take(_ text: String) -> Bool {
        let wanted = text.unicodeScalars
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func choice() throws(UnreadablePattern) -> PatternNode {
        depth += 1
        guard depth <= 100 else { throw UnreadablePattern() }
        var alternatives: [PatternNode] = []
        repeat { alternatives.append(try sequence()) } while take("|")
        depth -= 1
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func sequence() throws(UnreadablePattern) -> PatternNode {
        var terms: [PatternNode] = []
        while let next, next != "|", next != ")" {
            let term = try term()
            terms.append(try repeated(term))
        }
        return .sequence(terms)
    }

    private mutating func term() throws(UnreadablePattern) -> PatternNode {
        let scalar = try take()
        switch scalar {
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case ".": return .scalar(.lineEnds.inverted)
        case "[": return .scalar(try scalarClass())
        case "(": return try group()
        case "\\":
            if take("b") { return .assertion(.wordBoundary) }
            if take("B") { return .assertion(.noWordBoundary) }
            return .scalar(try escape())
        case "*", "+", "?": throw UnreadablePattern()
        default: return .scalar(ScalarSet(scalar.value...scalar.value))
        }
    }

    private mutating func group() throws(UnreadablePattern) -> PatternNode {
        var lookahead: Bool?
        if take("?=") {
            lookahead = false
        } else if take("?!") {
            lookahead = true
        } else if take("?<") {
            guard let next, next != "=", next != "!" else { throw UnreadablePattern() }
            while try take() != ">" {}
        } else if !take("?:"), next == "?" {
            throw UnreadablePattern()
        }
        let content = try choice()
        guard take(")") else { throw UnreadablePattern() }
        return lookahead.map { .lookahead(content, isNegative: $0) } ?? content
    }

    private mutating func repeated(_ term: PatternNode) throws(UnreadablePattern) -> PatternNode {
        let minimum: Int
        let maximum: Int?
        if take("*") {
            (minimum, maximum) = (0, nil)
        } else if take("+") {
            (minimum, maximum) = (1, nil)
        } else if take("?") {
            (minimum, maximum) = (0, 1)
        } else if let bounds = bounds() {
            (minimum, maximum) = bounds
        } else {
            return term
        }
        // A lazy repetition matches where the greedy one does.
        _ = take("?")
        if case .assertion = term { throw UnreadablePattern() }
        if let maximum, maximum < minimum { throw UnreadablePattern() }
        return .repeated(term, minimum: minimum, maximum: maximum)
    }

    /// `{2}`, `{2,}`, `{2,5}`; anything else in braces stands for itself.
    private mutating func bounds() -> (minimum: Int, maximum: Int?)? {
        let start = position
        if take("{"), let minimum = number() {
            if take("}") { return (minimum, minimum) }
            if take(",") {
                if take("}") { return (minimum, nil) }
                if let maximum = number(), take("}") { return (minimum, maximum) }
            }
        }
        position = start
        return nil
    }

    private mutating func number() -> Int? {
        var number: Int?
        while let next, let digit = Int(String(next)), number ?? 0 < 1_000_000 {
            number = (number ?? 0) * 10 + digit
            position += 1
        }
        return number
    }
}
