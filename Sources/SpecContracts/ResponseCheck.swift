import CloudFlowRuntime
import HTTPTypes
import SchemaValidation
import SpecDocument
import SpecExamples

/// Holds answers against what is documented of their status.
struct ResponseCheck {
    private let document: Document
    private let validator: SchemaValidator

    init(_ document: Document) {
        self.document = document
        validator = SchemaValidator(document, .response)
    }

    /// What is wrong with an answer, without what it holds; empty where nothing is.
    func problems(with response: APIResponse, _ body: [UInt8], of endpoint: Endpoint) -> [String] {
        guard let documented = endpoint.response(of: response.status) else {
            return ["the operation documents no status \(response.status)"]
        }
        var problems = fieldProblems(response.head.headerFields, documented)
        let hasBody = response.status >= 200 && response.status != 204 && response.status != 304 && endpoint.method != .head
        if hasBody, !documented.content.isEmpty { problems += bodyProblems(response, body, documented) }
        return problems
    }

    private func bodyProblems(_ response: APIResponse, _ body: [UInt8], _ documented: Response) -> [String] {
        let keys = documented.content.keys
        guard let field = response.head.headerFields[.contentType] else {
            return ["there is no Content-Type; documented is \(keys.joined(separator: ", "))"]
        }
        let sent = CloudFlowRuntime.MediaType(stringLiteral: field)
        guard let best = sent.best(among: keys.map { CloudFlowRuntime.MediaType(stringLiteral: $0) }),
            let media = documented.content[best.text].flatMap({ try? document.resolve($0) })
        else { return ["the media type is \(sent.essence); documented is \(keys.joined(separator: ", "))"] }
        guard sent.essence.isJSONType else { return [] }
        guard let value = SchemaValue(json: body) else { return ["the body is no JSON"] }
        guard let schema = media.schema else { return [] }
        return validator.problems(of: value, in: schema).prefix(5).map { "the body: \($0)" }
    }

    private func fieldProblems(_ fields: HTTPFields, _ documented: Response) -> [String] {
        documented.headers.compactMap { entry in
            guard let header = try? document.resolve(entry.value), let name = HTTPField.Name(entry.key), name != .contentType else {
                return nil
            }
            guard let text = fields[name] else { return header.required ? "the field \(entry.key) is missing" : nil }
            guard let schema = header.format.schema, let kind = (try? document.resolve(schema))?.types.first else { return nil }
            if kind == .array || kind == .object { return nil }
            let readings = [SchemaValue.string(text)] + (SchemaValue(json: Array(text.utf8)).map { [$0] } ?? [])
            return readings.contains { validator.accepts($0, schema) } ? nil : "the field \(entry.key) is not of its schema"
        }
    }
}
