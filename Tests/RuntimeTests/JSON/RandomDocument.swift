import SeededRandom

/// Random JSON documents: valid ones, in all spellings that the grammar allows, and such with a few bytes changed.
struct RandomDocument {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func valid() -> [UInt8] {
        Array((space() + value(depth: 0) + space()).utf8)
    }

    /// A document in which one to three bytes were removed, inserted or replaced.
    mutating func damaged() -> [UInt8] {
        var bytes = valid()
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(likelyByte(), at: place)
            case 2: bytes[place] = likelyByte()
            case 3: bytes[place] = UInt8.random(in: 0...255, using: &random)
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }

    private mutating func likelyByte() -> UInt8 { random.element(of: Array(#"{}[]",:\0123456789.-+eEutrfnalsx/ "#.utf8)) }

    private mutating func space() -> String {
        random.chance(1, in: 6) ? random.element(of: [" ", "\n", "\t", "\r\n", "  "]) : ""
    }

    private mutating func value(depth: Int) -> String {
        switch Int.random(in: 0..<(depth < 4 ? 10 : 6), using: &random) {
        case 0, 1: string()
        case 2, 3: number()
        case 4: random.element(of: ["true", "false"])
        case 5: "null"
        case 6, 7: array(depth: depth)
        default: object(depth: depth)
        }
    }

    private mutating func array(depth: Int) -> String {
        var text = "[" + space()
        for index in 0..<Int.random(in: 0...4, using: &random) {
            if index > 0 { text += "," + space() }
            text += value(depth: depth + 1) + space()
        }
        return text + "]"
    }

    private mutating func object(depth: Int) -> String {
        var text = "{" + space()
        for index in 0..<Int.random(in: 0...4, using: &random) {
            if index > 0 { text += "," + space() }
            text += name() + space() + ":" + space() + value(depth: depth + 1) + space()
        }
        return text + "}"
    }

    private mutating func name() -> String {
        random.chance(2, in: 3) ? random.element(of: [#""id""#, #""name""#, #""na\u006de""#, #""tags""#, #""""#]) : string()
    }

    private mutating func string() -> String {
        var text = "\""
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: text += random.element(of: [#"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#])
            case 1: text += random.element(of: [#"\u0041"#, #"\u00e9"#, #"\u20AC"#, #"\ud83d\ude00"#, #"\u0000"#, #"\uFFFF"#])
            case 2: text += random.element(of: ["é", "ß", "€", "日", "😀", "\u{7F}", "\u{2028}"])
            default: text += random.element(of: ["a", "B", "7", " ", "/", "{", "]", ",", ":", "longer text, "])
            }
        }
        return text + "\""
    }

    private mutating func number() -> String {
        var text = random.chance(1, in: 3) ? "-" : ""
        text += random.element(of: ["0", "1", "7", "10", "42", "65535", "123456789", "9007199254740993"])
        if random.chance(1, in: 3) { text += random.element(of: [".0", ".5", ".25", ".1", ".000001", ".3333333333333333"]) }
        if random.chance(1, in: 4) { text += random.element(of: ["e0", "E1", "e+2", "e-3", "E10", "e-12", "e22", "e-300"]) }
        return text
    }
}
