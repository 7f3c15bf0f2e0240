import CloudFlowRuntime
import SeededRandom
import Testing

@Suite struct PatternTests {
    @Test(
        arguments: [
            ("", ["", "a"], []),
            ("a", ["a", "bab"], ["", "b", "A"]),
            ("^a$", ["a"], ["ab", "ba", "a\n", "\na"]),
            ("^.+$", ["a", "日本", "😀"], ["", "\n"]),
            ("^.*$", ["", "a b"], ["a\nb", "\u{2028}"]),
            ("^[A-Z]{3,3}$", ["ABC"], ["AB", "ABCD", "abc"]),
            ("^[a-z]{2,}$", ["ab", "abcdef"], ["a", "a1"]),
            ("^a{0,2}b?$", ["", "a", "aab", "b"], ["aaa", "abb"]),
            (#"^([01]\d|2[0-3]):?([0-5]\d)$"#, ["0930", "23:59"], ["24:00", "9:30", "٠٩:٣٠"]),
            (#"^(?:top|bottom|after:\d+)$"#, ["top", "after:12"], ["after:", "topp"]),
            ("^[A-Za-z0-9-_.,]*$", ["a-b_c.,", ""], ["a b"]),
            (#"^[\w.+-]+@[\w-]+\.[a-z]+$"#, ["a.b+c@d-e.fr"], ["a@b", "é@b.fr"]),
            (#"^[^\d\s]+$"#, ["abc", "é"], ["a1", "a b", "a\u{A0}"]),
            (#"^[^\W\d]+$"#, ["ab_"], ["a1", "a-"]),
            (#"^[\D]$"#, ["a", "é"], ["1"]),
            (#"\bcat\b"#, ["a cat.", "cat"], ["cats", "concat"]),
            (#"a\Bb"#, ["ab"], ["a b"]),
            (#"^\u0041\x42\u{43}\ud83d\ude00\cJ?"#, [], []),
            (#"^\u0041\x42\u{43}\ud83d\ude00$"#, ["ABC😀"], ["ABC"]),
            (#"^\p{Lu}\p{L}*\P{L}$"#, ["Éa1", "A "], ["éa1", "ÉaA"]),
            (#"^\/\-\_\'\"$"#, ["/-_'\""], []),
            ("^a{b}{1$", ["a{b}{1"], []),
            ("^[[]$", ["["], ["]"]),
            ("^[]a]$", [], ["]", "a", "a]"]),
            ("^[^]$", ["a", "\n"], [""]),
            ("^[a-]$", ["a", "-"], ["b"]),
            ("^[+--]$", ["+", ",", "-"], ["."]),
            (#"^[\b]$"#, ["\u{8}"], ["b"]),
            ("^(?=.*[a-z])(?=.*[0-9]).{4,}$", ["abc1", "1abc"], ["abcd", "1234", "a1"]),
            ("^(?!admin)[a-z]+$", ["user", "adm"], ["admin", "administrator"]),
            ("^((?!--)[a-z-])*$", ["a-b"], ["a--b"]),
            ("^(?<year>[0-9]{4})$", ["2024"], ["24"]),
            ("a*?b+?c??", ["aabbc", "b"], ["a"]),
            ("(a*)*b|(|c)+d", ["aab", "ccd", "d"], ["c"]),
            ("^(a|ab)(c|bcd)(d*)$", ["abcd", "acd"], ["ab"]),
            ("/[a-z]/i", ["/x/i"], ["x", "/X/i"]),
        ] as [(String, [String], [String])]
    )
    func `patterns mean what ECMA-262 says`(pattern: String, matching: [String], others: [String]) throws {
        guard pattern != #"^\u0041\x42\u{43}\ud83d\ude00\cJ?"# else { return #expect(Pattern(pattern) == nil) }
        let compiled = try #require(Pattern(pattern))
        for text in matching where !compiled.matches(text) { Issue.record("\(pattern) should match \(text)") }
        for text in others where compiled.matches(text) { Issue.record("\(pattern) should not match \(text)") }
    }

    @Test(arguments: [
        "(", ")", "a)", "[", "[a", "*", "+a", "a**", "a++", "^*", "a{2,1}", #"\"#, #"\1"#, #"(?<=a)b"#, #"(?<!a)b"#, "(?i)a", "(?#x)",
        #"\A"#, #"\k<a>"#,
        #"\p{Han}"#, #"\pL"#, #"\u12"#, #"\u{110000}"#, #"\ud800"#, #"\xg0"#, "[b-a]", "(?<a", "a{1000000}", "^.{0,262144}$",
        "(((a{100}){100}){100})",
        String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000),
    ])
    func `what can't be read is no pattern`(pattern: String) {
        #expect(Pattern(pattern) == nil)
    }

    @Test(arguments: ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "^(.*a){20}$"])
    func `no text takes more than its length`(pattern: String) throws {
        let compiled = try #require(Pattern(pattern))
        let text = String(repeating: "a", count: 20_000) + "!"
        let duration = ContinuousClock().measure { #expect(!compiled.matches(text)) }
        // A matcher that goes back and forth would not come to an end.
        #expect(duration < .seconds(20))
    }

    @Test func `lookaheads at every place come to an end`() throws {
        let compiled = try #require(Pattern("^(?:(?!.*x)a)*$"))
        #expect(compiled.matches(String(repeating: "a", count: 100)))
        #expect(!compiled.matches(String(repeating: "a", count: 5_000)))
    }

    @Test func `matching agrees with the standard library's on simple patterns`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let pattern = "^" + randomPattern(depth: 3, &random) + "$"
            let compiled = try #require(Pattern(pattern), "\(pattern), seed \(seed)")
            let regex = try Regex(pattern)
            for _ in 0..<8 {
                let text = String((0..<Int.random(in: 0...6, using: &random)).map { _ in "abc"[Int.random(in: 0...2, using: &random)] })
                if compiled.matches(text) != (try regex.wholeMatch(in: text) != nil) {
                    Issue.record("\(pattern) and \(text), seed \(seed)")
                }
            }
        }
    }

    private func randomPattern(depth: Int, _ random: inout SeededGenerator) -> String {
        if depth == 0 { return ["a", "b", "c", ".", "[ab]", "[^a]"].randomElement(using: &random) ?? "a" }
        let (first, second) = (randomPattern(depth: depth - 1, &random), randomPattern(depth: depth - 1, &random))
        return switch Int.random(in: 0...5, using: &random) {
        case 0: "(?:\(first)|\(second))"
        case 1: "(?:\(first))?\(second)"
        case 2: "(?:\(first)){1,2}"
        case 3: "(\(first))*\(second)"
        default: first + second
        }
    }
}

extension String {
    fileprivate subscript(position: Int) -> Character { self[index(startIndex, offsetBy: position)] }
}
