import ArgumentParser
import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowRuntime

struct Devices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the terminals, and says whether till-7 is connected.")

    func run() async throws {
        let client = ClientV1_1.Client(
            server: .at(port: environment["PORT"] ?? "8080"),
            apiToken: .client(accountId: environment["ACCOUNT_ID"] ?? "", apiToken: environment["API_TOKEN"] ?? ""),
            transport: AsyncHTTPTransport()
        )
    }
}
