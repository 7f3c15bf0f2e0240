import SpecDocument
import Testing

@Suite struct NearestNameTests {
    private let names = ["description", "default", "deprecated", "properties", "type", "in"]

    @Test(
        arguments: [
            ("desciption", "description"), ("Description", "description"), ("descriptoin", "description"), ("propertys", "properties"),
            ("tpye", "type"), ("DEFAULT", "default"), ("it", nil), ("IN", "in"), ("foo", nil), ("x", nil), ("", nil),
        ] as [(String, String?)]
    ) func isTheOneWithTheFewestSlips(_ name: String, _ expected: String?) {
        #expect(NearestName.nearest(to: name, among: names) == expected)
    }

    @Test func isNeverTheNameItself() {
        #expect(NearestName.nearest(to: "type", among: ["type"]) == nil)
    }

    @Test func longNamesHaveNone() {
        let long = String(repeating: "a", count: 65)
        #expect(NearestName.nearest(to: long, among: [long + "b"]) == nil)
    }
}
