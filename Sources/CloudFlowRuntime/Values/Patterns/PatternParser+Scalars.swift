extension PatternParser {
    /// What stands behind a `[`, and the `]`.
    mutating func scalarClass() throws(UnreadablePattern) -> ScalarSet {
        let isInverted = take("^")
        var set = ScalarSet()
        while !take("]") {
            let first = try classAtom()
            guard let lower = first.single, next == "-" else {
                set.formUnion(first)
                continue
            }
            _ = take("-")
            if take("]") {
                set.formUnion(first)
                set.insert(0x2D...0x2D)
                break
            }
            let second = try classAtom()
            if let upper = second.single {
                guard lower <= upper else { throw UnreadablePattern() }
                set.insert(lower...upper)
            } else {
                set.formUnion(first)
                set.insert(0x2D...0x2D)
                set.formUnion(second)
            }
        }
        set.isInverted = isInverted
        return set
    }

    private mutating func classAtom() throws(UnreadablePattern) -> ScalarSet {
        let scalar = try take()
        guard scalar == "\\" else { return ScalarSet(scalar) }
        return take("b") ? ScalarSet("\u{8}") : try escape()
    }

    /// What stands behind a backslash.
    mutating func escape() throws(UnreadablePattern) -> ScalarSet {
        let scalar = try take()
        switch scalar {
        case "d": return .digits
        case "D": return .digits.inverted
        case "w": return .wordCharacters
        case "W": return .wordCharacters.inverted
        case "s": return .whiteSpace
        case "S": return .whiteSpace.inverted
        case "t": return ScalarSet("\t")
        case "n": return ScalarSet("\n")
        case "r": return ScalarSet("\r")
        case "v": return ScalarSet("\u{B}")
        case "f": return ScalarSet("\u{C}")
        case "0": return ScalarSet("\0")
        case "x": return ScalarSet(try hexadecimal(digits: 2))
        case "u": return ScalarSet(try unicodeEscape())
        case "p", "P":
            guard take("{") else { throw UnreadablePattern() }
            var name = ""
            while !take("}") { name.unicodeScalars.append(try take()) }
            guard let set = ScalarSet(property: name) else { throw UnreadablePattern() }
            return scalar == "p" ? set : set.inverted
        case "a"..."z", "A"..."Z", "1"..."9": throw UnreadablePattern()
        default: return ScalarSet(scalar)
        }
    }

    private mutating func unicodeEscape() throws(UnreadablePattern) -> Unicode.Scalar {
        if take("{") {
            var value: UInt32 = 0
            repeat { value = value << 4 | (try digit()) } while next != "}" && value < 0x11_0000
            guard take("}"), let scalar = Unicode.Scalar(value) else { throw UnreadablePattern() }
            return scalar
        }
        let unit = try codeUnit(digits: 4)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard 0xD800...0xDBFF ~= unit, take("\\u") else { throw UnreadablePattern() }
        let second = try codeUnit(digits: 4)
        guard 0xDC00...0xDFFF ~= second, let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
        else { throw UnreadablePattern() }
        return scalar
    }

    private mutating func hexadecimal(digits: Int) throws(UnreadablePattern) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(try codeUnit(digits: digits)) else { throw UnreadablePattern() }
        return scalar
    }

    private mutating func codeUnit(digits: Int) throws(UnreadablePattern) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits { value = value << 4 | (try digit()) }
        return value
    }

    private mutating func digit() throws(UnreadablePattern) -> UInt32 {
        guard let digit = UInt32(String(try take()), radix: 16) else { throw UnreadablePattern() }
        return digit
    }
}

extension ScalarSet {
    fileprivate init(_ scalar: Unicode.Scalar) { self.init(scalar.value...scalar.value) }

    /// The scalar of a set that has only one.
    fileprivate var single: UInt32? {
        guard ranges.count == 1, ranges[0].count == 1, !isInverted else { return nil }
        return ranges[0].lowerBound
    }
}
