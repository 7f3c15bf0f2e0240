/// The words that a spec's name is made of.
struct NameWords {
    var words: [String] = []

    /// Splits at whatever can't stand in an identifier. A sign that alone tells two names apart is a word: `+1` and `-1`, `<` and `>=`.
    init(_ wireName: String) {
        var word = ""
        let scalars = Array(wireName.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar.standsInNames {
                word.unicodeScalars.append(scalar)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            let standsForItself = words.isEmpty || next == nil
            if standsForItself, let name = Self.signs[scalar] { words.append(name) }
        }
        if !word.isEmpty { words.append(word) }
        words = words.map { $0.allSatisfy { $0.isUppercase || $0.isNumber } && $0.count > 1 && words.count > 1 ? $0.lowercased() : $0 }
        if wireName.isEmpty { words = ["empty"] }
        if words.isEmpty { words = scalars.flatMap(\.nameWords) }
    }

    private static let signs: [Unicode.Scalar: String] = [
        "+": "plus", "-": "minus", "<": "less", ">": "greater", "=": "equal", "*": "star", "/": "slash", "%": "percent", "&": "and",
        "|": "or",
        "!": "not", "?": "question", "@": "at", "#": "number", "$": "dollar", "^": "caret", "~": "tilde", ".": "dot", ",": "comma",
        ":": "colon",
    ]
}

extension Unicode.Scalar {
    /// Whether it may stand in an identifier, and would be seen there.
    fileprivate var standsInNames: Bool {
        // Nearly all names are ASCII, for which Unicode's tables need not be asked.
        if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) }
        return properties.isXIDContinue && self != "_" && !properties.isDefaultIgnorableCodePoint
    }

    /// What Unicode calls it: `😀` is `grinning face`. Empty for what isn't seen.
    fileprivate var nameWords: [String] {
        guard let name = properties.name, !isUnprintable, !properties.isDefaultIgnorableCodePoint, self != "_" else { return [] }
        return name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
