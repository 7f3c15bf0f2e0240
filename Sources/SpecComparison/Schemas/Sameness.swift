/// Which pairs of schemas allow the same, as far as that was asked.
///
/// Schemas lead back to themselves. So whatever is asked of is taken to be the same until something speaks against it: if nothing does
/// by the end of the outermost question, all that was taken for granted on the way holds. What does not hold never does, however
/// much was taken for granted, and is kept.
struct Sameness {
    private var answers: [SchemaPair: Bool] = [:]
    /// The pairs that are taken to be the same, in the order in which they were met.
    private var assumed: [SchemaPair] = []
    private var openQuestions = 0

    /// A pair that is asked of.
    struct Question {
        fileprivate var pair: SchemaPair
        fileprivate var position: Int
    }

    var isAsking: Bool { openQuestions > 0 }

    subscript(pair: SchemaPair) -> Bool? { answers[pair] }

    mutating func ask(_ pair: SchemaPair) -> Question {
        openQuestions += 1
        answers[pair] = true
        assumed.append(pair)
        return Question(pair: pair, position: assumed.count - 1)
    }

    mutating func answer(_ question: Question, _ isSame: Bool) {
        openQuestions -= 1
        if !isSame {
            // What was met since may rest on this.
            for pair in assumed[question.position...] { answers[pair] = nil }
            assumed.removeSubrange(question.position...)
            answers[question.pair] = false
        }
        if openQuestions == 0 { assumed = [] }
    }
}
