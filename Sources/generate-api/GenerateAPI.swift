import ArgumentParser
import GeneratorCommands

/// What the plugins run: all of the generator that needs no network, so that a build that generates compiles neither a server nor TLS for that.
@main
struct GenerateAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swift package generate-api",
        abstract: "Makes Swift and documentation of OpenAPI descriptions, and compares them.",
        subcommands: [GenerateCommand.self, DiffCommand.self, DocsCommand.self, InitCommand.self],
        defaultSubcommand: GenerateCommand.self
    )
}
