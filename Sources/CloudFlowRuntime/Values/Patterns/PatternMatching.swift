/// A text that is being matched.
struct PatternMatching {
    private let scalars: [Unicode.Scalar]
    /// How many more steps may be taken. Lookaheads at every position would take time that grows with the square of the length.
    private var steps: Int

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        steps = 1_000_000 + 100 * scalars.count
    }

    /// Whether the program matches from somewhere at or behind `start` on, or just from there on.
    mutating func matches(_ program: PatternProgram, from start: Int = 0, onlyThere: Bool = false) -> Bool {
        var states = PatternStates(count: program.instructions.count)
        for position in start...scalars.count {
            if position == start || !onlyThere, enter(0, of: program, at: position, &states) { return true }
            guard position < scalars.count, steps > 0 else { return false }
            if onlyThere, states.current.isEmpty { return false }
            let scalar = scalars[position]
            let current = states.advance()
            for state in current {
                guard case .scalar(let set) = program.instructions[state], set.contains(scalar) else { continue }
                if enter(state + 1, of: program, at: position + 1, &states) { return true }
            }
        }
        return false
    }

    /// Enters a state, and all that are reached from it without a scalar; returns whether the match is one of them.
    private mutating func enter(_ state: Int, of program: PatternProgram, at position: Int, _ states: inout PatternStates) -> Bool {
        var pending = [state]
        while let state = pending.popLast() {
            guard states.visit(state) else { continue }
            steps -= 1
            switch program.instructions[state] {
            case .scalar: states.current.append(state)
            case .jump(let target): pending.append(target)
            case .split(let first, let second): pending += [second, first]
            case .assertion(let assertion): if holds(assertion, at: position) { pending.append(state + 1) }
            case .lookahead(let ahead, let isNegative):
                if matches(ahead, from: position, onlyThere: true) != isNegative { pending.append(state + 1) }
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
    var current: [Int] = []
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
    mutating func advance() -> [Int] {
        generation += 1
        defer { current.removeAll() }
        return current
    }
}
