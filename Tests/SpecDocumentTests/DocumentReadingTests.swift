import SpecDocument
import SpecYAML
import Testing

@Suite struct DocumentReadingTests {
    @Test func readsAllOfTheRoot() throws {
        let document = try readCleanly(
            """
            openapi: 3.2.0
            $self: https://example.com/api
            jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
            info:
              title: Tills
              summary: s
              description: d
              termsOfService: https://example.com/terms
              contact: {name: n, url: u, email: e, x-c: 1}
              license: {name: MIT, identifier: MIT}
              version: 1.2.3
            servers: [{url: /v1}]
            security: [{key: []}, {}]
            tags: [{name: a, summary: s, parent: p, kind: nav, externalDocs: {url: u}}]
            externalDocs: {url: https://example.com, description: d}
            paths:
              x-paths: 1
              /a: {}
            webhooks:
              paid: {post: {responses: {'200': {description: ok}}}}
            components:
              securitySchemes: {key: {type: http, scheme: Bearer}}
            x-root: {a: 1}
            """
        )
        #expect(document.version.text == "3.2.0")
        #expect((document.version.major, document.version.minor) == (3, 2))
        #expect(document.selfURI == "https://example.com/api")
        #expect(document.jsonSchemaDialect == "https://json-schema.org/draft/2020-12/schema")
        #expect(document.info.title == "Tills")
        #expect(document.info.version == "1.2.3")
        #expect(document.info.contact?.extensions["x-c"]?.integer == 1)
        #expect(document.info.license?.identifier == "MIT")
        #expect(document.info.location.description == "spec.yaml:5:3")
        #expect(document.servers.map(\.url) == ["/v1"])
        #expect(document.security.map(\.schemes.keys) == [["key"], []])
        #expect(document.tags.first?.kind == "nav")
        #expect(document.externalDocs?.description == "d")
        #expect(document.paths.keys == ["/a"])
        #expect(document.webhooks["paid"]?.inline?.operations[.post] != nil)
        #expect(document.extensions["x-root"]?["a"]?.integer == 1)
    }

    @Test func whatIsNoAPIDescriptionHasNoDocument() throws {
        for (text, finding) in [
            ("- a", "1:1: error: an API description must be a mapping, not a list; it starts with 'openapi: 3.1.0'"),
            ("hello", "1:1: error: an API description must be a mapping, not a string; it starts with 'openapi: 3.1.0'"),
            ("a: 1", "1:1: error: this is no API description, for it has no field 'openapi'; add 'openapi: 3.1.0'"),
            ("a: 1\nswagger: '1.2'", "2:10: error: there is no Swagger '1.2' that is supported; use '2.0', or OpenAPI 3.0, 3.1 or 3.2"),
            ("openapi: 4.0.0", "1:10: error: there is no OpenAPI '4.0.0' that is supported; use 3.0, 3.1 or 3.2"),
            ("openapi: x", "1:10: error: there is no OpenAPI 'x' that is supported; use 3.0, 3.1 or 3.2"),
            ("openapi: [3]", "1:10: error: there is no OpenAPI '' that is supported; use 3.0, 3.1 or 3.2"),
        ] {
            let node = try YAMLNode(parsing: SpecFile(path: "spec.yaml", bytes: Array(text.utf8)))
            let (document, diagnostics) = Document.reading(node)
            #expect(document == nil)
            #expect(diagnostics.description == "spec.yaml:" + finding)
        }
    }

