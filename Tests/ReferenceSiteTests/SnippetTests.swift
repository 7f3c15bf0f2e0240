import FoundationEssentials
import SpecPlan
import SwiftText
import Testing

@testable import ReferenceSite

/// The calls that the reference shows, in the file that the target `DocumentedCalls` compiles: what readers copy is Swift.
@Suite struct SnippetTests {
    private let path = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/DocumentedCalls/DocumentedCalls.swift"

    @Test func theCallsAreThoseThatAreCompiled() throws {
        let functions = try cloudFlow().flatMap { api in
            api.operations.map { operation -> SwiftSource in
                let name = SwiftName(member: "\(operation.plan.operationID) of \(api.plan.namespace.text)")
                let isAnswered = operation.plan.socket == nil && operation.plan.success.type != nil
                return """
                    func \(name)() async throws {
                        \(SwiftSnippet(api: api, operation: operation).source)
                        \(isAnswered ? "_ = answer" : .nothing)
                    }
                    """
            }
        }
        let file: SwiftSource = """
            import CloudFlowClientAPI
            import CloudFlowClientTransport
            import CloudFlowDeviceAPI
            import CloudFlowRuntime

            // The calls that the reference of the four specs shows. `make accept` writes them anew.

            \(blocks: functions)

            """
        if ProcessInfo.processInfo.environment["RECORD_CASES"] != nil {
            try Data(file.utf8).write(to: URL(filePath: path))
        }
        #expect(FileManager.default.contents(atPath: path) == Data(file.utf8), "run 'make accept', and read what has changed")
    }

    @Test func aCallIsShownForTheShell() throws {
        let api = try #require(try cloudFlow().first { $0.name == "client-1.1" })
        let operation = try #require(api.operations.first { $0.plan.operationID == "getDevice" })
        #expect(
            CurlSnippet(api: api, operation: operation).text == """
                curl 'http://localhost:8080/client/1.1/devices/till-7' \\
                  --header "Authorization: Bearer $TOKEN"
                """
        )
    }

    @Test func quotesOfAnExampleStayInsideTheShellsWord() throws {
        let api = try reference(
            """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /notes/{id}:
                post:
                  operationId: addNote
                  parameters: [{name: id, in: path, required: true, schema: {type: string, example: "a b'c"}}]
                  requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {text: {type: string, example: "it's"}}}}}}
                  responses: {"204": {description: Done.}}
            """
        )
        let operation = try #require(api.operations.first)
        let text = CurlSnippet(api: api, operation: operation).text
        #expect(text.contains("/notes/a%20b%27c"))
        #expect(text.contains(#""text": "it'\''s""#))
    }
}
