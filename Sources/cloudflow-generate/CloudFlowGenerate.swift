import ArgumentParser
import GeneratorCommands

/// The command line of the generator.
@main
struct CloudFlowGenerate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cloudflow-generate",
        abstract:
            "Makes Swift and documentation of OpenAPI descriptions, compares them, serves mocks of them, and tests services against them.",
        subcommands: [
            GenerateCommand.self, DiffCommand.self, DocsCommand.self, InitCommand.self, MockCommand.self, ContractCommand.self,
        ],
        defaultSubcommand: GenerateCommand.self
    )
}
