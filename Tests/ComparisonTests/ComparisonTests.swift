import Foundation
import SpecComparison
import SpecDocument
import SpecPlanning
import SpecYAML
import SwiftText
import Testing

/// What holds for all comparisons, and what is known of the project's own descriptions.
@Suite struct ComparisonTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    private func published(_ name: String) throws -> Document {
        let node = try YAMLNode(parsing: SpecFile(reading: Self.root.appending(path: "specs/\(name)").path))
        return try #require(Document.reading(node).document)
    }

    @Test(arguments: ["client-1.0.yaml", "client-1.1.yaml", "device-1.0.yaml", "device-1.1.yaml"])
    func nothingChangesBetweenADescriptionAndItself(_ name: String) throws {
        #expect(try Comparison(of: published(name), with: published(name), today: "2026-06-01").changes.isEmpty)
    }

    @Test func theClientAPIGainedTwoOperationsAndAnAnswer() throws {
        let comparison = try Comparison(of: published("client-1.0.yaml"), with: published("client-1.1.yaml"), today: "2026-06-01")
        let told = comparison.changes.filter { !$0.isDocumentation && $0.rule != "schema-component-added" }
        #expect(
            told.map { "\($0.level.rawValue) \($0.rule) \($0.subject)" }.sorted() == [
                "compatible api-version-changed the API",
                "compatible error-response-added GET /devices, response 404",
                "compatible operation-added GET /devices/{referenceId}/connected",
                "compatible operation-added POST /devices/{referenceId}/requests",
                "possibly breaking server-url-changed servers",
            ]
        )
        #expect(comparison.changes.allSatisfy { $0.old.line != nil && $0.new.line != nil })
    }

    @Test func theReadmeHasTheReleaseNotesThatTheDescriptionsGive() throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        for name in ["client", "device"] {
            let comparison = try Comparison(of: published("\(name)-1.0.yaml"), with: published("\(name)-1.1.yaml"), today: "2026-06-01")
            let notes = comparison.releaseNotes(of: "1.1")
            #expect(
                readme.contains(notes),
                "put into README.md what `diff specs/\(name)-1.0.yaml specs/\(name)-1.1.yaml --format release-notes` prints"
            )
        }
    }

    @Test func whatIsAddedOneWayIsRemovedTheOther() throws {
        for (old, new) in [
            ("client-1.0.yaml", "client-1.1.yaml"), ("device-1.0.yaml", "device-1.1.yaml"), ("client-1.1.yaml", "device-1.1.yaml"),
        ] {
            let there = try Comparison(of: published(old), with: published(new), today: "2026-06-01").changes
            let back = try Comparison(of: published(new), with: published(old), today: "2026-06-01").changes
            func operations(_ changes: [Change], _ end: String) -> [String] {
                changes.filter { $0.rule == "operation-\(end)" || $0.rule == "schema-component-\(end)" }.map(\.subject).sorted()
            }
            #expect(operations(there, "added") == operations(back, "removed"))
            #expect(operations(there, "removed") == operations(back, "added"))
        }
    }

    @Test func aSchemaThatManyOperationsUseIsToldOnce() throws {
        func spec(_ length: Int) -> String {
            let item = "{get: {responses: {'200': {description: A, content: {a/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}"
            return "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: \(item), /b: \(item)}\n"
                + "components: {schemas: {A: {type: string, maxLength: \(length)}}}"
        }
        let changes = try Specs.comparison(spec(3), spec(4)).changes
        #expect(changes.map(\.rule) == ["response-max-length-increased"])
        #expect(changes.first?.uses == ["GET /a", "GET /b"])
        #expect(changes.first?.subject == "schema A")
    }

    @Test func everyRuleHasOneNameAndOneMeaning() {
        let ids = Rule.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Rule.all.allSatisfy { !$0.meaning.isEmpty && !$0.meaning.hasSuffix(": ") })
        #expect(ids.contains("request-property-became-required"))
    }

    @Test func changesNameTheGeneratedCode() throws {
        let old = try Specs.document(
            Specs.operation("operationId: list", "components: {schemas: {Pet: {type: object, properties: {pet_name: {type: string}}}}}"),
            named: "old.yaml"
        )
        let new = try Specs.document(
            Specs.operation("operationId: listAll", "components: {schemas: {Animal: {type: object}}}"),
            named: "new.yaml"
        )
        func index(_ document: Document) -> SymbolIndex {
            SymbolIndex(planning: VersionSource(document: document, spec: "a.yaml", namespace: "API"))
        }
        let changes = Comparison(of: old, with: new, today: "2026-06-01").naming(index(old), index(new)).changes
        #expect(
            changes.map { [$0.rule, $0.oldSymbol, $0.newSymbol] } == [
                ["operation-id-changed", "list()", "listAll()"], ["schema-component-removed", "Pet", nil],
                ["schema-component-added", nil, "Animal"],
            ]
        )
    }

    @Test func aPropertyOfAScalarIsNamedByItsOwner() throws {
        func document(_ type: String, _ file: String) throws -> Document {
            let pet = "Pet: {type: object, properties: {age: {type: \(type)}}}"
            return try Specs.document(Specs.request("{$ref: '#/components/schemas/Pet'}", pet), named: file)
        }
        let (old, new) = (try document("integer", "old.yaml"), try document("string", "new.yaml"))
        func index(_ document: Document) -> SymbolIndex {
            SymbolIndex(planning: VersionSource(document: document, spec: "a.yaml", namespace: "API"))
        }
        let changes = Comparison(of: old, with: new, today: "2026-06-01").naming(index(old), index(new)).changes
        #expect(changes.map { [$0.rule, $0.oldSymbol, $0.newSymbol] } == [["request-type-changed", "Pet.age", "Pet.age"]])
    }

    @Test func aNameInAReportCanBeRead() throws {
        let comparison = try Specs.comparison(Specs.response("{type: string}"), Specs.response("{type: integer}"))
        #expect(comparison.textReport(isColoured: false).contains("old.yaml:"))
        #expect(comparison.textReport(isColoured: false).hasSuffix("1 breaking"))
        #expect(comparison.markdownReport.contains("## Breaking (1)"))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(comparison.jsonReport.utf8)) as? [String: Any])
        #expect(json["level"] as? String == "breaking")
        let change = try #require((json["changes"] as? [[String: Any]])?.first)
        #expect(change["rule"] as? String == "response-type-changed")
        #expect((change["old"] as? [String: Any])?["line"] as? Int == 4)
    }
}
