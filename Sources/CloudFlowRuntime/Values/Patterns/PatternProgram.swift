/// A regular expression as a machine that is in several states at once (Thompson, 1968).
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// Goes on behind a scalar of a set.
        case scalar(set: Int)
        case assertion(PatternAssertion)
        /// Goes on if what follows matches, or doesn't.
        case lookahead(Int, isNegative: Bool)
        /// Goes on at both.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    private(set) var instructions: [Instruction] = []
    private(set) var lookaheads: [PatternProgram] = []
    private var sets: [ScalarSet] = []
    /// For each set a bit for each of its ASCII scalars.
    private var asciiSets: [UInt128] = []

    /// Repetitions are written out, which is where this many nodes can come from.
    private static let mostNodes = 10_000
    private var nodes = 0

    init(_ node: PatternNode) throws(UnreadablePattern) {
        try append(node)
        instructions.append(.match)
    }

    /// Whether it can match nowhere but from the start of a text on.
    var isAnchored: Bool {
        if case .assertion(.start) = instructions[0] { true } else { false }
    }

    /// Whether the instruction is one for a scalar, and for this one.
    func accepts(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        guard case .scalar(let set) = instructions[index] else { return false }
        return scalar.isASCII ? asciiSets[set] >> UInt128(scalar.value) & 1 == 1 : sets[set].contains(scalar)
    }

    private mutating func append(_ node: PatternNode) throws(UnreadablePattern) {
        nodes += 1
        guard nodes <= Self.mostNodes else { throw UnreadablePattern() }
        switch node {
        case .scalar(let set): append(set)
        case .assertion(let assertion): instructions.append(.assertion(assertion))
        case .lookahead(let node, let isNegative):
            instructions.append(.lookahead(lookaheads.count, isNegative: isNegative))
            lookaheads.append(try PatternProgram(node))
        case .sequence(let nodes): for node in nodes { try append(node) }
        case .choice(let nodes): try appendChoice(nodes)
        case .repeated(let node, let minimum, let maximum):
            for _ in 0..<minimum { try append(node) }
            if let maximum { try appendOptional(node, atMost: maximum - minimum) } else { try appendLoop(node) }
        }
    }

    private mutating func append(_ set: ScalarSet) {
        // Repetitions make many of one.
        if sets.last == set { return instructions.append(.scalar(set: sets.count - 1)) }
        instructions.append(.scalar(set: sets.count))
        sets.append(set)
        let scalars = (0..<128).lazy.map { Unicode.Scalar($0 as UInt8) }
        asciiSets.append(scalars.reduce(0) { $0 | (set.contains($1) ? 1 << UInt128($1.value) : 0) })
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
