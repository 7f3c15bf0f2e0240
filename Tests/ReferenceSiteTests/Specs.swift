import SpecDocument
import SpecPlan
import SpecPlanning
import SpecYAML
import SwiftText
import Testing

@testable import ReferenceSite

/// A document of YAML, as a site gets it.
func reference(_ yaml: String, name: String = "shop-1.0") throws -> APIReference {
    let root = try YAMLNode(parsing: SpecFile(path: name + ".yaml", bytes: Array(yaml.utf8)))
    let document = try #require(Document.reading(root, in: SpecFolder(path: "")).0)
    return try #require(references([(document, name, "ShopV1_0", Array(yaml.utf8))], module: "ShopAPI").first)
}

func references(
    _ versions: [(document: Document, name: String, namespace: String, bytes: [UInt8])],
    module: String,
    naming: NamingChoices = NamingChoices()
) throws -> [APIReference] {
    var diagnostics: [Diagnostic] = []
    let sources = try versions.map { version in
        VersionSource(
            document: version.document,
            spec: version.name + ".yaml",
            namespace: try #require(SwiftName(verbatim: version.namespace)),
            naming: naming
        )
    }
    let plan = ModulePlan(named: module, planning: sources, reporting: &diagnostics)
    return zip(versions, plan.versions).map { version, planned in
        APIReference(
            name: version.name,
            document: version.document,
            plan: planned,
            module: plan,
            specification: version.bytes,
            fileExtension: "yaml"
        )
    }
}

/// The four specs of CloudFlow, as the configuration names them.
func cloudFlow() throws -> [APIReference] {
    let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/specs/"
    return try ["Client", "Device"].flatMap { audience in
        let versions = try ["1.0", "1.1"].map { version in
            let name = "\(audience.lowercased())-\(version)"
            let file = try SpecFile(reading: folder + name + ".yaml")
            let document = try #require(Document.reading(try YAMLNode(parsing: file), in: SpecFolder(path: folder)).0)
            return (document, name, "\(audience)V\(version.replacing(".", with: "_"))", file.bytes)
        }
        return try references(versions, module: "CloudFlow\(audience)API", naming: NamingChoices(types: ["ApiError": "APIError"]))
    }
}

extension Site {
    /// The text of a page.
    func text(_ path: String) throws -> String {
        String(decoding: try #require(files.first { $0.path == path }, "there is no \(path)").contents, as: UTF8.self)
    }
}
