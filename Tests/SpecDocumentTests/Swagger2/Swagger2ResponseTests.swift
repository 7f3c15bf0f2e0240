import SpecDocument
import SpecYAML
import Testing

@Suite struct Swagger2ResponseTests {
    private func response(_ text: String, operation: String = "", root: String = "", told: String = "") throws -> Response {
        let read = try swagger2Operation("responses:\n  '200': \(text)\n" + operation, root: root, told: told)
        return try #require(read.responses.byStatus[.code(200)]?.inline)
    }

    @Test func aSchemaIsWrittenInWhatIsProduced() throws {
        let text = "{description: d, schema: {type: object}, headers: {X-A: {type: array, items: {type: string}, description: h}}, x-r: 1}"
        let plain = try response(text)
        #expect((plain.description, plain.content.keys) == ("d", ["application/json"]))
        #expect(plain.headers["X-A"]?.inline?.format.schema?.inline?.types == [.array])
        #expect(plain.headers["X-A"]?.inline?.description == "h")
        #expect(plain.extensions.keys == ["x-r"])
        #expect(try response(text, root: "produces: [application/xml]").content.keys == ["application/xml"])
        let own = try response(text, operation: "produces: [text/xml, application/json]", root: "produces: [application/xml]")
        #expect(own.content.keys == ["text/xml", "application/json"])
        #expect(try response("{description: d}").content.isEmpty)
    }

    @Test func aFileIsBinary() throws {
        let file = "{description: d, schema: {type: file}}"
        let plain = try response(file, root: "produces: [application/json]")
        #expect(plain.content.keys == ["application/octet-stream"])
        let schema = try #require(plain.content.first?.value.inline?.schema?.inline)
        #expect((schema.types, schema.format) == ([.string], "binary"))
        #expect(try response(file, operation: "produces: [image/png]").content.keys == ["image/png"])
    }

    @Test func anObjectIsNeverPlainText() throws {
        let read = try response(
            "{description: d, schema: {$ref: '#/definitions/E'}}",
            operation: "produces: [text/plain]",
            root: "definitions: {E: {properties: {a: {type: string}}}}",
            told: "spec.yaml:7:41: note: an object or a list can't be written as 'text/plain', so it is read as JSON; "
                + "list its type in 'produces'"
        )
        #expect(read.content.keys == ["application/json"])
        #expect(
            try response("{description: d, schema: {type: string}}", operation: "produces: [text/plain]").content.keys == ["text/plain"]
        )
    }

    @Test func examplesStandByMediaType() throws {
        let text = "{description: d, schema: {type: object}, examples: {application/json: {a: 1}}}"
        #expect(try response(text, operation: "produces: [application/json; charset=utf-8]").content.first?.value.inline?.example != nil)
        let other = try response(
            text,
            operation: "produces: [application/xml]",
            told: "spec.yaml:7:68: note: 'produces' does not list 'application/json'; "
                + "it is one more type of this response, for there is an example"
        )
        #expect(other.content.keys == ["application/xml", "application/json"])
        _ = try response(
            "{description: d, examples: {application/json: 1}}",
            told: "spec.yaml:7:44: note: the example for 'application/json' is left out, for the response has no 'schema'"
        )
    }

    @Test func aReferenceStaysOneUnlessTheMediaTypesDiffer() throws {
        let root = "responses: {Gone: {description: gone, schema: {type: object}}}"
        let text = "responses: {'200': {$ref: '#/responses/Gone'}}"
        let shared = try swagger2Operation(text + "\nproduces: [application/json]", root: root)
        #expect(shared.responses.byStatus[.code(200)]?.reference?.text == "#/responses/Gone")
        let other = try swagger2Operation(text + "\nproduces: [application/xml]", root: root)
        #expect(other.responses.byStatus[.code(200)]?.inline?.content.keys == ["application/xml"])
    }

    @Test func fieldsOfOpenAPI3AreTold() throws {
        _ = try response(
            "{description: d, content: {}}",
            told: "spec.yaml:7:33: warning: 'content' is a field of OpenAPI 3, not of Swagger 2.0; "
                + "use 'schema', and 'produces' of the operation, for it is left out"
        )
        #expect(
            swagger2Findings(operation: "produces: [json]")
                == "spec.yaml:6:18: warning: 'json' is no media type; write 'application/json'"
        )
        #expect(
            swagger2Findings(operation: "responses: []")
                == "spec.yaml:6:18: warning: a responses object must be a mapping, not a list; correct it, for it is left out"
        )
    }
}
