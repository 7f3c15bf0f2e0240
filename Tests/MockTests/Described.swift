import CloudFlowRuntime
import HTTPTypes
import SpecDocument
import SpecMocking
import SpecYAML
import Testing

/// Reads a description from YAML.
func document(_ text: String) throws -> Document {
    let root = try YAMLNode(parsing: SpecFile(path: "spec.yaml", bytes: Array(text.utf8)))
    return try #require(Document.reading(root, in: SpecFolder(path: "")).document)
}

/// A mock that is called in the same process.
struct Served {
    private let router: Router

    init(_ text: String, alwaysRefuses: Bool = false, log: @escaping @Sendable (String) -> Void = { _ in }) throws {
        router = Router(Mock(try document(text), alwaysRefuses: alwaysRefuses, log: log).routes)
    }

    func callAsFunction(_ method: String, _ path: String, _ fields: [String: String] = [:], body: String = "") async throws -> Answer {
        var head = HTTPRequest(method: try #require(.init(method)), scheme: "http", authority: "localhost", path: path)
        for (name, value) in fields { head.headerFields[try #require(HTTPField.Name(name))] = value }
        let response = await router.respond(to: APIRequest(head, body: Body(Array(body.utf8))))
        return Answer(
            status: response.status,
            type: response.head.headerFields[.contentType],
            fields: response.head.headerFields,
            body: String(decoding: response.body.bytes ?? [], as: UTF8.self)
        )
    }
}

struct Answer {
    let status: Int
    let type: String?
    let fields: HTTPFields
    let body: String

    /// The body without line breaks and indentation.
    var line: String { body.filter { !$0.isWhitespace } }
}
