import SpecDocument
import SpecYAML
import Testing

@Suite struct Swagger2RequestBodyTests {
    private let body = "parameters: [{name: b, in: body, description: d, required: true, schema: {type: object}, x-b: 1}]"

    @Test func isTheBodyParameter() throws {
        let operation = try swagger2Operation(body)
        #expect(operation.parameters.isEmpty)
        let request = try #require(operation.requestBody?.inline)
        #expect((request.description, request.required) == ("d", true))
        #expect(request.content.keys == ["application/json"])
        #expect(request.content["application/json"]?.inline?.schema?.inline?.types == [.object])
        #expect(request.extensions.keys == ["x-b"])
        #expect(request.location.description == "spec.yaml:6:20")
    }

    @Test func isWrittenInWhatIsConsumed() throws {
        let root = "consumes: [application/xml]"
        #expect(try swagger2Operation(body, root: root).requestBody?.inline?.content.keys == ["application/xml"])
        let own = try swagger2Operation(body + "\nconsumes: [application/json, text/xml]", root: root)
        #expect(own.requestBody?.inline?.content.keys == ["application/json", "text/xml"])
        let cleared = try swagger2Operation(body + "\nconsumes: []", root: root)
        #expect(cleared.requestBody?.inline?.content.keys == ["application/json"])
    }

    @Test func aReferenceStaysOneUnlessTheMediaTypesDiffer() throws {
        let root = "parameters: {Body: {name: b, in: body, schema: {$ref: '#/definitions/A'}}}\ndefinitions: {A: {type: object}}"
        let reference = "parameters: [{$ref: '#/parameters/Body'}]"
        #expect(try swagger2Operation(reference, root: root).requestBody?.reference?.text == "#/parameters/Body")
        let other = try swagger2Operation(reference + "\nconsumes: [application/xml]", root: root)
        #expect(other.requestBody?.inline?.content.keys == ["application/xml"])
    }

    @Test func aSharedOneStandsAmongTheRequestBodies() throws {
        let document = try readCleanly(
            """
            swagger: '2.0'
            info: {title: t, version: '1'}
            paths: {/a: {parameters: [{$ref: '#/parameters/Body'}], put: {responses: {'200': {description: d}}}}}
            parameters: {Body: {name: b, in: body, required: true, schema: {}}}
            """
        )
        let request = try #require(document.paths["/a"]?.inline?.operations[.put]?.requestBody)
        #expect(try document.target(of: #require(request.reference)).name == "Body")
        #expect(try document.resolve(request).required)
        #expect(document.components.parameters.isEmpty)
    }

    @Test func twoBodiesAreOneTooMany() {
        #expect(
            swagger2Findings(operation: "parameters: [{name: a, in: body, schema: {}}, {name: b, in: body, schema: {}}]")
                == "spec.yaml:6:53: warning: another body parameter is already at spec.yaml:6:20; keep one, for this one is left out"
        )
        #expect(
            swagger2Findings(operation: "parameters: [{name: a, in: body, schema: {}}, {name: b, in: formData, type: string}]")
                == "spec.yaml:6:53: warning: a form parameter beside the body parameter at spec.yaml:6:20; "
                + "remove one of them, for the form is left out"
        )
    }

    @Test(arguments: [
        ("{name: a, in: body}", "6:20: warning: a body parameter without 'schema'; add it"),
        ("{in: body, schema: {}}", "6:20: warning: a body parameter without 'name'; add it"),
        ("{name: a, in: body, type: string}", "6:20: warning: the type of a body parameter stands in its 'schema'; move it there"),
    ]) func wrongOnesAreTold(_ parameter: String, _ finding: String) throws {
        let operation = try swagger2Operation("parameters: [\(parameter)]", told: "spec.yaml:" + finding)
        #expect(operation.requestBody?.inline?.content.keys == ["application/json"])
    }
}
