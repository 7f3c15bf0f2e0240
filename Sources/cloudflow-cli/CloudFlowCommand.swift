import ArgumentParser

@main
struct CloudFlowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cloudflow",
        abstract: "A gateway between points of sale and payment terminals.",
        subcommands: [
            ServeCommand.self, AccountCommand.self, DeviceCommand.self, TopCommand.self, TerminalCommand.self, PayCommand.self,
            DemoCommand.self,
        ]
    )
}

/// What keeps a command from doing its work, in words for whoever typed it. The command ends with exit code 1.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
