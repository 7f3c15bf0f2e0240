import SpecDocument
import SpecYAML
import Testing

/// What the parts of a document say against each other; the lines count from 4, where `paths` stands.
@Suite struct ContradictionsTests {
    private func findings(_ rest: String) -> String {
        SpecDocumentTests.findings("openapi: 3.1.0\n" + "info: {title: t, version: '1'}\n" + "tags: []\n" + rest)
    }

    @Test func pathParametersAndTemplates() {
        #expect(
            findings(
                """
                paths:
                  /a/{id}/{part}:
                    parameters:
                      - {name: id, in: path, required: true, schema: {}}
                      - {name: prt, in: path, required: true, schema: {}}
                    get:
                      parameters: [{$ref: '#/components/parameters/part'}]
                      responses: {default: {description: d}}
                    put:
                      parameters: [{name: size, in: path, required: true, schema: {}}]
                      responses: {default: {description: d}}
                  /b/{: {}
                components:
                  parameters: {part: {name: part, in: path, required: true, schema: {}}}
                """
            ) == """
                spec.yaml:8:9: warning: the path '/a/{id}/{part}' has no {prt} for this parameter; write 'part', for it is left out
                spec.yaml:12:5: warning: path names {part} but no parameter does; add one under 'parameters', for it is taken for a string
                spec.yaml:13:20: warning: the path '/a/{id}/{part}' has no {size} for this parameter; add it to the path, or remove it, for it is left out
                spec.yaml:15:3: warning: the braces of the path '/b/{' don't match; write {name} for a parameter, for its operations are left out
                """
        )
    }

    @Test func repeatedParameters() {
        #expect(
            findings(
                """
                paths:
                  /a:
                    parameters: [{name: a, in: query, schema: {}}]
                    get:
                      parameters:
                        - {name: a, in: query, schema: {}}
                        - {name: a, in: header, schema: {}}
                        - {$ref: '#/components/parameters/A'}
                      responses: {default: {description: d}}
                components:
                  parameters: {A: {name: a, in: query, schema: {}}}
                """
            )
                == "spec.yaml:11:18: warning: the query parameter 'a' is already at spec.yaml:9:11; keep one of the two, for this one is left out"
        )
    }

    @Test func equivalentPaths() {
        let responses = "{responses: {default: {description: d}}}"
        let item = "parameters: [{name: NAME, in: path, required: true, schema: {}}]"
        func path(_ name: String, _ method: String) -> String {
            "  /a/{\(name)}: {\(item.replacing("NAME", with: name)), \(method): \(responses)}\n"
        }
        let alone = ", for a service answers one of them alone"
        let message = "the path '/a/{c}' matches the same requests as '/a/{b}' at spec.yaml:5:3; put all operations under one"
        #expect(findings("paths:\n" + path("b", "get") + path("c", "get") + "  /a/b: {}\n") == "spec.yaml:6:3: warning: " + message + alone)
        #expect(findings("paths:\n" + path("b", "get") + path("c", "put") + "  /a/b: {}\n") == "spec.yaml:6:3: warning: " + message)
    }

    @Test func repeatedOperationIDs() {
        #expect(
            findings(
                """
                paths:
                  /a: {get: {operationId: x, responses: {default: {description: d}}}}
                  /b:
                    post:
                      operationId: y
                      responses: {default: {description: d}}
                      callbacks:
                        done: {'{$url}': {post: {operationId: x, responses: {default: {description: d}}}}}
                webhooks:
                  w: {post: {operationId: y, responses: {default: {description: d}}}}
                """
            ) == """
                spec.yaml:11:47: warning: the operationId 'x' is already at spec.yaml:5:27; give this one another, for it is named for its method and path
                spec.yaml:13:27: warning: the operationId 'y' is already at spec.yaml:8:20; give this one another, for it is named for its method and path
                """
        )
    }

    @Test func undefinedSecuritySchemes() {
        #expect(
            findings(
                """
                security: [{apiTokn: []}, {}]
                paths:
                  /a: {get: {security: [{apiToken: []}, {other: [read]}], responses: {default: {description: d}}}}
                components: {securitySchemes: {apiToken: {type: http, scheme: bearer}}}
                """
            ) == """
                spec.yaml:4:13: warning: there is no security scheme 'apiTokn'; write 'apiToken', for it is taken for a bearer token
                spec.yaml:6:42: warning: there is no security scheme 'other'; add it under 'components/securitySchemes', for it is taken for a bearer token
                """
        )
    }

    @Test func serverVariables() {
        #expect(
            findings(
                """
                paths: {}
                servers:
                  - {url: 'https://{host}/{'}
                  - url: https://{host}
                    variables: {port: {default: a, enum: [b, c]}}
                """
            ) == """
                spec.yaml:6:5: warning: the braces of the URL 'https://{host}/{' don't match; write {name} for a variable, for they are taken as they are
                spec.yaml:7:5: warning: the URL names {host} but no variable does; add one under 'variables'
                spec.yaml:8:23: warning: the default 'a' of 'port' is none of its values; use 'b' or 'c'
                """
        )
    }

    @Test func tagsNeedNotBeDeclared() {
        #expect(findings("paths: {/a: {get: {tags: [x], responses: {default: {description: d}}}}}") == "")
    }
}
