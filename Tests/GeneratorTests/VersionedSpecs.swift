import Foundation
import SpecYAML
import SwiftEmission

@testable import GeneratorCommands

/// Specs in a temporary folder that are the versions `V1`, `V2`, … of one module, and what the generator makes of them.
struct VersionedSpecs {
    /// By their names: `V2+Client.swift`.
    private(set) var files: [String: String] = [:]
    let findings: Diagnostics

    /// - Parameters:
    ///   - specs: the oldest first.
    ///   - configuration: further lines of `apis.yaml`.
    init(_ specs: [String], configuration: String = "") throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cloudflow-generate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var lines = [configuration, "modules:", "  Versions:"]
        for (position, spec) in specs.enumerated() {
            try Data(spec.utf8).write(to: folder.appending(path: "v\(position + 1).yaml"))
            lines += ["    - spec: v\(position + 1).yaml", "      namespace: V\(position + 1)"]
        }
        let apis = folder.appending(path: "apis.yaml")
        try Data(lines.joined(separator: "\n").utf8).write(to: apis)
        let pipeline = Pipeline(report: ProgressReport(isQuiet: true, isVerbose: false))
        let output = try pipeline.output(of: try Configuration(readingFileAt: apis.path))
        findings = output.findings
        for file in output.files {
            files[file.path.split(separator: "/").last.map(String.init) ?? ""] = String(decoding: file.contents, as: UTF8.self)
        }
    }

    /// The names that a version has for types of the version before.
    func aliases(of version: String) -> [String] {
        let lines = files["\(version)+Unchanged.swift"]?.split(separator: "\n") ?? []
        return lines.compactMap { $0.contains("typealias") ? $0.split(separator: " ").dropFirst(2).joined(separator: " ") : nil }
    }

    /// The operations that an adapter passes on, and what it says of those that it doesn't.
    func adapter(of version: String) -> (passedOn: [String], demanded: [String])? {
        guard let lines = files["\(version)+AdaptedService.swift"]?.split(separator: "\n") else { return nil }
        let functions = lines.filter { $0.hasPrefix("    public func ") && !$0.contains("authenticate") }
        return (
            functions.map { String($0.dropFirst(16).prefix { $0 != "(" }) },
            lines.compactMap { $0.hasPrefix("    /// - `") ? String($0.dropFirst(10)) : nil }
        )
    }
}

/// A spec of these paths and schemas, in YAML indented by two.
func spec(paths: String = "  {}", schemas: String = "    Unused: { type: string }", security: String = "") -> String {
    """
    openapi: 3.0.3
    info:
      title: Versions
      version: "1.0"
    \(security)
    paths:
    \(paths)
    components:
      securitySchemes:
        token: { type: http, scheme: bearer }
      schemas:
    \(schemas)

    """
}

/// A path with an operation that answers with a component's schema.
func operation(_ name: String, returning schema: String, besides more: String = "") -> String {
    """
      /\(name):
        get:
          operationId: \(name)
          \(more)
          responses:
            "200":
              description: OK.
              content:
                application/json:
                  schema: { $ref: "#/components/schemas/\(schema)" }

    """
}
