import SpecYAML
import Testing

@Suite struct YAMLEntriesTests {
    @Test func entriesKeepTheOrderOfTheDocument() throws {
        #expect(try parse("z: 1\na: 2\nm: 3").outline == "{z: 1, a: 2, m: 3}")
        #expect(try parse("[]").entries.isEmpty)
        #expect(try parse("{}").items.isEmpty)
    }

    @Test func keysAreFoundByTheirText() throws {
        let node = try parse("a: 1\n200: 2\n'': 3\n")
        #expect([node["a"], node["200"], node[""], node["b"]].map { $0?.integer } == [1, 2, 3, nil])
        #expect(try parse("[a]")["a"] == nil)
        #expect(node.entries[0].key.hasText("a"))
        #expect(!node.entries[0].key.hasText("ab"))
    }

    @Test func mergeKeysBringTheEntriesOfOthers() throws {
        let node = try parse("base: &base {a: 1, b: 2}\nit:\n  b: 3\n  <<: *base\n  c: 4\n")
        #expect(node["it"]?.outline == "{b: 3, c: 4, a: 1}")
        #expect(node["it"]?["a"]?.integer == 1)
        #expect(node["it"]?["b"]?.integer == 3)
        #expect(node["it"]?["<<"] == nil)
    }

    @Test func ofSeveralMergedTheFirstCounts() throws {
        let node = try parse("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2, <<: {d: 9}}\nit: {<<: [*x, *y]}")
        #expect(node["it"]?.outline == "{a: 1, b: 1, c: 2, d: 9}")
    }

    @Test func aQuotedMergeKeyIsAKey() throws {
        #expect(try parse("{\"<<\": {\"a\": 1}}").outline == "{<<: {a: 1}}")
    }

    @Test func mergingWhatIsNoMappingIsTold() {
        let advice = "'<<' can only merge mappings; give it an alias of one, or put the key in quotes, for it is left out"
        #expect(findings("a: 1\nit:\n  <<: 3\n") == "spec.yaml:3:3: warning: \(advice)")
        #expect(findings("it:\n  <<: [{a: 1}, x]\n") == "spec.yaml:2:3: warning: \(advice)")
    }
}
