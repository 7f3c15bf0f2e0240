/// A text that is being matched.
struct PatternMatching {
    private let scalars: [Unicode.Scalar]
    /// How many more steps may be taken. Lookaheads at every position would take time that grows with the square of the length.
    private var steps: Int

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        steps = 1_000_000 + 50 * scalars.count
    }

    /// Whether the program matches from somewhere at or behind `start` on, or just from there on.
    mutating func matches(_ program: PatternProgram, from start: Int = 0, onlyThere: Bool = false) -> Bool {
        let onlyThere = onlyThere || program.isAnchored
        var states = PatternStates(count: program.instructions.count)
        steps -= program.instructions.count / 8
        var position = start
        while true {
            if position == start || !onlyThere, enter(0, of: program, at: position, &states) { return true }
            guard position < scalars.count, steps > 0, !onlyThere || !states.waiting.isEmpty else { return false }
            let scalar = scalars[position]
            position += 1
            for state in states.leave() where program.accepts(scalar, at: state) {
                if enter(state + 1, of: program, at: position, &states) { return true }
            }
        }
    }

    /// Enters a state, and all that are reached from it without a scalar; returns whether the match is one of them.
    private mutating func enter(_ state: Int, of program: PatternProgram, at position: Int, _ states: inout PatternStates) -> Bool {
        states.pending.append(state)
        while let state = states.pending.popLast() {
            guard states.visit(state) else { continue }
            steps -= 1
            switch program.instructions[state] {
            case .scalar: states.waiting.append(state)
            case .jump(let target): states.pending.append(target)
            case .split(let first, let second):
                states.pending.append(second)
                states.pending.append(first)
            case .assertion(let assertion): if holds(assertion, at: position) { states.pending.append(state + 1) }
            case .lookahead(let index, let isNegative):
                if matches(program.lookaheads[index], from: position, onlyThere: true) != isNegative { states.pending.append(state + 1) }
            case .match: return true
            }
        }
        return false
    }

    private func holds(_ assertion: PatternAssertion, at position: Int) -> Bool {
        switch assertion {
        case .start: position == 0
        case .end: position == scalars.count
        case .wordBoundary: isWord(position - 1) != isWord(position)
        case .noWordBoundary: isWord(position - 1) == isWord(position)
        }
    }

    private func isWord(_ position: Int) -> Bool {
        scalars.indices.contains(position) && ScalarSet.wordCharacters.contains(scalars[position])
    }
}

/// The states that a machine is in.
private struct PatternStates {
    /// Those that wait for a scalar.
    var waiting: [Int] = []
    /// Those that are still to be entered.
    var pending: [Int] = []
    private var left: [Int] = []
    /// In which generation each state was entered last.
    private var visits: [Int]
    private var generation = 1

    init(count: Int) { visits = Array(repeating: 0, count: count) }

    /// Returns false where the state was entered before.
    mutating func visit(_ state: Int) -> Bool {
        if visits[state] == generation { return false }
        visits[state] = generation
        return true
    }

    /// Leaves all states, to enter those behind the next scalar.
    mutating func leave() -> [Int] {
        generation += 1
        swap(&waiting, &left)
        waiting.removeAll(keepingCapacity: true)
        return left
    }
}
