import ArgumentParser
import Foundation
import Testing

@testable import GeneratorCommands

/// The package that `init` makes of a description. That it builds is checked with the examples.
@Suite struct InitCommandTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    private func start(_ arguments: String...) throws {
        let folder = ["--output", workspace.generated.path, "--package", "/somewhere/cloudflow", "--quiet"]
        try InitCommand.parse([workspace.path("specs/client-1.1.yaml")] + folder + arguments).run()
    }

    @Test func aDescriptionBecomesAPackage() throws {
        try start()
        let files = try workspace.contents()
        let own = files.keys.filter { !$0.hasPrefix("Generated/") }.sorted()
        #expect(
            own == [
                ".gitignore", "Package.swift", "README.md", "Sources/cloud-flow-client/main.swift",
                "Tests/CloudFlowClientAPITests/CloudFlowClientAPITests.swift", "specs/apis.yaml", "specs/client-1.1.yaml",
            ]
        )
        #expect(files["Package.swift"]?.contains(#".package(name: "cloudflow", path: "/somewhere/cloudflow", traits: ["Client"])"#) == true)
        #expect(files["Sources/cloud-flow-client/main.swift"]?.contains("try await client.getToken()") == true)
    }

    @Test func whatItsConfigurationGivesIsThereAlready() throws {
        try start("--module", "ShopAPI")
        let package = workspace.generated.path
        let again = ["--config", package + "/specs/apis.yaml", "--output", package + "/Generated", "--check", "--quiet"]
        try GenerateCommand.parse(again).run()
    }

    @Test func whatADescriptionRefersToComesWithIt() throws {
        try workspace.edit("specs/parts/device.yaml") { _ in "Device: {type: object, properties: {id: {type: string}}}\n" }
        try workspace.edit("specs/shop.yaml") { _ in
            """
            openapi: 3.0.3
            info: {title: The shop, version: "1"}
            paths:
              /devices:
                get:
                  operationId: listDevices
                  responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "parts/device.yaml#/Device"}}}}}
            """
        }
        let folder = ["--output", workspace.generated.path, "--package", "https://example.com/cloudflow.git", "--quiet"]
        try InitCommand.parse([workspace.path("specs/shop.yaml")] + folder).run()
        let files = try workspace.contents()
        #expect(files["specs/parts/device.yaml"] != nil)
        #expect(files["specs/apis.yaml"]?.contains("TheShopAPI:") == true)
        #expect(files["Package.swift"]?.contains(#".package(url: "https://example.com/cloudflow.git", branch: "main", "#) == true)
    }

    @Test func whatIsThereStaysAsItIs() throws {
        try workspace.edit("Generated/notes.txt") { _ in "mine\n" }
        #expect(throws: ExitCode(1)) { try start() }
        #expect(try workspace.contents() == ["notes.txt": "mine\n"])
    }
}
