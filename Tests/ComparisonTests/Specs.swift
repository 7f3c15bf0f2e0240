import SpecComparison
import SpecDocument
import SpecYAML
import Testing

/// Tiny descriptions, of which a test gives the part that matters.
enum Specs {
    /// A whole document with an operation: the fields of `GET /things`, and more fields of the document.
    static func operation(_ fields: String, _ document: String = "") -> String {
        """
        openapi: 3.1.0
        info: {title: Things, version: "1"}
        paths:
          /things: {get: {\(fields.contains("responses:") ? fields : fields + (fields.isEmpty ? "" : ", ") + "responses: {'200': {description: OK}}")}}
        \(document)
        """
    }

    /// A document whose `GET /things` has parameters.
    static func parameters(_ list: String) -> String { operation("parameters: [\(list)]") }

    /// A document whose `GET /things` answers.
    static func responses(_ byStatus: String) -> String { operation("responses: {\(byStatus)}") }

    /// A document that sends a schema to the service.
    static func request(_ schema: String, _ components: String = "") -> String {
        operation("requestBody: {required: true, content: {application/json: {schema: \(schema)}}}", schemas(components))
    }

    /// A document that sends a schema to the client.
    static func response(_ schema: String, _ components: String = "") -> String {
        operation("responses: {'200': {description: OK, content: {application/json: {schema: \(schema)}}}}", schemas(components))
    }

    private static func schemas(_ components: String) -> String { components.isEmpty ? "" : "components: {schemas: {\(components)}}" }

    static func document(_ text: String, named file: String) throws -> Document {
        let node = try YAMLNode(parsing: SpecFile(path: file, bytes: Array(text.utf8)))
        return try #require(Document.reading(node).document)
    }

    static func comparison(_ old: String, _ new: String, today: String = "2026-06-01") throws -> Comparison {
        Comparison(of: try document(old, named: "old.yaml"), with: try document(new, named: "new.yaml"), today: today)
    }

    /// What has changed for more than readers, a line each: `breaking request-max-length-decreased: maxLength went from 5 to 3`.
    static func changes(_ old: String, _ new: String, today: String = "2026-06-01") throws -> [String] {
        try comparison(old, new, today: today).changes.filter { !$0.isDocumentation && !$0.rule.hasPrefix("schema-component") }
            .map { "\($0.level.rawValue) \($0.rule): \($0.text)" }
    }
}
