/// A regular expression as a tree.
indirect enum PatternNode {
    case scalar(ScalarSet)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// - Parameter maximum: Nil for any number of times.
    case repeated(PatternNode, minimum: Int, maximum: Int?)
    case assertion(PatternAssertion)
    case lookahead(PatternNode, isNegative: Bool)
}

/// What holds between two scalars of a text.
enum PatternAssertion {
    case start, end, wordBoundary, noWordBoundary
}
