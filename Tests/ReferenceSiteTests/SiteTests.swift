import SpecDocument
import SpecPlan
import Testing

@testable import ReferenceSite

@Suite struct SiteTests {
    @Test func everyVersionIsToViewAndToDownload() throws {
        let apis = try cloudFlow()
        let site = Site(of: apis)
        let front = try site.text("index.html")
        for api in apis {
            #expect(front.contains("href=\"\(api.name)/index.html\""))
            #expect(front.contains("href=\"specs/\(api.name).yaml\" download"))
            #expect(site.files.first { $0.path == "specs/\(api.name).yaml" }?.contents == api.specification)
        }
        for shared in ["Case sensitivity", "<h2>Errors</h2>", "tooManyConnections", "Release notes"] { #expect(front.contains(shared)) }
        #expect(front.ranges(of: "tooManyConnections").count == 1, "what both APIs say stands there once")
    }

    @Test func everyOperationAndEverySchemaHasItsPage() throws {
        let apis = try cloudFlow()
        let paths = Set(Site(of: apis).files.map(\.path))
        for api in apis {
            for operation in api.plan.operations { #expect(paths.contains("\(api.name)/operations/\(operation.operationID).html")) }
            for schema in api.document.components.schemas.keys { #expect(paths.contains("\(api.name)/schemas/\(schema).html")) }
        }
    }

    @Test func theSameSpecsMakeTheSameBytes() throws {
        #expect(Site(of: try cloudFlow()).files == Site(of: try cloudFlow()).files)
    }

    @Test func aWebsocketsMessagesAreShown() throws {
        let page = try Site(of: try cloudFlow()).text("client-1.1/operations/openSocket.html")
        for text in ["The client sends", "The client receives", "&quot;type&quot;: &quot;ack&quot;", "cloudflow.v1", "4401"] {
            #expect(page.contains(text))
        }
    }

    @Test func textOfTheSpecIsNeverMarkup() throws {
        let attack = "</code><script>alert(1)</script><img src=x onerror=alert(1)>"
        let api = try reference(
            """
            openapi: 3.0.3
            info: {title: "\(attack)", version: "1", description: "\(attack) [x](javascript:alert(1))"}
            tags: [{name: "\(attack)", description: "\(attack)"}]
            servers: [{url: "https://example.com/\(attack)"}]
            paths:
              /a:
                get:
                  operationId: "\(attack)"
                  tags: ["\(attack)"]
                  summary: "\(attack)"
                  description: "\(attack)"
                  parameters: [{name: "q\(attack)", in: query, description: "\(attack)", schema: {type: string, default: "\(attack)"}}]
                  responses: {"200": {description: "\(attack)", content: {application/json: {schema: {$ref: "#/components/schemas/S"}}}}}
            components:
              schemas:
                S: {type: object, description: "\(attack)", properties: {"\(attack)": {type: string, enum: ["\(attack)"], example: "\(attack)"}}}
            """
        )
        for file in Site(of: [api]).files where file.path.hasSuffix(".html") {
            let text = String(decoding: file.contents, as: UTF8.self)
            #expect(!text.contains("<script>alert"), "\(file.path)")
            #expect(!text.contains("<img"), "\(file.path)")
            #expect(!text.contains("javascript:"), "\(file.path)")
        }
    }

    @Test func schemasThatHoldThemselvesAreShown() throws {
        let api = try reference(
            """
            openapi: 3.1.0
            info: {title: Trees, version: "1"}
            paths: {}
            components:
              schemas:
                Tree: {type: object, required: [children], properties: {name: {type: string}, children: {type: array, items: {$ref: "#/components/schemas/Tree"}}}}
                Pair: {allOf: [{$ref: "#/components/schemas/Tree"}, {type: object, properties: {other: {$ref: "#/components/schemas/Pair"}}}]}
            """
        )
        let page = try Site(of: [api]).text("shop-1.0/schemas/Tree.html")
        #expect(page.contains("&quot;children&quot;: []"))
        #expect(try Site(of: [api]).text("shop-1.0/schemas/Pair.html").contains("All of these"))
    }
}
