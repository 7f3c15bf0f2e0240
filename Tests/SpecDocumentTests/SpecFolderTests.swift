import Foundation
import SpecDocument
import SpecYAML
import Testing

/// Descriptions of several files. The folder goes when the test is over.
@Suite final class SpecFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "SpecFolderTests-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ files: [String: String]) throws {
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// Reads `api/spec.yaml` with these schemas, and tells what was found without the folder's own path.
    private func read(_ schemas: String, root: String = "api") throws -> (document: Document, findings: String) {
        try write(["api/spec.yaml": head + "components:\n  schemas:\n" + schemas.indented(by: 4)])
        let node = try YAMLNode(parsing: try SpecFile(reading: folder.appending(path: "api/spec.yaml").path))
        let (document, findings) = Document.reading(node, in: SpecFolder(path: folder.appending(path: root).path))
        return (try #require(document), findings.description.replacing(folder.path + "/", with: ""))
    }

    @Test func schemasOfOtherFilesBecomeComponents() throws {
        try write([
            "api/models/till.yaml":
                "properties: {drawer: {$ref: 'parts.json#/Drawer'}, home: {$ref: ../spec.yaml#/components/schemas/Till}}",
            "api/models/parts.json": #"{"Drawer": {"type": "string"}}"#,
        ])
        let (document, findings) = try read("Till: {$ref: models/till.yaml}\nOther: {items: {$ref: models/till.yaml}}")
        #expect(findings == "")
        #expect(document.components.schemas.keys == ["Till", "Other", "Drawer"])
        #expect(document.components.schemas["Till"]?.inline?.properties["home"]?.reference?.text == "#/components/schemas/Till")
        #expect(document.components.schemas["Other"]?.inline?.items?.reference?.text == "#/components/schemas/Till")
        #expect(document.components.schemas["Drawer"]?.inline?.location.file.hasSuffix("parts.json") == true)
    }

    @Test func namesOfTwoFilesDoNotCollide() throws {
        try write(["api/a.yaml": "Part: {type: string}", "api/b.yaml": "Part: {type: integer}"])
        let (document, findings) = try read("Part: {type: boolean}\nW: {allOf: [{$ref: a.yaml#/Part}, {$ref: b.yaml#/Part}]}")
        #expect(findings == "")
        #expect(document.components.schemas.keys == ["Part", "W", "a.Part", "b.Part"])
    }

    @Test func filesOfSwagger2AreReadAsSuch() throws {
        try write(["api/old.yaml": "swagger: '2.0'\ndefinitions: {Old: {type: string, x-nullable: true}}"])
        let (document, _) = try read("New: {properties: {old: {$ref: 'old.yaml#/definitions/Old'}}}")
        #expect(document.components.schemas["Old"]?.inline?.nullable == true)
    }

    @Test(arguments: ["../outside.yaml", "link.yaml", "../api/../outside.yaml"]) func nothingOutsideTheFolderIsRead(_ reference: String)
        throws
    {
        try write(["outside.yaml": "type: string"])
        try FileManager.default.createDirectory(at: folder.appending(path: "api"), withIntermediateDirectories: true)
        let link = folder.appending(path: "api/link.yaml").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../outside.yaml")
        let (document, findings) = try read("S: {$ref: \(reference)}")
        #expect(findings.contains("is outside the folder of the spec; move it there, or name a folder around both with --root"))
        #expect(document.components.schemas["S"]?.inline?.types == [])
        let wider = try read("S: {$ref: \(reference)}", root: ".")
        #expect(wider.findings == "")
        #expect(wider.document.components.schemas["S"]?.inline?.types == [.string])
    }

    @Test func whatIsMissingBrokenOrFarAwayIsTold() throws {
        try write(["api/broken.yaml": "a: [", "api/word.yaml": "hello"])
        let (_, findings) = try read(
            "S: {properties: {a: {$ref: gone.yaml}, b: {$ref: broken.yaml}, c: {$ref: 'http://x.org/y'}, d: {$ref: word.yaml}}}"
        )
        #expect(findings.contains("api/spec.yaml:6:32: warning: there is no file 'api/gone.yaml'; correct the reference, or add it"))
        #expect(findings.contains("api/broken.yaml:"))
        #expect(findings.contains("'http://x.org/y' is not on this machine, and nothing is asked of the network"))
        #expect(findings.contains("api/word.yaml:1:1: warning: a schema must be a mapping, not a string"))
        #expect(!findings.contains("error:"))
    }

    @Test func referencesThatGoRoundThroughFilesAreTold() throws {
        try write(["api/a.yaml": "$ref: b.yaml", "api/b.yaml": "$ref: a.yaml"])
        let (document, findings) = try read("S: {$ref: a.yaml}")
        #expect(findings.contains("the reference leads back to itself"))
        #expect(document.components.schemas["S"] != nil)
    }
}
