import SpecYAML
import Testing

@Suite struct LocationTests {
    @Test func printsAsEditorsLinkIt() {
        #expect(Location(file: "specs/a.yaml", line: 41, column: 9).description == "specs/a.yaml:41:9")
        #expect(Location(file: "specs/a.yaml", line: 41).description == "specs/a.yaml:41")
        #expect(Location(file: "specs/a.yaml").description == "specs/a.yaml")
    }

    @Test func sortsByFileThenLineThenColumn() {
        let sorted = [
            Location(file: "a"), Location(file: "a", line: 2, column: 1), Location(file: "a", line: 2, column: 3),
            Location(file: "a", line: 10, column: 1), Location(file: "b", line: 1, column: 1),
        ]
        #expect(sorted.reversed().sorted() == sorted)
    }
}
