import SchemaValidation
import SpecDocument
import SpecExamples
import SpecYAML
import Testing

/// Examples that are made of schemas, where the document gives none.
@Suite struct ExampleTests {
    private func example(_ schema: String, _ access: SchemaAccess = .response) throws -> String {
        let text = """
            openapi: 3.1.0
            info: {title: Examples, version: "1"}
            paths: {}
            components: {schemas: {Made: \(schema), Base: {type: object, required: [kind], properties: {kind: {const: base}, size: {type: integer, minimum: 3}}}}}
            """
        let root = try YAMLNode(parsing: SpecFile(path: "spec.yaml", bytes: Array(text.utf8)))
        let document = try #require(Document.reading(root, in: SpecFolder(path: "")).0)
        return document.example(of: try #require(document.components.schemas["Made"]), access).jsonLine
    }

    @Test(arguments: [
        ("{type: string}", #""string""#),
        ("{type: string, minLength: 9}", #""stringxxx""#),
        ("{type: string, maxLength: 3}", #""str""#),
        ("{type: string, format: date}", #""2024-05-17""#),
        ("{type: integer, minimum: 18446744073709551615}", "18446744073709551615"),
        ("{type: integer, exclusiveMinimum: 4}", "5"),
        ("{type: number, maximum: -1.5}", "-1.5"),
        ("{enum: [null, big, small]}", #""big""#),
        ("{type: [\"null\", boolean]}", "true"),
        ("{type: array, minItems: 2, items: {type: boolean}}", "[true,true]"),
        ("{prefixItems: [{type: integer}, {type: string}]}", #"[1,"string"]"#),
        ("{oneOf: [{type: \"null\"}, {$ref: \"#/components/schemas/Base\"}]}", #"{"kind":"base","size":3}"#),
        (
            "{allOf: [{$ref: \"#/components/schemas/Base\"}], properties: {name: {example: \"a\\tb\"}}}",
            #"{"name":"a\tb","kind":"base","size":3}"#
        ),
        ("{type: object, additionalProperties: {type: integer}}", #"{"key":1}"#),
        ("{type: object, properties: {next: {$ref: \"#/components/schemas/Made\"}}}", #"{"next":{}}"#),
    ])
    func isOfTheSchema(_ schema: String, _ expected: String) throws {
        #expect(try example(schema) == expected)
    }

    @Test func whatIsOnlyAnsweredIsNotSent() throws {
        let schema = "{type: object, properties: {id: {type: integer, readOnly: true}, secret: {type: string, writeOnly: true}}}"
        #expect(try example(schema, .response) == #"{"id":1}"#)
        #expect(try example(schema, .request) == #"{"secret":"string"}"#)
    }
}
