import SpecDocument
import SpecYAML
import Testing

@Suite struct JSONPointerTests {
    @Test(arguments: [
        ("", []), ("/", [""]), ("/a/b", ["a", "b"]), ("/a~1b/c~0d", ["a/b", "c~d"]), ("/~01", ["~1"]), ("/a%20b/%C3%A9", ["a b", "é"]),
        ("/a%2Fb", ["a", "b"]), ("/%7e1x", ["/x"]), ("//a", ["", "a"]),
    ]) func tokensAreUnescaped(_ fragment: String, _ tokens: [String]) {
        #expect(JSONPointer(fragment: fragment)?.tokens == tokens)
    }

    @Test(arguments: ["a", "/~", "/~2", "/a%", "/%2", "/%zz", "/%FF"]) func wrongOnesAreNone(_ fragment: String) {
        #expect(JSONPointer(fragment: fragment) == nil)
    }

    @Test func printsWithEscapes() {
        #expect(JSONPointer(tokens: ["paths", "/a", "x~y"]).description == "/paths/~1a/x~0y")
    }

    @Test func leadsThroughMappingsAndLists() throws {
        let node = try YAMLNode(parsing: SpecFile(path: "a", bytes: Array("a: {b/c: [x, y]}".utf8)))
        func text(_ tokens: [String]) -> String? { node.node(at: JSONPointer(tokens: tokens))?.text }
        #expect(text(["a", "b/c", "1"]) == "y")
        #expect(text(["a", "b/c", "2"]) == nil)
        #expect(text(["a", "b/c", "-1"]) == nil)
        #expect(text(["a", "b/c", "0", "z"]) == nil)
        #expect(text(["b"]) == nil)
        #expect(node.node(at: JSONPointer(tokens: [])) == node)
    }
}
