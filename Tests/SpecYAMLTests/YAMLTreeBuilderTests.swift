import SpecYAML
import Testing

@Suite struct YAMLTreeBuilderTests {
    @Test func nestingIsBounded() throws {
        let advice = "more than 200 levels of nesting; move the inner ones into components"
        #expect(findings(String(repeating: "[", count: 10_000)) == "spec.yaml:1:201: error: \(advice)")
        #expect(findings(String(repeating: "{\"a\":", count: 10_000)) == "spec.yaml:1:1001: error: \(advice)")
        let block = (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(findings(block) == "spec.yaml:201:201: error: \(advice)")
        #expect(try parse(String(repeating: "[", count: 200) + String(repeating: "]", count: 200)).count == 1)
    }

    @Test func nestingBehindAliasesCounts() {
        let deep = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
        let further = String(repeating: "[", count: 60) + "*a" + String(repeating: "]", count: 60)
        #expect(
            findings("- &a \(deep)\n- \(further)\n")
                == "spec.yaml:2:63: error: more than 200 levels of nesting; move the inner ones into components"
        )
    }

    @Test func aliasesThatMultiplyAreRefused() {
        let lines =
            ["a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol,lol]"]
            + zip("bcdefghi", "abcdefgh").map { name, last in
                "\(name): &\(name) [\(Array(repeating: "*\(last)", count: 10).joined(separator: ","))]"
            }
        #expect(
            findings(lines.joined(separator: "\n"))
                == "spec.yaml:6:29: error: the aliases up to here repeat more than 1000000 values; write out what is needed"
        )
    }

    @Test func aliasOfAValueAroundItIsRefused() {
        #expect(
            findings("a: &a\n  b: *a\n")
                == "spec.yaml:2:6: error: the alias *a stands inside the value that it names; a value can't contain itself"
        )
    }

    @Test func anUnknownAnchorIsTold() {
        #expect(
            findings("a: *b\nb: &b 1\n")
                == "spec.yaml:1:4: error: there is no anchor &b before this alias; define it, or put the value in quotes"
        )
    }

    @Test func anAnchorCanBeDefinedAnew() throws {
        #expect(try parse("- &a 1\n- *a\n- &a 2\n- *a\n").outline == "[1, 1, 2, 2]")
    }

    @Test func keysMustBeScalars() throws {
        let advice = "a key must be a plain value, not a list or a mapping; put it in quotes"
        #expect(findings("a: 1\n? [x]\n: 2\n") == "spec.yaml:2:3: error: \(advice)")
        #expect(findings("a: 1\n{x}: 2\n") == "spec.yaml:2:1: error: \(advice)")
        #expect(findings("- &a [x]\n- *a : 1\n") == "spec.yaml:2:3: error: \(advice)")
        #expect(try parse("- &a x\n- *a : 1\n").outline == "[x, {x: 1}]")
    }
}
