package import ArgumentParser
import ReferenceSite
import SpecDocument
import SpecYAML
import SwiftText

/// `cloudflow-generate init`: a description becomes a package to start from.
package struct InitCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a Swift package of an OpenAPI description, to start from: its code, a call of it, and a test.",
        discussion: """
            The description and what it refers to are copied into the package. Nothing that is there is overwritten.

            Exit status: 0 when all is well; 1 when the description makes no sense at all, or the folder holds something already; 64 when \
            the command line makes no sense.
            """
    )

    @Argument(help: "The description.")
    var spec: String

    @Option(help: "The folder to make the package in; one of the module's name where it isn't given.")
    var output: String?

    @Option(help: "The name of the module with the generated code; by the description's title where it isn't given.")
    var module: String?

    @Option(help: "Where the package gets cloudflow from: a folder or a URL. Found by itself where the generator runs from a checkout.")
    var package: String?

    @Option(help: "The folder that files which the description refers to must lie in; the description's own if it is not given.")
    var root: String?

    @Flag(help: "Prints errors, and how much was left out.")
    var quiet = false

    package init() {}

    package func run() throws {
        let report = ProgressReport(isQuiet: quiet, isVerbose: false)
        do throws(Failure) {
            let files = try DescriptionFiles(of: spec, root: root)
            let module = if let module { module } else { try files.moduleName }
            guard let cloudflow = package.map(PackageSource.init) ?? .surrounding else {
                throw .file(path: "--package", problem: "no checkout of cloudflow is around this command; give its folder or its URL")
            }
            var configuration = try Configuration(spec: spec, module: module)
            configuration.root = root
            // What generated files name is what they will be generated from again.
            configuration.modules[0].versions[0].spec = files.specPath
            let references = try Pipeline(report: report).references(of: configuration)
            report.show(references.findings)
            guard let api = references.apis.first else { return }
            let package = StartingPackage(api: api, files: files, cloudflow: cloudflow)
            let folder = output ?? package.name
            try NewFolder(path: folder).write(package.contents)
            report.summarise(packageOf: package.contents.count, in: folder)
        } catch {
            report.fail(error)
            throw ExitCode(1)
        }
    }
}
