import ArgumentParser

/// The commands of `cloudflow-generate` that need a network: it runs this program for them.
@main
struct CloudFlowGenerateNetwork: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cloudflow-generate",
        abstract: "Serves mocks of OpenAPI descriptions, and tests services against them.",
        subcommands: [MockCommand.self, ContractCommand.self]
    )
}
