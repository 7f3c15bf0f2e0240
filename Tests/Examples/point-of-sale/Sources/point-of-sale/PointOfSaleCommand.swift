import ArgumentParser
import Foundation

@main
struct PointOfSaleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "point-of-sale",
        abstract: "A point of sale: lists the payment terminals of an account, and takes payments with them.",
        discussion: "ACCOUNT_ID and API_TOKEN say whose terminals; PORT is the gateway's, 8080 where it isn't given.",
        subcommands: [Devices.self, Pay.self]
    )
}

/// What tells one run from another, and is no matter of the command line, where others could read it.
let environment = ProcessInfo.processInfo.environment
