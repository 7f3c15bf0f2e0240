import SpecDocument
import SpecYAML
import Testing

@Suite struct Swagger2DocumentTests {
    @Test func readsAllOfTheRoot() throws {
        let document = try readCleanly(
            """
            swagger: "2.0"
            info: {title: Tills, version: 1.2.3}
            host: api.example.com
            basePath: /v1/
            schemes: [https, http]
            consumes: [application/json]
            produces: [application/json]
            paths:
              /a: {get: {operationId: a, responses: {'200': {description: d}}}}
            definitions: {Till: {type: object}}
            parameters: {Limit: {name: limit, in: query, type: integer}}
            responses: {Gone: {description: gone}}
            securityDefinitions: {key: {type: basic}}
            security: [{key: []}]
            tags: [{name: a, externalDocs: {url: u}}]
            externalDocs: {url: https://example.com}
            x-root: 1
            """
        )
        #expect((document.version.major, document.version.minor) == (2, 0))
        #expect(document.servers.map(\.url) == ["https://api.example.com/v1", "http://api.example.com/v1"])
        #expect(document.paths.keys == ["/a"])
        #expect(document.components.schemas.keys == ["Till"])
        #expect(document.components.schemas.entry("Till")?.location.description == "spec.yaml:10:15")
        #expect(document.components.parameters.keys == ["Limit"])
        #expect(document.components.responses.keys == ["Gone"])
        #expect(document.components.securitySchemes.keys == ["key"])
        #expect(document.security.map(\.schemes.keys) == [["key"]])
        #expect(document.tags.first?.externalDocs?.url == "u")
        #expect(document.externalDocs?.url == "https://example.com")
        #expect(document.extensions.keys == ["x-root"])
    }

    @Test func aNumberIsTakenForTheVersion() {
        #expect(
            findings("swagger: 2.0\ninfo: {title: t, version: v}\npaths: {}")
                == "spec.yaml:1:10: warning: 'swagger' must be a string, not a number; put it in quotes"
        )
        #expect(
            findings("swagger: [2]") == "spec.yaml:1:10: error: there is no Swagger version a list that is supported; "
                + "use '2.0', or OpenAPI 3.0, 3.1 or 3.2"
        )
    }

    @Test func whatMustBeThereIsMissed() {
        #expect(
            findings("swagger: '2.0'") == """
                spec.yaml:1:1: warning: an API description without 'info'; add it
                spec.yaml:1:1: warning: an API description without 'paths'; add it, for there is nothing to call
                """
        )
    }

    @Test func fieldsOfOpenAPI3AreToldWithWhatToUse() {
        #expect(
            findings(swagger2Head + "components: {}\nservers: []\ndefinition: {}\n") == """
                spec.yaml:4:1: warning: 'components' is a field of OpenAPI 3, not of Swagger 2.0; use 'definitions', 'parameters', 'responses' and 'securityDefinitions', for it is left out
                spec.yaml:5:1: warning: 'servers' is a field of OpenAPI 3, not of Swagger 2.0; use 'host', 'basePath' and 'schemes', for it is left out
                spec.yaml:6:1: warning: 'definition' is no field of an API description; write 'definitions'
                """
        )
        #expect(
            swagger2Findings(operation: "requestBody: {}\ncallbacks: {}") == """
                spec.yaml:6:7: warning: 'requestBody' is a field of OpenAPI 3, not of Swagger 2.0; write a parameter with 'in: body' instead, for it is left out
                spec.yaml:7:7: warning: 'callbacks' is a field of OpenAPI 3, not of Swagger 2.0; write 'openapi: 3.0.3' to have them, for it is left out
                """
        )
    }

    @Test func contradictionsAreToldAsInOpenAPI3() {
        #expect(
            findings(
                """
                swagger: '2.0'
                info: {title: t, version: '1'}
                paths:
                  /a/{id}/{other}:
                    parameters: [{name: id, in: path, required: true, type: string}]
                    get: {security: [{none: []}], responses: {'200': {description: d}}}
                """
            ) == """
                spec.yaml:6:5: warning: path names {other} but no parameter does; add one under 'parameters', for it is taken for a string
                spec.yaml:6:23: warning: there is no security scheme 'none'; add it under 'securityDefinitions', for it is taken for a bearer token
                """
        )
    }
}
