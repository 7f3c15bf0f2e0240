import CloudFlowRuntime
import HTTPTypes
import Synchronization
import Testing

/// What a mock answers.
@Suite struct MockTests {
    private let shop = """
        openapi: 3.0.3
        info: {title: Shop, version: "1"}
        servers: [{url: 'https://{region}.example.com/v1', variables: {region: {default: eu}}}]
        security: [{key: []}, {token: []}]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - {name: limit, in: query, schema: {type: integer, maximum: 10}}
                - {name: tags, in: query, style: form, explode: false, schema: {type: array, items: {enum: [old, young]}}}
                - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object, properties: {age: {type: integer}}, additionalProperties: false}}
              responses:
                '200':
                  description: Pets.
                  headers: {X-Total: {required: true, schema: {type: integer, minimum: 3}}}
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                      examples:
                        one: {value: [{name: Tom, tag: cat}]}
                        none: {value: []}
                        wrong: {value: {name: 1}}
                    text/plain: {schema: {type: string, example: Tom}}
                '400': {$ref: '#/components/responses/Problem'}
                '401': {$ref: '#/components/responses/Problem'}
                '406': {description: Not acceptable.}
            post:
              operationId: addPet
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses:
                '201': {description: Added., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                '422': {$ref: '#/components/responses/Problem'}
                4XX: {$ref: '#/components/responses/Problem'}
          /pets/{id}:
            get:
              operationId: getPet
              security: []
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              responses:
                '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            token: {type: http, scheme: bearer}
          responses:
            Problem: {description: A problem., content: {application/problem+json: {schema: {type: object, required: [code], properties: {code: {type: integer, minimum: 400}}}}}}
          schemas:
            Pet:
              type: object
              required: [name]
              properties: {name: {type: string, pattern: '^[A-Z][a-z]+$'}, tag: {type: string}, secret: {type: string, writeOnly: true}}
        """

    private let known = ["X-Key": "s3cret"]

    @Test func examplesAreAnsweredWithTheirHeaderFields() async throws {
        let answer = try await Served(shop)("GET", "/v1/pets", known)
        #expect(answer.status == 200)
        #expect(answer.type == "application/json")
        #expect(answer.line == #"[{"name":"Tom","tag":"cat"}]"#)
        #expect(answer.fields[.init("X-Total")!] == "3")
    }

    @Test func whatHasNoExampleIsMadeOfTheSchema() async throws {
        let served = try Served(shop)
        let answer = try await served("GET", "/v1/pets/7")
        #expect(answer.status == 200)
        #expect(answer.line.firstMatch(of: /^{"name":"[A-Z][a-z]+","tag":"string"}$/) != nil)
        #expect(try await served("GET", "/v1/pets/7").body == answer.body)
    }

    @Test func operationsAnswerAtTheRootAsWell() async throws {
        #expect(try await Served(shop)("GET", "/pets/7").status == 200)
    }

    @Test(arguments: [
        ("GET", "/v1/pets?limit=11", 400),
        ("GET", "/v1/pets?limit=many", 400),
        ("GET", "/v1/pets?limit=1&limit=2", 400),
        ("GET", "/v1/pets?tags=old,young", 200),
        ("GET", "/v1/pets?tags=old,new", 400),
        ("GET", "/v1/pets?filter[age]=3", 200),
        ("GET", "/v1/pets?filter[age]=three", 400),
        ("GET", "/v1/pets?filter[size]=3", 400),
        ("GET", "/v1/cats", 404),
        ("DELETE", "/v1/pets", 405),
    ])
    func requestsAreHeldAgainstTheDescription(_ method: String, _ path: String, _ status: Int) async throws {
        #expect(try await Served(shop)(method, path, known).status == status)
    }

    @Test func aMethodThatIsNotDocumentedIsRefusedWithThoseThatAre() async throws {
        #expect(try await Served(shop)("PUT", "/v1/pets", known).fields[.allow] == "GET, HEAD, POST")
    }

