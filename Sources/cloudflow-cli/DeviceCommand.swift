import ArgumentParser
import CloudFlowGateway
import CloudFlowRuntime

struct DeviceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "device",
        abstract: "Create, list and remove payment devices.",
        subcommands: [Create.self, List.self, Remove.self]
    )

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Register a device with an account, and show its API token this once.")

        @Option(help: "The id of the account that the device belongs to.")
        var account: String
        @Option(help: "The manufacturer's name of the model.")
        var model: String
        @Option(help: "The manufacturer's serial number.")
        var serialNumber: String
        @Option(help: "What the API knows the device by; chosen at random where it isn't given.")
        var referenceId: String?
        @Option(help: "What people call the device.")
        var name: String?
        @Option(help: "Where the device stands.")
        var location: String?
        @Flag(help: "Print JSON.")
        var json = false
        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let new = NewDevice(
                accountId: account,
                model: model,
                serialNumber: serialNumber,
                referenceId: referenceId,
                name: name,
                location: location
            )
            let (device, token) = try await DeviceStore(database.open()).create(new)
            if json { return try show(DeviceOutput(device, token: token)) }
            let bearer = BearerToken.device(model: device.model, serialNumber: device.serialNumber, apiToken: token.text)
            show(
                """
                The device is registered with account '\(device.accountId)'.

                  reference id   \(device.referenceId)
                  model          \(device.model)
                  serial number  \(device.serialNumber)
                  API token      \(token.text)

                The token is shown this once: only its SHA-256 is kept. Case matters in all of them.
                With a gateway on port 8080, this enrols the device:

                  \(curl(bearer, "/device/1.1/devices/enrol"))
                """
            )
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all devices, or those of one account.")

        @Option(help: "The id of the account whose devices to list.")
        var account: String?
        @Flag(help: "Print JSON.")
        var json = false
        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let devices = try await DeviceStore(database.open()).all(of: account)
            if json { return try show(devices.map { DeviceOutput($0) }) }
            let rows = devices.map { [$0.referenceId, $0.accountId, $0.model, $0.serialNumber, $0.name ?? "-", $0.location ?? "-"] }
            show(
                table(
                    ["REFERENCE ID", "ACCOUNT ID", "MODEL", "SERIAL NUMBER", "NAME", "LOCATION"],
                    rows,
                    whenEmpty: "There are no devices."
                )
            )
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove a device.")

        @Argument(help: "The device's reference id.")
        var referenceId: String
        @OptionGroup var database: DatabaseOption

        func run() async throws {
            guard try await DeviceStore(database.open()).remove(referenceId: referenceId) else {
                throw CommandFailure("there is no device '\(referenceId)'; reference ids are case sensitive")
            }
            show("Device '\(referenceId)' is removed.")
        }
    }
}
