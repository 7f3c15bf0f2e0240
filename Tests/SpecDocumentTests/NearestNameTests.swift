import SpecDocument
import Testing

@Suite struct NearestNameTests {
    private let names = ["description", "default", "deprecated", "properties", "type", "in"]

    @Test(arguments: [
        ("desciption", "description"), ("Description", nil as String?), ("descriptoin", "description"), ("propertys", "properties"),
        ("tpye", "type"), ("DEFAULT", "default"), ("it", "in"), ("foo", nil), ("x", nil), ("", nil),
    ]) func isTheOneWithTheFewestSlips(_ name: String, _ expected: String?) {
        // A name in another case is nearest to itself.
        #expect(NearestName.nearest(to: name, among: names) == expected ?? (name == "Description" ? "description" : nil))
    }

    @Test func isNeverTheNameItself() {
        #expect(NearestName.nearest(to: "type", among: ["type"]) == nil)
    }

    @Test func longNamesHaveNone() {
        let long = String(repeating: "a", count: 65)
        #expect(NearestName.nearest(to: long, among: [long + "b"]) == nil)
    }
}
