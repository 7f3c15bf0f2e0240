import Foundation
import SpecDocument
import SpecYAML
import Testing

@testable import GeneratorCommands

/// What `apis.yaml` says about the operations that are wanted, and about names.
@Suite struct FilterTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private static let spec = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths:
          /tills: {get: {operationId: listTills, tags: [tills], responses: {'200': {$ref: '#/components/responses/Tills'}}}}
          /tills/{id}/drawer:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              operationId: getDrawer
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Drawer'}}}}}
          /shops:
            get:
              operationId: listShops
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Shop'}}}}}
        components:
          responses:
            Tills: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Till'}}}}
          schemas:
            Till: {type: object, properties: {drawers: {type: array, items: {$ref: '#/components/schemas/Drawer'}}}}
            Drawer: {type: object, properties: {label: {type: string}}}
            Shop: {type: object, properties: {name: {type: string}}}
        """

    /// The names of the files that are made with this configuration of the one version.
    private func generate(_ version: String, _ more: String = "") throws -> Set<String> {
        try workspace.edit("specs/shop.yaml") { _ in Self.spec }
        try workspace.edit("specs/apis.yaml") { _ in "modules:\n  M:\n    - spec: shop.yaml\n      namespace: A\n\(version)\n\(more)\n" }
        try workspace.run()
        return Set(try workspace.contents().keys.map { $0.split(separator: "+").last.map(String.init) ?? $0 })
    }

    @Test(arguments: [
        ("      only: {operations: [listShops]}", ["ListShops.swift", "Shop.swift"]),
        ("      only: {tags: [tills]}", ["Drawer.swift", "ListTills.swift", "Till.swift"]),
        ("      only: {paths: [/tills/**]}", ["Drawer.swift", "GetDrawer.swift"]),
        ("      only: {paths: ['/*']}", ["Drawer.swift", "ListShops.swift", "ListTills.swift", "Shop.swift", "Till.swift"]),
        (
            "      only: {paths: [/shops], tags: [tills]}",
            ["Drawer.swift", "ListShops.swift", "ListTills.swift", "Shop.swift", "Till.swift"]
        ),
    ]) func justWhatIsNeededIsGenerated(_ version: String, _ expected: [String]) throws {
        let made = try generate(version).subtracting(["Client.swift", "Service.swift", "Namespace.swift"])
        #expect(made.sorted() == expected)
    }

    @Test func namesMayBeGiven() throws {
        let made = try generate(
            "",
            "names: {schemas: {Till: Register, '#/components/schemas/Shop': Store}, operations: {listTills: registers}}"
        )
        #expect(made.isSuperset(of: ["Register.swift", "Store.swift", "Registers.swift"]))
        #expect(made.isDisjoint(with: ["Till.swift", "Shop.swift", "ListTills.swift"]))
    }

    @Test func whatIsNamedInVainIsTold() throws {
        try workspace.edit("shop.yaml") { _ in Self.spec }
        let node = try YAMLNode(parsing: try SpecFile(reading: workspace.path("shop.yaml")))
        var filter = OperationFilter(location: Location(file: "apis.yaml", line: 5, column: 13))
        filter.tags = ["tills", "tilt"]
        filter.paths = ["/nowhere"]
        let (document, diagnostics) = try #require(Document.reading(node).document).filtered(by: filter)
        #expect(document.paths.keys == ["/tills"])
        #expect(
            diagnostics.map(\.description) == [
                "apis.yaml:5:13: warning: no operation has the tag 'tilt'; correct it, or remove it",
                "apis.yaml:5:13: warning: no operation has the path '/nowhere'; correct it, or remove it",
            ]
        )
    }
}