    @Test func whatMustBeThereIsMissed() {
        #expect(
            findings("openapi: 3.0.3\ninfo: {}") == """
                spec.yaml:1:1: warning: an API description without 'paths'; add it, for there is nothing to call
                spec.yaml:2:7: warning: an info object without 'title'; add it
                spec.yaml:2:7: warning: an info object without 'version'; add it
                """
        )
        #expect(findings("openapi: 3.0.3\npaths: {}") == "spec.yaml:1:1: warning: an API description without 'info'; add it")
        #expect(findings("openapi: 3.1.0\ninfo: {title: t, version: v}\ncomponents: {}") == "")
        #expect(findings("openapi: 3.1.0\ninfo: {title: t, version: v}\nwebhooks: {a: {}}") == "")
        #expect(
            findings("openapi: 3.1.0\ninfo: {title: t, version: v}")
                == "spec.yaml:1:1: warning: an API description without 'paths'; add it, for there is nothing to call"
        )
    }

    @Test func versionsAreReadGenerously() {
        #expect(
            findings("openapi: 3.1\ninfo: {title: t, version: 1.0}\npaths: {}") == """
                spec.yaml:1:10: warning: 'openapi' must be a string, not a number; put it in quotes
                spec.yaml:2:27: warning: 'version' must be a string, not the number 1.0; put it in quotes
                """
        )
        #expect(
            findings("openapi: 3.7.0\ninfo: {title: t, version: v}\npaths: {}")
                == "spec.yaml:1:10: warning: OpenAPI 3.7.0 is newer than this generator; it is read as 3.2"
        )
    }

    @Test func unknownFieldsAreToldWithTheNearestName() {
        #expect(
            findings(head + "securty: []\nfoo: 1\n") == """
                spec.yaml:4:1: warning: 'securty' is no field of an API description; write 'security'
                spec.yaml:5:1: warning: 'foo' is no field of an API description; remove it, or start its name with 'x-'
                """
        )
    }

    @Test func oneWrongConstructDoesNotLoseTheRest() throws {
        let text = """
            openapi: 3.0.3
            info: {title: t, version: v}
            servers: {url: /}
            paths:
              a:
                get:
                  parameters:
                    - {in: query, schema: {}}
                    - {in: body, name: b, schema: {}}
                    - {in: query, name: q, schema: {type: strin}}
                  responses:
                    '2000': {description: d}
                    '200': {description: d, content: []}
              /b: []
              /c: {get: {responses: {default: {description: d}}}}
            """
        #expect(
            findings(text) == """
                spec.yaml:3:10: warning: 'servers' must be a list, not a mapping; correct it, for it is left out
                spec.yaml:5:3: warning: the path 'a' must start with '/'; write '/a'
                spec.yaml:8:11: warning: a parameter without 'name'; add it, for the parameter is left out
                spec.yaml:9:16: warning: a parameter can't be in 'body'; use 'path', 'query', 'header', 'cookie' or 'querystring', for it is left out
                spec.yaml:10:47: warning: a schema can't have the type 'strin'; write 'string', for it is left out
                spec.yaml:12:9: warning: '2000' is no status; use 100 to 599, '4XX' or 'default', for this response is left out
                spec.yaml:13:42: warning: 'content' must be a mapping, not a list; correct it, for it is left out
                spec.yaml:14:7: warning: a path item must be a mapping, not a list; correct it, for it is left out
                """
        )
        let document = try read(text)
        #expect(document.paths.keys == ["/a", "/c"])
        let operation = try #require(document.paths["/a"]?.inline?.operations[.get])
        #expect(operation.parameters.compactMap(\.inline?.name) == ["q"])
        #expect(operation.responses.byStatus.keys == [.code(200)])
    }

    @Test func readingFailsWithErrorsButNotWithWarnings() throws {
        let warned = try YAMLNode(parsing: SpecFile(path: "spec.yaml", bytes: Array((head + "foo: 1").utf8)))
        #expect(try Document(reading: warned).paths.isEmpty)
        let wrong = try YAMLNode(parsing: SpecFile(path: "spec.yaml", bytes: Array(("openapi: 4.0.0\n").utf8)))
        do {
            _ = try Document(reading: wrong)
            Issue.record("no failure")
        } catch {
            #expect(error.map(\.severity) == [.error])
        }
    }

    @Test func theDeepestSchemaIsRead() throws {
        let depth = 95
        let text = String(repeating: "{\"properties\":{\"a\":", count: depth) + "{}" + String(repeating: "}}", count: depth)
        var schema = try #require(try readCleanly(head + "components: {schemas: {S: \(text)}}").components.schemas["S"]?.inline)
        var levels = 0
        while let inner = schema.properties["a"]?.inline { (schema, levels) = (inner, levels + 1) }
        #expect(levels == depth)
    }
}
