import SpecDocument
import SpecYAML
import Testing

/// The first three lines of a document that says nothing yet: what follows starts on line 4.
let head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n"

/// Reads a document, as far as it makes sense.
func read(_ text: String) throws -> Document {
    let node = try YAMLNode(parsing: SpecFile(path: "spec.yaml", bytes: Array(text.utf8)))
    return try #require(Document.reading(node).document)
}

/// Reads a document that has nothing to tell about.
func readCleanly(_ text: String) throws -> Document {
    #expect(findings(text) == "")
    return try read(text)
}

/// What reading a document tells, a line each.
func findings(_ text: String) -> String {
    let (node, diagnostics) = YAMLNode.parsing(SpecFile(path: "spec.yaml", bytes: Array(text.utf8)))
    guard let node else { return diagnostics.description }
    return (diagnostics + Document.reading(node).diagnostics).description
}

extension String {
    /// The text with each line indented.
    func indented(by spaces: Int) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
    }
}

/// What reading one schema tells, which stands from line 6, column 5.
func findings(schema: String) -> String { findings(head + "components:\n  schemas:\n    S:\n" + schema.indented(by: 6)) }

/// Reads one schema that has nothing to tell about.
func schema(_ text: String) throws -> Schema {
    let document = try readCleanly(head + "components:\n  schemas:\n    S:\n" + text.indented(by: 6))
    return try #require(document.components.schemas["S"]?.inline)
}

/// What reading one operation tells, which stands from line 6: `get` of the path `/a`.
func findings(operation: String) -> String {
    findings("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get:\n" + operation.indented(by: 6))
}

/// Reads one operation that has nothing to tell about.
func operation(_ text: String) throws -> Operation {
    let document = try readCleanly(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get:\n" + text.indented(by: 6)
    )
    return try #require(document.paths["/a"]?.inline?.operations[.get])
}
