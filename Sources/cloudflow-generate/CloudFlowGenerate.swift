import ArgumentParser

/// The command line of the generator.
@main
struct CloudFlowGenerate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cloudflow-generate",
        abstract:
            "Makes Swift and documentation of OpenAPI descriptions, compares them, and serves mocks of them.",
        subcommands: [
            GenerateCommand.self, DiffCommand.self, DocsCommand.self, InitCommand.self, MockCommand.self,
        ],
        defaultSubcommand: GenerateCommand.self
    )
}
