import Foundation
import PackagePlugin

/// Generates the Swift of a target's API descriptions at each build that finds them changed, into the build folder.
///
/// The target's folder holds an `apis.yaml` that lists a module of the target's name, or a single description: `openapi.yaml`, `openapi.yml` or
/// `openapi.json`. What the generator writes is known beforehand: three files, whatever the descriptions say.
@main
struct CloudFlowGenerator: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target.sourceModule else {
            Diagnostics.error("CloudFlowGenerator generates Swift, for which '\(target.name)' is no target")
            return []
        }
        let documents = target.sourceFiles.map(\.url).filter { Self.formats.contains($0.pathExtension.lowercased()) }
        let own = documents.filter { $0.deletingLastPathComponent().standardizedFileURL == target.directoryURL.standardizedFileURL }
        let configuration = own.first { $0.lastPathComponent == "apis.yaml" }
        guard let source = configuration ?? own.first(where: { $0.deletingPathExtension().lastPathComponent == "openapi" }) else {
            Diagnostics.error(
                "'\(target.name)' has no description to generate from; put an openapi.yaml into its folder, or an apis.yaml that lists several"
            )
            return []
        }
        let output = context.pluginWorkDirectoryURL
        let arguments = configuration == nil ? [source.path] : ["--config", source.path]
        return [
            .buildCommand(
                displayName: "Generating \(target.moduleName) from \(source.lastPathComponent)",
                executable: try context.tool(named: "cloudflow-generate").url,
                arguments: arguments + ["--module", target.moduleName, "--bundle", "--output", output.path],
                inputFiles: documents,
                outputFiles: ["Models", "Operations", "Services"].map { output.appending(path: "\(target.moduleName)+\($0).swift") }
            )
        ]
    }

    /// How files end that descriptions may consist of.
    private static let formats = ["yaml", "yml", "json"]
}
