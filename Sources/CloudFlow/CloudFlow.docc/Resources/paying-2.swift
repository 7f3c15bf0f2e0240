import ArgumentParser
import CloudFlow
import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowRuntime

struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Takes a payment, and prints what the terminal says on the way.")

    @Argument(help: "The amount, in hundredths.")
    var amount: Int
    @Option(help: "The terminal's reference id.")
    var terminal = "till-7"
    @Option(help: "The payment's id. With the same id again, nobody is charged twice.")
    var id = String.randomRequestID()

    func run() async throws {
        let shop = PointOfSale(
            accountId: environment["ACCOUNT_ID"] ?? "",
            apiToken: environment["API_TOKEN"] ?? "",
            server: .at(port: environment["PORT"] ?? "8080"),
            transport: AsyncHTTPTransport(),
            sockets: WebSocketTransport()
        )
        for try await event in shop.send(["amount": JSONValue(amount), "currency": "EUR"], to: terminal, id: id) {
            print(event.payload["status"]?.string ?? "?")
        }
        await shop.close()
    }
}
