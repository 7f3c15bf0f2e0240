import SeededRandom
import SpecYAML
import Testing

@Suite struct YAMLParsingTests {
    @Test func readsYAMLAndJSONAlike() throws {
        let yaml = try parse("%YAML 1.2\n---\na: [1, 'two']\nb:\n- c: ~ # c\n...\n")
        let json = try parse("{\"a\":[1,\"two\"],\n\t\"b\":[{\"c\":null}]}")
        #expect(yaml.outline == "{a: [1, two], b: [{c: ~}]}")
        #expect(json.outline == "{a: [1, two], b: [{c: null}]}")
    }

    @Test func undoesTheEscapesOfJSON() throws {
        #expect(try parse(#"{"a": "\"\\\/\b\f\n\r\t\u00e9"}"#)["a"]?.text == "\"\\/\u{8}\u{C}\n\r\té")
    }

    @Test func aSecondDocumentIsRefusedWhereItStarts() {
        let file = SpecFile(path: "spec.yaml", bytes: Array("a: 1\n---\nb: 2\n".utf8))
        let (node, diagnostics) = YAMLNode.parsing(file)
        let warning = "spec.yaml:2:1: warning: a second document starts here; keep one in each file, for it is left out"
        #expect(diagnostics.description == warning)
        #expect(node?.outline == "{a: 1}")
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n"]) func aFileWithoutAValueIsRefused(_ text: String) {
        #expect(findings(text) == "spec.yaml: error: the file holds no value; an API description is needed")
    }

    @Test func severalFindingsComeInOneRun() {
        #expect(
            findings("a: 1\na: 2\nb: {<<: 1}\nc: *d\n") == """
                spec.yaml:2:1: warning: the key 'a' is already at spec.yaml:1:1; keep one, for that one is left out
                spec.yaml:3:5: warning: '<<' can only merge mappings; give it an alias of one, or put the key in quotes, for it is left out
                spec.yaml:4:4: error: there is no anchor &d before this alias; define it, or put the value in quotes
                """
        )
    }

    @Test func parsingFailsWithWhatIsWrong() {
        #expect(
            throws: Diagnostics([
                Diagnostic(
                    .warning,
                    at: Location(file: "spec.yaml", line: 2, column: 1),
                    "the key 'a' is already at spec.yaml:1:1; keep one, for that one is left out",
                    leavesOut: true
                )
            ])
        ) { try parse("a: 1\na: 2\n") }
    }

    @Test func anyBytesGiveATreeOrADiagnostic() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("ab:-{}[],&*#'\"|>%@!?<~ \n\t\\u0dé".utf8)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let (node, diagnostics) = YAMLNode.parsing(SpecFile(path: "spec.yaml", bytes: bytes))
            if let node { _ = node.outline } else { #expect(diagnostics.hasErrors, "seed \(seed): \(bytes)") }
        }
    }
}
