import SpecDocument
import SpecYAML
import Testing

@Suite struct Swagger2FormTests {
    private let text = "{name: a, in: formData, description: d, required: true, type: string, x-a: 1}"
    private let list = "{name: l, in: formData, type: array, items: {type: string}, collectionFormat: multi}"
    private let file = "{name: f, in: formData, type: file}"

    @Test func fieldsBecomePropertiesOfTheBody() throws {
        let operation = try swagger2Operation("parameters: [\(text), \(list)]")
        let request = try #require(operation.requestBody?.inline)
        #expect(request.required)
        #expect(request.content.keys == ["application/x-www-form-urlencoded"])
        let media = try #require(request.content.first?.value.inline)
        let schema = try #require(media.schema?.inline)
        #expect((schema.types, schema.properties.keys, schema.required) == ([.object], ["a", "l"], ["a"]))
        #expect(schema.properties["a"]?.inline?.description == "d")
        #expect(schema.properties["a"]?.inline?.extensions.keys == ["x-a"])
        #expect(schema.properties.entry("l")?.location.description == "spec.yaml:6:99")
        #expect((media.encoding["l"]?.style, media.encoding["l"]?.explode) == (.form, true))
        #expect(media.encoding.keys == ["l"])
    }

    @Test func aFileIsSentInMultipart() throws {
        let request = try #require(try swagger2Operation("parameters: [\(text), \(file)]").requestBody?.inline)
        #expect(request.content.keys == ["multipart/form-data"])
        let field = try #require(request.content.first?.value.inline?.schema?.inline?.properties["f"]?.inline)
        #expect((field.types, field.format) == ([.string], "binary"))
    }

    @Test func whatIsConsumedDecides() throws {
        let both = "consumes: [multipart/form-data, application/x-www-form-urlencoded, application/json]\n"
        let forms = ["multipart/form-data", "application/x-www-form-urlencoded"]
        #expect(try swagger2Operation(both + "parameters: [\(text)]").requestBody?.inline?.content.keys == forms)
        #expect(try swagger2Operation(both + "parameters: [\(file)]").requestBody?.inline?.content.keys == ["multipart/form-data"])
        let inherited = try swagger2Operation("parameters: [\(text)]", root: "consumes: [application/json]")
        #expect(inherited.requestBody?.inline?.content.keys == ["application/x-www-form-urlencoded"])
        _ = try swagger2Operation(
            "consumes: [application/json]\nparameters: [\(file)]",
            told: "spec.yaml:6:18: warning: 'consumes' must list 'multipart/form-data' for a file; it is sent as 'multipart/form-data'"
        )
    }

    @Test func sharedFieldsAndThoseOfThePathAreUsed() throws {
        let document = try readCleanly(
            """
            swagger: '2.0'
            info: {title: t, version: '1'}
            paths:
              /a:
                parameters: [{name: p, in: formData, type: string}, {name: q, in: formData, type: string}]
                put:
                  parameters: [{$ref: '#/parameters/F'}, {name: q, in: formData, type: integer}]
                  responses: {'200': {description: d}}
            parameters: {F: {name: f, in: formData, type: string}}
            """
        )
        let request = try #require(document.paths["/a"]?.inline?.operations[.put]?.requestBody?.inline)
        let schema = try #require(request.content.first?.value.inline?.schema?.inline)
        #expect(schema.properties.keys == ["f", "q", "p"])
        #expect(schema.properties["q"]?.inline?.types == [.integer])
        #expect(schema.properties.entry("f")?.location.description == "spec.yaml:7:27")
    }

    @Test func oneNameStandsForOneField() {
        #expect(
            swagger2Findings(operation: "parameters: [\(file), \(file)]")
                == "spec.yaml:6:57: warning: the formData parameter 'f' is already at spec.yaml:6:20; keep one, for this one is left out"
        )
    }
}
