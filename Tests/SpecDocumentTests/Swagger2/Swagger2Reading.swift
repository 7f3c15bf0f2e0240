import SpecDocument
import SpecYAML
import Testing

/// The first three lines of a Swagger 2.0 document that says nothing yet: what follows starts on line 4.
let swagger2Head = "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\n"

private let operationHead = "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    post:\n"
private let responses = "\nresponses: {'200': {description: d}}"

/// What reading one operation tells, which stands from line 6, column 7; it has a response unless it says so itself.
func swagger2Findings(operation: String, root: String = "") -> String {
    findings(operationHead + complete(operation).indented(by: 6) + "\n" + root)
}

/// Reads one operation that has nothing to tell about, or only `told`.
func swagger2Operation(_ text: String, root: String = "", told: String = "") throws -> SpecDocument.Operation {
    #expect(swagger2Findings(operation: text, root: root) == told)
    let document = try read(operationHead + complete(text).indented(by: 6) + "\n" + root)
    return try #require(document.paths["/a"]?.inline?.operations[.post])
}

private func complete(_ operation: String) -> String { operation.contains("responses:") ? operation : operation + responses }
