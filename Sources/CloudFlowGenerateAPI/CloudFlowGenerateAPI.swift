import Foundation
import PackagePlugin

/// `swift package generate-api`: runs the generator in the package's folder, with the arguments as they are.
///
/// Without arguments, `specs/apis.yaml` says what becomes of what, and `Generated/` is where it goes.
@main
struct CloudFlowGenerateAPI: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let generator = Process()
        generator.executableURL = try context.tool(named: "cloudflow-generate").url
        generator.arguments = arguments
        generator.currentDirectoryURL = context.package.directoryURL
        try generator.run()
        generator.waitUntilExit()
        if generator.terminationReason != .exit || generator.terminationStatus != 0 {
            Diagnostics.error("the generator stopped; what it says above tells why")
        }
    }
}
