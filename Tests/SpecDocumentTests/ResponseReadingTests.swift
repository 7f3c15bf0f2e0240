import SpecDocument
import SpecYAML
import Testing

@Suite struct ResponseReadingTests {
    @Test func readsAllFields() throws {
        let responses = try operation(
            """
            responses:
              200:
                summary: s
                description: d
                headers:
                  X-Rate: {description: h, required: true, deprecated: true, style: simple, explode: true, schema: {type: integer}}
                content:
                  application/json:
                    schema: {type: string}
                    example: a
                    examples: {b: {value: c}}
                  application/jsonl: {itemSchema: {type: object}}
                links:
                  next: {operationId: getA, parameters: {id: $response.body#/id}, requestBody: 1, description: l, server: {url: /}}
                x-r: 1
              '4XX': {description: d}
              default: {description: d}
              x-responses: 1
            """
        ).responses
        #expect(responses.byStatus.keys == [.code(200), .range(4), .default])
        #expect(responses.byStatus.keys.map(\.description) == ["200", "4XX", "default"])
        #expect(responses.extensions.keys == ["x-responses"])
        #expect(responses.location?.description == "spec.yaml:7:9")
        let response = try #require(responses.byStatus[.code(200)]?.inline)
        #expect((response.summary, response.description) == ("s", "d"))
        let header = try #require(response.headers["X-Rate"]?.inline)
        #expect([header.required, header.deprecated, header.explode] == [true, true, true])
        #expect(header.format.schema?.inline?.types == [.integer])
        #expect(response.content["application/json"]?.inline?.schema?.inline?.types == [.string])
        #expect(response.content["application/json"]?.inline?.example?.text == "a")
        #expect(response.content["application/json"]?.inline?.examples["b"]?.inline?.value?.text == "c")
        #expect(response.content["application/jsonl"]?.inline?.itemSchema?.inline?.types == [.object])
        let link = try #require(response.links["next"]?.inline)
        #expect((link.operationId, link.description, link.server?.url) == ("getA", "l", "/"))
        #expect(link.parameters["id"]?.text == "$response.body#/id")
        #expect(link.requestBody?.integer == 1)
    }

    @Test(arguments: [
        ("2000", "warning: '2000' is no status; use 100 to 599, '4XX' or 'default', for this response is left out"),
        ("abc", "warning: 'abc' is no status; use 100 to 599, '4XX' or 'default', for this response is left out"),
        ("099", "warning: '099' is no status; use 100 to 599, '4XX' or 'default', for this response is left out"),
        ("600", "warning: '600' is no status; use 100 to 599, '4XX' or 'default', for this response is left out"),
        ("6XX", "warning: '6XX' is no status; use 100 to 599, '4XX' or 'default', for this response is left out"),
        ("٢٠٠", "warning: '٢٠٠' is no status; use 100 to 599, '4XX' or 'default', for this response is left out"),
        ("''", "warning: '' is no status; use 100 to 599, '4XX' or 'default', for this response is left out"),
        ("4xx", "warning: the range of statuses '4xx' must be in upper case; write '4XX'"),
        ("Default", "warning: 'Default' must be in lower case; write 'default'"),
    ]) func wrongStatusesAreTold(_ key: String, _ finding: String) {
        #expect(findings(operation: "responses:\n  \(key): {description: d}") == "spec.yaml:7:9: " + finding)
    }

    @Test func oneStatusCanBeThereOnce() {
        #expect(
            findings(operation: "responses:\n  4XX: {description: d}\n  4xx: {description: d}") == """
                spec.yaml:8:9: warning: the range of statuses '4xx' must be in upper case; write '4XX'
                spec.yaml:8:9: warning: the status 4XX is already at spec.yaml:7:9; keep one, for that one is left out
                """
        )
    }

    @Test func aMissingDescriptionIsTold() {
        #expect(findings(operation: "responses:\n  200: {}") == "spec.yaml:7:14: warning: a response without 'description'; add it")
    }

    @Test func encodings() throws {
        let body = try #require(
            try operation(
                """
                requestBody:
                  content:
                    multipart/form-data:
                      schema: {type: object}
                      encoding:
                        file:
                          contentType: image/png, image/jpeg
                          headers: {X-A: {schema: {}}}
                          style: deepObject
                          explode: true
                          allowReserved: true
                          encoding: {a: {}}
                          prefixEncoding: [{contentType: a/b}]
                          itemEncoding: {contentType: c/d}
                    multipart/mixed:
                      prefixEncoding: [{}]
                      itemEncoding: {}
                responses: {default: {description: d}}
                """
            ).requestBody?.inline
        )
        let encoding = try #require(body.content["multipart/form-data"]?.inline?.encoding["file"])
        #expect(encoding.contentType == "image/png, image/jpeg")
        #expect(encoding.headers.keys == ["X-A"])
        #expect((encoding.style, encoding.explode, encoding.allowReserved) == (.deepObject, true, true))
        #expect(encoding.encoding.keys == ["a"])
        #expect(encoding.prefixEncoding.map(\.contentType) == ["a/b"])
        #expect(encoding.itemEncoding?.contentType == "c/d")
        #expect(body.content["multipart/mixed"]?.inline?.prefixEncoding.count == 1)
        #expect(body.content["multipart/mixed"]?.inline?.itemEncoding != nil)
    }

    @Test func anUnknownEncodingStyleIsTold() {
        #expect(
            findings(
                operation:
                    "requestBody: {content: {a/b: {encoding: {a: {style: frm}, b: {style: []}}}}}\nresponses: {default: {description: d}}"
            ) == """
                spec.yaml:6:59: warning: 'style' can't be 'frm'; write 'form', for it is left out
                spec.yaml:6:76: warning: 'style' can't be a list; use 'matrix', 'label', 'form', 'simple', 'spaceDelimited', 'pipeDelimited', 'deepObject' or 'cookie', for it is left out
                """
        )
    }
}
