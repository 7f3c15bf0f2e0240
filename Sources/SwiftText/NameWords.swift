/// The words that a spec's name is made of.
struct NameWords {
    var words: [String] = []

    /// Splits at whatever can't stand in an identifier. A sign that alone tells two names apart is a word: `+1` and `-1`, `<` and `>=`.
    init(_ wireName: String) {
        let scalars = wireName.unicodeScalars
        var start = scalars.startIndex
        for index in scalars.indices where !scalars[index].standsInNames {
            if start < index { words.append(String(scalars[start..<index])) }
            start = scalars.index(after: index)
            let standsForItself = words.isEmpty || start == scalars.endIndex
            if standsForItself, let name = Self.signs[scalars[index]] { words.append(name) }
        }
        if start < scalars.endIndex { words.append(String(scalars[start...])) }
        if words.count > 1 { words = words.map { $0.isInCapitals ? $0.lowercased() : $0 } }
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

extension String {
    /// Whether it is more than one capital letter or digit, and nothing else.
    fileprivate var isInCapitals: Bool {
        // Nearly all words have a small letter.
        if utf8.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return false }
        return count > 1 && allSatisfy { $0.isUppercase || $0.isNumber }
    }
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
