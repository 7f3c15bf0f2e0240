import ArgumentParser
import CloudFlow
import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowRuntime
import FoundationEssentials

struct PayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pay",
        abstract: "Be a point of sale: have a terminal take a payment, and print each event.",
        discussion: """
            Exits with 1 where the payment is not approved. The amounts that `cloudflow terminal` treats in a way of their own are in its help.

            With --async the request goes by REST, and its events come to a web server of this command's own. A gateway posts to this machine \
            only if it runs with --allow-insecure-callbacks; one on another machine is told with --callback-url how it reaches this one.
            """
    )

    @Option(help: "The amount, such as 12.50.")
    var amount: Amount
    @Option(help: "The currency.")
    var currency = "EUR"
    @Option(help: "The account's id.")
    var account: String
    @Option(help: "The terminal's reference id; not needed where the account has one terminal.")
    var to: String?
    @Option(help: "The request's id; chosen at random where it isn't given. With an id that was used before, this tells what became of it.")
    var id = String.randomRequestID()
    @Option(help: "How long the terminal may take to accept the request, in seconds from 1 to 300.")
    var timeToLive = 30
    @Flag(name: .customLong("async"), help: "Send the request by REST, and receive its events by webhook.")
    var isAsynchronous = false
    @Option(
        parsing: .unconditional,
        help: "With --async: the account's webhook secret; otherwise what the environment has as CLOUDFLOW_WEBHOOK_SECRET."
    )
    var webhookSecret: String?
    @Option(help: "With --async: the port that events are received on; 0 takes any that is free.")
    var callbackPort = 0
    @Option(help: "With --async: the URL, ending in /events, that the gateway reaches this command by, where it isn't on this machine.")
    var callbackURL: String?
    @OptionGroup var gateway: GatewayOptions

    func run() async throws {
        let receiver = try eventReceiver()
        let shop = PointOfSale(
            accountId: account,
            apiToken: try gateway.token(),
            server: .init(url: gateway.url + "/client/1.1"),
            transport: AsyncHTTPTransport(),
            sockets: WebSocketTransport()
        )
        let terminal = try await terminal(of: shop)
        show("payment \(id) of \(amount) \(currency) at \(terminal)")
        let payment = Payment(id: id, amount: amount, currency: currency)
        let outcome =
            if let receiver {
                try await payment.post(from: shop, to: terminal, receiving: receiver, timeToLive: timeToLive) { show("  \($0)") }
            } else {
                try await payment.run(from: shop, to: terminal, timeToLive: .seconds(timeToLive)) { show("  \($0)") }
            }
        await shop.close()
        if !outcome.isApproved { throw ExitCode.failure }
    }

    /// What takes in the events; nil where they come over the websocket.
    private func eventReceiver() throws -> EventReceiver? {
        guard isAsynchronous else { return nil }
        guard let secret = webhookSecret ?? ProcessInfo.processInfo.environment["CLOUDFLOW_WEBHOOK_SECRET"] else {
            throw CommandFailure("there is no webhook secret; give --webhook-secret, or set CLOUDFLOW_WEBHOOK_SECRET")
        }
        return EventReceiver(secret: Secret(secret), port: callbackPort, publicURL: callbackURL)
    }

    private func terminal(of shop: PointOfSale) async throws -> String {
        if let to { return to }
        let devices: [ClientV1_1.Device]
        do { devices = try await shop.devices() } catch { throw CommandFailure("the terminals can't be listed: \(error)") }
        guard devices.count == 1 else {
            throw CommandFailure("the account has \(devices.count) terminals; name one with --to")
        }
        return devices[0].referenceId
    }
}
