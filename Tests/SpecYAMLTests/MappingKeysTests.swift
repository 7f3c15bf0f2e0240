import SpecYAML
import Testing

@Suite struct MappingKeysTests {
    @Test func aKeyGivenTwiceIsToldWithBothPlaces() {
        #expect(
            findings("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n") == """
                spec.yaml:4:3: warning: the key 'c' is already at spec.yaml:3:3; keep one, for that one is left out
                spec.yaml:5:1: warning: the key 'a' is already at spec.yaml:1:1; keep one, for that one is left out
                """
        )
    }

    @Test func keysAreTheSameHoweverTheyAreWritten() {
        let advice = "keep one, for that one is left out"
        #expect(findings("a: 1\n'a': 2\n") == "spec.yaml:2:1: warning: the key 'a' is already at spec.yaml:1:1; \(advice)")
        #expect(findings("a: &x k\n*x : 1\nk: 2") == "spec.yaml:3:1: warning: the key 'k' is already at spec.yaml:2:1; \(advice)")
    }

    @Test(arguments: [2, 8, 9, 100]) func theLastOneCounts(_ count: Int) {
        let keys = (1..<count).map { "k\($0): \($0)\n" }.joined()
        let file = SpecFile(path: "spec.yaml", bytes: Array((keys + "k1: again\n").utf8))
        let (node, diagnostics) = YAMLNode.parsing(file)
        #expect(
            diagnostics.description
                == "spec.yaml:\(count):1: warning: the key 'k1' is already at spec.yaml:1:1; keep one, for that one is left out"
        )
        #expect(node?["k1"]?.text == "again")
        #expect(node?.count == count - 1)
        #expect(node?.entries.map(\.key.text) == (2..<count).map { "k\($0)" } + ["k1"])
    }

    @Test func oneKeyThreeTimesIsToldTwice() {
        let file = SpecFile(path: "spec.yaml", bytes: Array("a: 1\na: 2\na: 3\n".utf8))
        let (node, diagnostics) = YAMLNode.parsing(file)
        #expect(diagnostics.map(\.location.line) == [2, 3])
        #expect(node?.outline == "{a: 3}")
    }
}
