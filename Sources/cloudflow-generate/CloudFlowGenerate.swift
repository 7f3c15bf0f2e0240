import ArgumentParser

/// The command line of the generator.
@main
struct CloudFlowGenerate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cloudflow-generate",
        abstract: "Makes Swift and documentation of OpenAPI descriptions, and tells what has changed between two of them.",
        subcommands: [GenerateCommand.self, DiffCommand.self, DocsCommand.self, InitCommand.self],
        defaultSubcommand: GenerateCommand.self
    )
}
