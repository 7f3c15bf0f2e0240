import SpecDocument
import SpecYAML
import Testing

@Suite struct ParameterReadingTests {
    private let tail = "\nresponses: {'200': {description: d}}"

    @Test func readsAllFields() throws {
        let parameter = try #require(
            try operation(
                """
                parameters:
                  - name: q
                    in: query
                    description: d
                    required: true
                    deprecated: true
                    allowEmptyValue: true
                    style: pipeDelimited
                    explode: false
                    allowReserved: true
                    schema: {type: array, items: {type: string}}
                    example: [a]
                    examples: {e: {summary: s, value: [b], x-e: 1}}
                    x-p: 1
                """ + tail
            ).parameters.first?.inline
        )
        #expect((parameter.name, parameter.place, parameter.description) == ("q", .query, "d"))
        #expect([parameter.required, parameter.deprecated, parameter.allowEmptyValue] == [true, true, true])
        #expect((parameter.style, parameter.explode, parameter.format.allowReserved) == (.pipeDelimited, false, true))
        #expect(parameter.format.schema?.inline?.types == [.array])
        #expect(parameter.format.example?.items.map(\.text) == ["a"])
        #expect(parameter.format.examples["e"]?.inline?.value?.items.map(\.text) == ["b"])
        #expect(parameter.extensions.keys == ["x-p"])
        #expect(parameter.location.description == "spec.yaml:7:11")
    }

    @Test func stylesHaveTheDefaultsOfTheirPlace() throws {
        let places = ["query", "header", "cookie"].map { "- {name: a, in: \($0), schema: {}}" }.joined(separator: "\n  ")
        let parameters = try operation("parameters:\n  \(places)" + tail).parameters.compactMap(\.inline)
        #expect(parameters.map(\.style) == [.form, .simple, .form])
        #expect(parameters.map(\.explode) == [true, false, true])
    }

    @Test func contentStandsForASchema() throws {
        let parameter = try operation("parameters: [{name: a, in: query, content: {application/json: {schema: {}}}}]" + tail).parameters[0]
        #expect(parameter.inline?.format.content.keys == ["application/json"])
        #expect(parameter.inline?.format.schema == nil)
    }

    @Test(arguments: [
        ("{in: query, schema: {}}", "6:20: warning: a parameter without 'name'; add it, for the parameter is left out"),
        ("{name: a, schema: {}}", "6:20: warning: a parameter without 'in'; add it, for the parameter is left out"),
        ("{name: a, in: querry, schema: {}}", "6:34: warning: a parameter can't be in 'querry'; write 'query', for it is left out"),
        ("{name: a, in: query}", "6:20: warning: a parameter without 'schema' or 'content'; add one, for it is taken for any text"),
        (
            "{name: a, in: query, schema: {}, style: matrix}",
            "6:60: warning: the style 'matrix' can't be used here; use 'form', 'spaceDelimited', 'pipeDelimited' or 'deepObject', "
                + "for the default style is used"
        ),
        (
            "{name: a, in: header, schema: {}, style: form}",
            "6:61: warning: the style 'form' can't be used here; use 'simple', " + "for the default style is used"
        ),
        ("{name: a, in: query, schema: {}, exploded: true}", "6:53: warning: 'exploded' is no field of a parameter; write 'explode'"),
        ("[]", "6:20: warning: a parameter must be a mapping, not a list; correct it, for it is left out"),
    ]) func wrongOnesAreTold(_ parameter: String, _ finding: String) {
        #expect(findings(operation: "parameters: [\(parameter)]" + tail) == "spec.yaml:" + finding)
    }

    @Test func pathParametersAreRequired() throws {
        let text = """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths:
              /{a}: {parameters: [{name: a, in: path, schema: {}}]}
            """
        #expect(findings(text) == "spec.yaml:4:23: warning: the path parameter 'a' is not marked as required; add 'required: true'")
        #expect(try read(text).paths["/{a}"]?.inline?.parameters[0].inline?.required == true)
    }
}
