import CloudFlowRuntime
import HTTPTypes
import SpecContracts
import SpecDocument
import SpecMocking
import SpecYAML
import Synchronization
import Testing

/// What a contract suite demands, and what it finds.
@Suite struct ContractTests {
    private let spec = """
        openapi: 3.0.3
        info: {title: Shop, version: "1"}
        servers: [{url: 'https://example.com/v1'}]
        security: [{token: []}]
        paths:
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 1}}]
            get:
              operationId: getPet
              parameters: [{name: view, in: query, schema: {type: string, enum: [full, short]}}]
              responses:
                '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                '400': {description: No.}
                '401': {description: Who?}
                '404': {description: None.}
            put:
              operationId: putPet
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses:
                '204': {description: Put.}
                '401': {description: Who?}
                '409': {description: Taken.}
                '415': {description: What?}
                '422': {description: No.}
        components:
          securitySchemes: {token: {type: http, scheme: bearer}}
          schemas:
            Pet:
              type: object
              required: [name]
              additionalProperties: false
              properties:
                name: {type: string, maxLength: 5, example: Tom}
                age: {type: integer, minimum: 0, maximum: 30}
                toys: {type: array, maxItems: 2, items: {type: string}}
        """

    private func document() throws -> Document {
        let root = try YAMLNode(parsing: SpecFile(path: "spec.yaml", bytes: Array(spec.utf8)))
        return try #require(Document.reading(root, in: SpecFolder(path: "")).document)
    }

    private func fixtures(_ text: String) throws -> ContractFixtures {
        try ContractFixtures(reading: SpecFile(path: "fixtures.yaml", bytes: Array(text.utf8)))
    }

    private let credentials = ContractCredentials(bearer: "s3cret")

    @Test func everyEdgeIsACase() throws {
        let titles = ContractSuite(try document()).cases.map(\.description)
        for title in [
            "getPet: success", "getPet: without credentials", "getPet: with wrong credentials", "getPet: answers 404",
            "getPet: path 'id' below the least: 1", "getPet: path 'id' of a wrong type", "getPet: query 'view' the value \"short\"",
            "getPet: query 'view' an unknown value", "putPet: without a body", "putPet: a body of another media type",
            "putPet: a body that is no JSON", "putPet: body without 'name'", "putPet: body only what is required",
            "putPet: body with an unknown property", "putPet: body /name: as long as maxLength 5",
            "putPet: body /name: longer than maxLength 5",
            "putPet: body /age: at the most: 30", "putPet: body /age: above the most: 30", "putPet: body /age: with a fraction",
            "putPet: body /toys: as many as maxItems 2", "putPet: body /toys: more than maxItems 2", "putPet: answers 409",
        ] {
            #expect(titles.contains(title), "\(title) is missing")
        }
        #expect(Set(titles).count == titles.count)
    }

    /// A service that does what is documented, but for what a test changes.
    private func report(
        _ fixtures: ContractFixtures = ContractFixtures(),
        _ answer: @escaping @Sendable (APIRequest, APIResponse) -> APIResponse = { $1 }
    ) async throws -> ContractReport {
        let router = Router(Mock(try document()).routes)
        let transport = AnsweringTransport { request in
            // A mock takes any token.
            var request = request
            if request.head.headerFields[.authorization] == "Bearer wrong" { request.head.headerFields[.authorization] = nil }
            return answer(request, await router.respond(to: request))
        }
        return await ContractSuite(try document(), fixtures: fixtures).run(over: transport, with: credentials)
    }

    @Test func aServiceThatKeepsToItsDescriptionPasses() async throws {
        let report = try await report()
        #expect(report.results.flatMap(\.outcome.problems).isEmpty, "\(report.text())")
        #expect(report.counts.passed > 30)
        #expect(report.unseenStatuses.map { "\($0.operation) \($0.statuses)" } == ["getPet [404]", "putPet [409]"])
    }