    @Test(arguments: [
        (#"{"name":"Tom"}"#, "application/json", 201),
        (#"{"name":"tom"}"#, "application/json", 422),
        (#"{"name""#, "application/json", 422),
        ("", "application/json", 422),
        ("<pet/>", "application/xml", 422),
    ])
    func bodiesAreHeldAgainstTheirSchemas(_ body: String, _ type: String, _ status: Int) async throws {
        let answer = try await Served(shop)("POST", "/v1/pets", known.merging(["Content-Type": type]) { $1 }, body: body)
        #expect(answer.status == status)
        #expect(answer.type == (status == 201 ? "application/json" : "application/problem+json"))
    }

    @Test func credentialsMustBeThere() async throws {
        let served = try Served(shop)
        #expect(try await served("GET", "/v1/pets").status == 401)
        #expect(try await served("GET", "/v1/pets", ["Authorization": "Bearer abc"]).status == 200)
        #expect(try await served("GET", "/v1/pets", ["Authorization": "Basic abc"]).status == 401)
    }

    @Test func theCallerChoosesTheMediaType() async throws {
        let served = try Served(shop)
        let text = try await served("GET", "/v1/pets", known.merging(["Accept": "text/*;q=0.9, application/json;q=0.1"]) { $1 })
        #expect(text.type == "text/plain")
        #expect(text.body == "Tom")
        #expect(try await served("GET", "/v1/pets", known.merging(["Accept": "image/png"]) { $1 }).status == 406)
    }

    @Test func theCallerChoosesTheAnswer() async throws {
        let served = try Served(shop)
        func answer(_ preference: String) async throws -> Answer {
            try await served("GET", "/v1/pets", known.merging(["Prefer": preference]) { $1 })
        }
        #expect(try await answer("example=none").line == "[]")
        #expect(try await answer("code=401").status == 401)
        #expect(try await answer("code=401").line == #"{"code":400}"#)
        #expect(try await answer("code=503").status == 400)
        #expect(try await answer("example=nobody").status == 400)
        #expect(try await answer("dynamic=true").line.hasPrefix(#"[{"name":""#))
        #expect(try await answer("dynamic=1").line != (try await answer("dynamic=2").line))
    }

    @Test func whatNoStatusIsDocumentedForIsTakenUnlessAskedOtherwise() async throws {
        #expect(try await Served(shop)("GET", "/v1/pets/seven").status == 200)
        #expect(try await Served(shop, alwaysRefuses: true)("GET", "/v1/pets/seven").status == 400)
    }

    @Test func theLogHoldsNothingOfTheRequest() async throws {
        let lines = Mutex<[String]>([])
        let served = try Served(shop) { line in lines.withLock { $0.append(line) } }
        _ = try await served("GET", "/v1/pets?limit=s3cret", known)
        _ = try await served("POST", "/v1/pets", known.merging(["Content-Type": "application/json"]) { $1 }, body: #"{"name":"s3cret"}"#)
        _ = try await served("GET", "/v1/pets/s3cret")
        let log = lines.withLock { $0 }
        #expect(log.count == 3)
        #expect(
            log[0].hasPrefix("GET /pets 400: application/problem+json, made of the schema; query parameter 'limit' is string, not integer")
        )
        #expect(!log.joined().contains("s3cret"))
    }

    @Test func aRequestWithoutABodyIsAnsweredWithoutOne() async throws {
        let answer = try await Served(shop)("HEAD", "/v1/pets", known)
        #expect(answer.status == 200)
        #expect(answer.body.isEmpty)
    }

    @Test func swagger2IsServedToo() async throws {
        let served = try Served(
            """
            swagger: "2.0"
            info: {title: Old, version: "1"}
            basePath: /api
            consumes: [application/x-www-form-urlencoded]
            produces: [application/json]
            paths:
              /sum:
                post:
                  parameters:
                    - {name: a, in: formData, type: integer, required: true}
                    - {name: list, in: query, type: array, items: {type: integer}, collectionFormat: pipes}
                  responses:
                    200: {description: A sum., schema: {type: object, properties: {sum: {type: integer}}}, examples: {application/json: {sum: 3}}}
                    400: {description: No numbers.}
            """
        )
        let form = ["Content-Type": "application/x-www-form-urlencoded"]
        #expect(try await served("POST", "/api/sum?list=1%7C2", form, body: "a=1").line == #"{"sum":3}"#)
        #expect(try await served("POST", "/api/sum?list=1%7Cb", form, body: "a=1").status == 400)
        #expect(try await served("POST", "/api/sum", form, body: "a=one").status == 400)
        #expect(try await served("POST", "/api/sum", form, body: "b=1").status == 400)
    }
}
