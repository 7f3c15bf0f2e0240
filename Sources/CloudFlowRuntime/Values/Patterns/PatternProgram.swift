/// A regular expression as a machine that is in several states at once (Thompson, 1968).
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// Goes on behind a scalar of the set.
        case scalar(ScalarSet)
        case assertion(PatternAssertion)
        /// Goes on if what follows matches, or doesn't.
        case lookahead(PatternProgram, isNegative: Bool)
        /// Goes on at both.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    private(set) var instructions: [Instruction] = []

    /// Repetitions are written out, which is where this many can come from.
    private static let mostInstructions = 10_000

    init(_ node: PatternNode) throws(UnreadablePattern) {
        try append(node)
        instructions.append(.match)
    }

    private mutating func append(_ node: PatternNode) throws(UnreadablePattern) {
        guard instructions.count < Self.mostInstructions else { throw UnreadablePattern() }
        switch node {
        case .scalar(let set): instructions.append(.scalar(set))
        case .assertion(let assertion): instructions.append(.assertion(assertion))
        case .lookahead(let node, let isNegative): instructions.append(.lookahead(try PatternProgram(node), isNegative: isNegative))
        case .sequence(let nodes): for node in nodes { try append(node) }
        case .choice(let nodes): try appendChoice(nodes)
        case .repeated(let node, let minimum, let maximum):
            for _ in 0..<minimum { try append(node) }
            if let maximum { try appendOptional(node, atMost: maximum - minimum) } else { try appendLoop(node) }
        }
    }

    private mutating func appendChoice(_ nodes: [PatternNode]) throws(UnreadablePattern) {
        var exits: [Int] = []
        for node in nodes.dropLast() {
            let split = instructions.count
            instructions.append(.match)
            try append(node)
            exits.append(instructions.count)
            instructions.append(.match)
            instructions[split] = .split(split + 1, instructions.count)
        }
        if let last = nodes.last { try append(last) }
        for exit in exits { instructions[exit] = .jump(instructions.count) }
    }

    private mutating func appendLoop(_ node: PatternNode) throws(UnreadablePattern) {
        let split = instructions.count
        instructions.append(.match)
        try append(node)
        instructions.append(.jump(split))
        instructions[split] = .split(split + 1, instructions.count)
    }

    private mutating func appendOptional(_ node: PatternNode, atMost count: Int) throws(UnreadablePattern) {
        var splits: [Int] = []
        for _ in 0..<count {
            splits.append(instructions.count)
            instructions.append(.match)
            try append(node)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }
}