    @Test func whatNeedsAStateIsNotExercisedWithoutFixtures() async throws {
        let report = try await report()
        let open = report.results.filter { if case .notExercised = $0.outcome { true } else { false } }.map(\.example.description)
        #expect(open == ["getPet: answers 404", "putPet: answers 409"])
        #expect(
            report.text().contains("not exercised  answers 404: no fixture says how that comes about; give operations.getPet.statuses.404")
        )
    }

    @Test func fixturesBringAboutStates() async throws {
        let paths = Mutex<[String]>([])
        let fixtures = try fixtures(
            """
            parameters: {id: 3}
            operations:
              getPet: {statuses: {404: {parameters: {id: 99}}}}
              putPet: {statuses: {409: {before: [{operation: putPet, parameters: {id: 8}}], parameters: {id: 8}, body: {name: Jerry}}}}
            """
        )
        let report = try await report(fixtures) { request, response in
            let call = "\(request.head.method.rawValue) \(request.path)"
            let isSecond = paths.withLock { paths in
                paths.append(call)
                return paths.filter { $0 == "PUT /v1/pets/8" }.count == 2
            }
            if request.path.hasSuffix("/99") { return APIResponse(404) }
            return call == "PUT /v1/pets/8" && isSecond ? APIResponse(409) : response
        }
        #expect(report.results.flatMap(\.outcome.problems).isEmpty, "\(report.text())")
        #expect(report.counts.notExercised == 0)
        #expect(paths.withLock { $0 }.first == "GET /v1/pets/3")
    }

    @Test(arguments: [
        (status: 500, body: "", finding: "the operation documents no status 500"),
        (status: 200, body: "{}", finding: "the body: /name is missing"),
        (status: 200, body: "{", finding: "the body is no JSON"),
    ])
    func wrongAnswersFail(_ status: Int, _ body: String, _ finding: String) async throws {
        let report = try await report { request, response in
            response.status == 200 ? APIResponse(status, body.isEmpty ? nil : "application/json", body) : response
        }
        let line = report.text().split(separator: "\n").first { $0.hasPrefix("  FAILED         success: ") }
        #expect(line?.hasSuffix(finding) == true)
        #expect(report.counts.failed > 0)
    }

    @Test func aServiceThatChecksNothingFails() async throws {
        let report = try await report { request, response in
            request.head.method == .put ? APIResponse(204) : response
        }
        let failed = report.results.filter { !$0.outcome.problems.isEmpty }.map(\.example.title)
        #expect(failed.contains("body /name: longer than maxLength 5"))
        #expect(failed.contains("without credentials"))
        #expect(failed.contains("without a body"))
        #expect(!failed.contains("body /name: as long as maxLength 5"))
    }

    @Test func aStateInTheWayIsNoPass() async throws {
        let report = try await report { _, response in response.status == 204 ? APIResponse(409) : response }
        let success = try #require(report.results.first { $0.example.description == "putPet: success" })
        guard case .notExercised(let reason) = success.outcome else {
            Issue.record("\(success.outcome)")
            return
        }
        #expect(reason.hasPrefix("answered 409"))
    }

    @Test func withoutCredentialsNothingIsSaidOfTheRest() async throws {
        let router = Router(Mock(try document()).routes)
        let report = await ContractSuite(try document()).run(over: InMemoryTransport(router))
        #expect(report.text().contains("success: there are no credentials for token"))
    }

    @Test func nothingTellsASecret() async throws {
        let report = try await report { _, _ in APIResponse(500) }
        #expect(!report.text(listsPassed: true).contains("s3cret"))
        #expect(!"\(credentials)".contains("s3cret"))
    }

    @Test func fixturesThatMakeNoSenseAreRefusedWithTheirPlaces() {
        #expect {
            try fixtures(
                """
                operations:
                  getPet: {status: {404: {}}, statuses: {none: {}}, before: [{parameters: {}}]}
                """
            )
        } throws: { error in
            let text = "\(error)"
            return text.contains("fixtures.yaml:2:12: error: unknown key 'status'") && text.contains("'none' is no HTTP status")
                && text.contains("needs 'operation:'")
        }
    }
}

private struct AnsweringTransport: ClientTransport {
    let answer: @Sendable (APIRequest) async -> APIResponse

    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse { await answer(request) }
}
