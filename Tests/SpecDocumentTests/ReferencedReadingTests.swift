import SpecDocument
import SpecYAML
import Testing

@Suite struct ReferencedReadingTests {
    @Test func schemasKeepWhatStandsBesideAReference() throws {
        let document = try readCleanly(
            head + """
                components:
                  schemas:
                    A: {type: string}
                    B: {$ref: '#/components/schemas/A', description: d, minLength: 2}
                    C: {$ref: '#/components/schemas/A'}
                """
        )
        let reference = try #require(document.components.schemas["B"]?.reference)
        #expect(reference.text == "#/components/schemas/A")
        #expect(reference.siblings?.description == "d")
        #expect(reference.siblings?.constraints?.minLength == 2)
        #expect(document.components.schemas["C"]?.reference?.siblings == nil)
    }

    @Test func othersKeepSummaryAndDescription() throws {
        let text = """
            parameters:
              - {$ref: '#/components/parameters/P', summary: s, description: d, x-r: 1, required: true}
            responses: {default: {description: d}}
            """
        let whole =
            "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {parameters: {P: {name: p, in: query, schema: {}}}}\n"
            + "paths:\n  /a:\n    get:\n" + text.indented(by: 6)
        #expect(
            findings(whole)
                == "spec.yaml:8:83: warning: 'required' beside '$ref' has no effect; put it where the reference leads, or remove it"
        )
        let reference = try #require(try read(whole).paths["/a"]?.inline?.operations[.get]?.parameters[0].reference)
        #expect((reference.summary, reference.description) == ("s", "d"))
        #expect(reference.extensions.keys == ["x-r"])
    }

    @Test func aReferenceMustBeAString() {
        #expect(
            findings(schema: "properties: {a: {$ref: 3}}")
                == "spec.yaml:7:30: warning: '$ref' must be a string, not the number 3; write '#/components/schemas/Name', for any value is taken"
        )
    }

    @Test func aPropertyMayBeCalledSo() throws {
        #expect(try schema("properties: {$ref: {type: string}}").properties["$ref"]?.inline?.types == [.string])
    }
}
