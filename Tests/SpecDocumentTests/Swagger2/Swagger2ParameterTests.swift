import SpecDocument
import SpecYAML
import Testing

@Suite struct Swagger2ParameterTests {
    @Test func readsTheTypeBesideThePlace() throws {
        let parameter = try #require(
            try swagger2Operation(
                """
                parameters:
                  - name: q
                    in: query
                    description: d
                    required: true
                    allowEmptyValue: true
                    type: integer
                    format: int64
                    minimum: 1
                    maximum: 9
                    enum: [1, 2]
                    default: 2
                    x-nullable: true
                    x-p: 1
                """
            ).parameters.first?.inline
        )
        #expect((parameter.name, parameter.place, parameter.description) == ("q", .query, "d"))
        #expect((parameter.required, parameter.allowEmptyValue) == (true, true))
        let schema = try #require(parameter.format.schema?.inline)
        #expect((schema.types, schema.format, schema.nullable) == ([.integer], "int64", true))
        #expect((schema.constraints?.minimum?.int, schema.constraints?.maximum?.int) == (1, 9))
        #expect(schema.enumeration?.map(\.text) == ["1", "2"])
        #expect(schema.defaultValue?.integer == 2)
        #expect(parameter.extensions.keys == ["x-nullable", "x-p"])
        #expect(parameter.location.description == "spec.yaml:7:11")
    }

    @Test(
        arguments: [
            ("query", nil, .form, false), ("query", "csv", .form, false), ("query", "ssv", .spaceDelimited, false),
            ("query", "pipes", .pipeDelimited, false), ("query", "multi", .form, true), ("header", nil, .simple, false),
        ] as [(String, String?, ValueFormat.Style, Bool)]
    )
    func listsAreWrittenAsTheCollectionFormatSays(_ place: String, _ format: String?, _ style: ValueFormat.Style, _ explode: Bool) throws {
        let collection = format.map { ", collectionFormat: \($0)" } ?? ""
        let text = "parameters: [{name: a, in: \(place), type: array, items: {type: string}\(collection)}]"
        let parameter = try #require(try swagger2Operation(text).parameters.first?.inline)
        #expect((parameter.style, parameter.explode) == (style, explode))
        #expect(parameter.format.schema?.inline?.items?.inline?.types == [.string])
    }

    @Test func collectionFormatsThatCanNotBeWrittenAreTold() throws {
        for (place, format, finding) in [
            ("query", "tsv", "note: 'tsv' can't be written; the items are separated by commas"),
            ("header", "pipes", "note: 'pipes' can't be written in a header; the items are separated by commas"),
        ] {
            let text = "parameters: [{name: a, in: \(place), type: array, items: {}, collectionFormat: \(format)}]"
            let column = 78 + place.utf8.count
            let operation = try swagger2Operation(text, told: "spec.yaml:6:\(column): " + finding)
            #expect(operation.parameters.first?.inline?.explode == false)
        }
    }

    @Test(arguments: [
        ("{name: a, in: bodyy, type: string}", "6:34: warning: a parameter can't be in 'bodyy'; write 'body', for it is left out"),
        ("{name: a, type: string}", "6:20: warning: a parameter without 'in'; add it, for the parameter is left out"),
        ("{in: query, type: string}", "6:20: warning: a parameter without 'name'; add it, for the parameter is left out"),
        ("{name: a, in: query}", "6:20: warning: a parameter without 'type'; add it, for it is taken for any text"),
        ("{name: a, in: query, type: string, requird: true}", "6:55: warning: 'requird' is no field of a parameter; write 'required'"),
        (
            "{name: a, in: query, schema: {type: string}}",
            "6:41: warning: 'schema' is for body parameters only in Swagger 2.0; write its fields beside 'type'"
        ),
        (
            "{name: a, in: query, type: string, style: form}",
            "6:55: warning: 'style' is a field of OpenAPI 3, not of Swagger 2.0; use 'collectionFormat', for it is left out"
        ),
        (
            "{name: a, in: cookie, type: string}",
            "6:34: warning: Swagger 2.0 has no parameters in cookies; it is read as in OpenAPI 3"
        ),
    ]) func wrongOnesAreTold(_ parameter: String, _ finding: String) {
        #expect(swagger2Findings(operation: "parameters: [\(parameter)]") == "spec.yaml:" + finding)
    }

    @Test func aReferenceLeadsToTheSection() throws {
        let text = """
            swagger: '2.0'
            info: {title: t, version: '1'}
            paths: {/a: {get: {parameters: [{$ref: '#/parameters/Limit'}], responses: {'200': {description: d}}}}}
            parameters: {Limit: {name: limit, in: query, type: integer}}
            """
        let document = try readCleanly(text)
        let parameter = try #require(document.paths["/a"]?.inline?.operations[.get]?.parameters.first)
        let target = try document.target(of: #require(parameter.reference))
        #expect(target.name == "Limit")
        #expect(try document.resolve(parameter).name == "limit")
    }
}
