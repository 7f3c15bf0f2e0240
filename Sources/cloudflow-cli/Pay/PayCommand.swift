import ArgumentParser
import CloudFlow
import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowRuntime

struct PayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pay",
        abstract: "Be a point of sale: have a terminal take a payment, and print each event.",
        discussion:
            "Exits with 1 where the payment is not approved. The amounts that `cloudflow terminal` treats in a way of their own are in its help."
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
    @OptionGroup var gateway: GatewayOptions

    func run() async throws {
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
        let outcome = try await payment.run(from: shop, to: terminal, timeToLive: .seconds(timeToLive)) { show("  \($0)") }
        await shop.close()
        if !outcome.isApproved { throw ExitCode.failure }
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
