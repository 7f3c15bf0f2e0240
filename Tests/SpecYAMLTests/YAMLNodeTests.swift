import SpecYAML
import Testing

@Suite struct YAMLNodeTests {
    @Test func saysWhatItIsAndWhere() throws {
        let node = try parse("a:\n  - x\n  - {b: 2}\n")
        let list = try #require(node["a"])
        #expect([node.kind, list.kind, list.items[0].kind, list.items[1].kind] == [.mapping, .sequence, .scalar, .mapping])
        #expect(list.location.description == "spec.yaml:2:3")
        #expect(list.items.map(\.location.description) == ["spec.yaml:2:5", "spec.yaml:3:5"])
        #expect(list.items[1].entries[0].key.location.description == "spec.yaml:3:6")
        #expect(list.items[1]["b"]?.location.description == "spec.yaml:3:9")
        #expect(node.file == "spec.yaml")
        #expect([node.count, list.count, list.items[0].count] == [1, 2, 0])
    }

    @Test func keepsTheStyleOfScalars() throws {
        let items = try parse("- a\n- 'a'\n- \"a\"\n- |\n  a\n- >\n  a\n").items
        #expect(items.map(\.style) == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
        #expect(items.map(\.text) == ["a", "a", "a", "a\n", "a\n"])
    }

    @Test func columnsCountCharacters() throws {
        #expect(try parse("{\"é😀\": 1, \"b\": 2}").entries[1].key.location.column == 11)
    }

    @Test func aliasIsTheNodeItStandsFor() throws {
        let node = try parse("a: &x {k: 1}\nb: *x\nc: {k: 1}")
        let (a, b, c) = (try #require(node["a"]), try #require(node["b"]), try #require(node["c"]))
        #expect(a == b)
        #expect(Set([a, b, c]).count == 2)
        #expect(b.location.description == "spec.yaml:1:4")
        #expect(b["k"]?.integer == 1)
    }

    @Test func ofAnotherFileIsAnotherNode() throws {
        #expect(try parse("a") != parse("a"))
    }
}
