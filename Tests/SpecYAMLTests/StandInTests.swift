import SpecYAML
import Testing

/// What libyaml itself refuses or misreads.
@Suite struct StandInTests {
    @Test(arguments: ["\u{7F}", "\u{80}", "\u{85}", "\u{92}", "\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}"])
    func charactersOfJSONStringsAreKept(_ character: String) throws {
        let node = try parse("{\"a\(character)\": \"x\(character)\(character)y\", \"b\": 1}")
        #expect(node.entries.map(\.key.text) == ["a\(character)", "b"])
        #expect(node.entries.first?.value.text == "x\(character)\(character)y")
        #expect(node.entries.last?.key.location.line == 1)
    }

    @Test func columnsBehindThemStayRight() throws {
        let node = try parse("{\"a\": \"\u{92}\\uD83D\\uDE00\", \"b\": 1}")
        #expect(node.entries.last?.key.location.column == 24)
    }

    @Test func surrogatePairsBecomeOneCharacter() throws {
        #expect(try parse(#"{"a": "x\uD83D\uDE00y\ud83d\ude01"}"#)["a"]?.text == "x😀y😁")
        #expect(try parse(#"a: "\uD83D\uDE00""#)["a"]?.text == "😀")
    }

    @Test func halfAPairBecomesTheReplacementCharacter() throws {
        #expect(
            try parse(#"["\uD83D", "\uD83Dx", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"]"#).items.map(\.text) == [
                "\u{FFFD}", "\u{FFFD}x", "\u{FFFD}\u{FFFD}", "\u{FFFD}😀",
            ]
        )
    }

    @Test func escapedBackslashesAndOtherQuotesMeanThemselves() throws {
        #expect(try parse(#"{"a": "[\\uD800-\\uDFFF]"}"#)["a"]?.text == #"[\uD800-\uDFFF]"#)
        #expect(try parse(#"a: '[\uD800-\udfff]'"#)["a"]?.text == #"[\uD800-\udfff]"#)
        #expect(try parse("a: [\\uD800]\nb: |\n  \\uD800")["b"]?.text == "\\uD800")
    }

    @Test func aDocumentsOwnPrivateCharactersAreKept() throws {
        #expect(try parse("a: \"\u{10005C}\u{10007F}\"")["a"]?.text == "\u{10005C}\u{10007F}")
        #expect(
            findings("{\"a\": \"\u{10005C}\", \"b\": \"\u{92}\"}")
                == "spec.yaml:1:8: error: a character for private use (U+100000 and up), which means nothing to others; remove it"
        )
    }
}
