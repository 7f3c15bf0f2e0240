import SpecDocument
import SpecYAML
import Testing

@Suite struct Swagger2SchemaTests {
    private func schema(_ text: String, told: String = "") throws -> Schema {
        let spec = swagger2Head + "definitions:\n  S:\n" + text.indented(by: 4)
        #expect(findings(spec) == told)
        return try #require(try read(spec).components.schemas["S"]?.inline)
    }

    @Test func aDiscriminatorIsTheNameOfAProperty() throws {
        let read = try schema("type: object\ndiscriminator: kind\nrequired: [kind]\nproperties: {kind: {type: string, readOnly: true}}")
        #expect(read.discriminator?.propertyName == "kind")
        #expect(read.discriminator?.location.description == "spec.yaml:7:20")
        #expect(read.properties["kind"]?.inline?.readOnly == true)
    }

    @Test func extensionsSayWhatMayBeNull() throws {
        #expect(try schema("type: string\nx-nullable: true").nullable)
        #expect(try schema("type: string\nx-nullable: true").extensions.keys == ["x-nullable"])
        let property = try schema("properties: {a: {$ref: '#/definitions/S', x-nullable: true}}").properties["a"]
        #expect(property?.reference?.siblings?.nullable == true)
        _ = try schema(
            "type: string\nx-nullable: maybe",
            told: "spec.yaml:7:17: warning: 'x-nullable' must be true or false, not a string; it has no effect"
        )
    }

    @Test func keywordsOfOpenAPI3AreReadAndTold() throws {
        let read = try schema(
            "oneOf: [{type: string}, {type: integer}]",
            told: "spec.yaml:6:5: warning: 'oneOf' is a field of OpenAPI 3, not of Swagger 2.0; "
                + "it is read as there, but other tools may pass over it"
        )
        #expect(read.oneOf.count == 2)
    }

    @Test func aFileIsBinaryOnlyInSwagger2() throws {
        let read = try schema("type: file")
        #expect((read.types, read.format) == ([.string], "binary"))
        #expect(findings(schema: "type: file").contains("a schema can't have the type 'file'"))
    }

    @Test func collectionFormatsHaveNoEffectInSchemas() throws {
        _ = try schema(
            "type: array\nitems: {type: string}\ncollectionFormat: pipes",
            told: "spec.yaml:8:5: note: 'collectionFormat' counts for parameters and headers themselves; it has no effect here"
        )
    }

    @Test func referencesLeadToDefinitions() throws {
        let text = swagger2Head + "definitions: {A: {$ref: '#/definitions/B'}, B: {properties: {c: {type: string}}}}\n"
        let document = try readCleanly(text)
        let first = try #require(document.components.schemas["A"])
        #expect(try document.resolve(first).properties.keys == ["c"])
    }

    @Test(arguments: [
        ("'#/definitions/Pett'", "there is no schema 'Pett'; write 'Pet'"),
        ("'#/definitions/Zebra'", "there is no schema 'Zebra'; add it under 'definitions'"),
        ("'#/responses/R'", "'#/responses/R' is one of the responses, but a schema is needed; refer to one"),
        ("'#/nowhere/X'", "'#/nowhere/X' leads nowhere; correct it, or add what it names"),
        ("Pet", "'Pet' would be another file; write '#/definitions/Pet', for which it is taken"),
        ("a.json", "'a.json' leads out of this file; save the description as a file"),
        ("''", "an empty '$ref'; write '#/definitions/Name'"),
        ("1", "'$ref' must be a string, not the number 1; write '#/definitions/Name'"),
    ]) func wrongReferencesAreToldInTheWordsOfTheFile(_ reference: String, _ message: String) {
        let text = swagger2Head + "responses: {R: {description: d}}\ndefinitions: {Pet: {type: string}, S: {$ref: \(reference)}}"
        let consequence = message.hasSuffix("taken") ? "" : ", for any value is taken"
        #expect(findings(text) == "spec.yaml:5:46: warning: " + message + consequence)
    }
}
