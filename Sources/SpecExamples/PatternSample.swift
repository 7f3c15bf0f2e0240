import CloudFlowRuntime

/// Texts that match a regular expression.
struct PatternSample {
    private let node: PatternNode
    private let pattern: Pattern

    /// Nil for a pattern that can't be read.
    init?(_ pattern: String) {
        guard let node = PatternNode(pattern), let compiled = Pattern(pattern) else { return nil }
        self.node = node
        self.pattern = compiled
    }

    /// A text that matches and has a length in the range, in Unicode scalars; nil where none was found.
    ///
    /// - Parameter variant: which of several texts, from 0 on.
    func text(length: ClosedRange<Int>, variant: Int) -> String? {
        for repetitions in [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, length.lowerBound, length.lowerBound + 8] {
            for shift in 0..<4 {
                var draw = Draw(repetitions: repetitions, seed: variant + shift)
                draw.write(node)
                if accepts(draw.text, length) { return draw.text }
                // What is not held to the end may go on.
                let padded = draw.text + String(repeating: "a", count: max(0, length.lowerBound - draw.text.unicodeScalars.count))
                if accepts(padded, length) { return padded }
            }
        }
        return nil
    }

    private func accepts(_ text: String, _ length: ClosedRange<Int>) -> Bool {
        length.contains(text.unicodeScalars.count) && pattern.matches(text)
    }

    /// One way through the pattern.
    private struct Draw {
        let repetitions: Int
        /// Changes with every choice, so that the choices differ.
        var seed: Int
        var text = ""

        mutating func write(_ node: PatternNode) {
            switch node {
            case .scalar(let set): text.unicodeScalars.append(set.sample(seed))
            case .sequence(let nodes): for node in nodes { write(node) }
            case .choice(let nodes):
                let node = nodes[seed % nodes.count]
                write(node)
            case .repeated(let node, let minimum, let maximum):
                let count = min(max(minimum, repetitions), maximum ?? .max, 2_000)
                for _ in 0..<count {
                    guard text.utf8.count < 20_000 else { return }
                    write(node)
                }
            case .assertion, .lookahead: break
            }
        }
    }
}

extension ScalarSet {
    /// A scalar of the set: a letter or a digit, if it has one.
    fileprivate func sample(_ seed: Int) -> Unicode.Scalar {
        let plain = Self.plain.filter(contains)
        if !plain.isEmpty { return plain[seed % plain.count] }
        let ranges = isInverted ? [0x20...0x7E, 0xA1...0xFF, 0x100...0x17F] : self.ranges
        for range in ranges {
            for value in range.prefix(1_000) {
                if let scalar = Unicode.Scalar(value), contains(scalar) { return scalar }
            }
        }
        // A general category beyond the letters that were tried.
        return (UInt32(0x20)...0x2FFF).lazy.compactMap(Unicode.Scalar.init).first { contains($0) } ?? "?"
    }

    private static let plain = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. /:@".unicodeScalars)
}
