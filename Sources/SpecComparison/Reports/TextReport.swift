import SpecYAML

extension Comparison {
    /// A paragraph for each change, the worst first, and a line that counts them.
    ///
    /// - Parameter isColoured: whether levels have the colours of a terminal.
    public func textReport(isColoured: Bool) -> String {
        let paragraphs = sorted.map { $0.paragraph(isColoured: isColoured) }
        return (paragraphs + [tally]).joined(separator: "\n")
    }

    /// The worst changes first; the order of the description within a level.
    public var sorted: [Change] {
        Level.allCases.reversed().flatMap { level in changes.filter { $0.level == level } }
    }

    /// `2 breaking, 1 possibly breaking, 7 compatible`.
    public var tally: String {
        guard !changes.isEmpty else { return "no changes" }
        let counts = Level.allCases.reversed().map { level in (changes.filter { $0.level == level }.count, level) }
        return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1.rawValue)" }.joined(separator: ", ")
    }
}

extension Change {
    fileprivate func paragraph(isColoured: Bool) -> String {
        let colour = level == .breaking ? "31" : level == .possiblyBreaking ? "33" : "32"
        let title = isColoured ? "\u{1b}[1;\(colour)m\(level.rawValue)\u{1b}[0m" : level.rawValue
        var lines = ["\(title): \(subject): \(text)", "  \(old) -> \(new)  \(rule)"]
        if !isDocumentation { lines.append("  \(impacts)") }
        if let symbols { lines.append("  Swift: \(symbols)") }
        if !uses.isEmpty { lines.append("  in \(usesShown)") }
        return lines.joined(separator: "\n")
    }

    /// What it does to both sides, in one line.
    var impacts: String {
        "client: \(client.text)\(client.level.mark); service: \(service.text)\(service.level.mark)"
    }

    /// The names in the generated code, before and after.
    var symbols: String? {
        switch (oldSymbol, newSymbol) {
        case (nil, nil): nil
        case (let old?, nil): "\(old) is gone"
        case (nil, let new?): "\(new) is new"
        case (let old?, let new?): old == new ? old : "\(old) is now \(new)"
        }
    }

    var usesShown: String {
        let shown = uses.prefix(3).joined(separator: ", ")
        return uses.count > 3 ? "\(shown) and \(uses.count - 3) more" : shown
    }
}

extension Level {
    fileprivate var mark: String { self == .compatible ? "" : " (\(rawValue))" }
}
