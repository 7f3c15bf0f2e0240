/// A regular expression as a tree.
package indirect enum PatternNode {
    case scalar(ScalarSet)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// - Parameter maximum: Nil for any number of times.
    case repeated(PatternNode, minimum: Int, maximum: Int?)
    case assertion(PatternAssertion)
    case lookahead(PatternNode, isNegative: Bool)
}

/// What holds between two scalars of a text.
package enum PatternAssertion {
    case start, end, wordBoundary, noWordBoundary
}

extension PatternNode {
    /// Nil for a pattern that is malformed or can't be read.
    package init?(_ pattern: String) {
        guard let node = try? PatternParser.parse(pattern) else { return nil }
        self = node
    }
}
