import Synchronization

/// A regular expression of ECMA-262 as JSON Schema's `pattern` has it: by Unicode scalars, matching anywhere in a text.
///
/// It takes time in proportion to the length of the text, whatever the pattern and the text are. The standard library's `Regex`
/// goes back and forth instead: sixteen letters are enough to keep `^(a+)+$` busy for seconds. Nor does it read ECMA-262.
///
/// Not read are lookbehind, back references, Unicode properties other than general categories (`\p{Lu}`), and repetitions that
/// amount to more than 10,000 steps.
public struct Pattern: Sendable {
    private let program: PatternProgram

    /// Nil for a pattern that is malformed or can't be read.
    public init?(_ pattern: String) {
        guard let program = try? PatternProgram(PatternParser.parse(pattern)) else { return nil }
        self.program = program
    }

    /// Whether the pattern matches somewhere in the text. With lookaheads at every place, a long text may take more time than it is
    /// given: then it does not.
    public func matches(_ text: String) -> Bool {
        var matching = PatternMatching(text)
        return matching.matches(program)
    }

    /// The pattern, which is read once.
    static func compiled(_ pattern: StaticString) -> Pattern? {
        let text = pattern.description
        if let known = patterns.withLock({ $0[text] }) { return known }
        let pattern = Pattern(text)
        patterns.withLock { $0[text] = .some(pattern) }
        return pattern
    }

    /// Those of the program, which are literals, so there is an end to them.
    private static let patterns = Mutex<[String: Pattern?]>([:])
}
