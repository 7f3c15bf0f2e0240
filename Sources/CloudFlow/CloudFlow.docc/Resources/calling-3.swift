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

        for device in try await client.listDevices() {
            print("\(device.referenceId): \(device.model) \(device.serialNumber)")
        }

        do throws(ClientV1_1.GetDeviceConnectedFailure) {
            _ = try await client.getDeviceConnected(referenceId: "till-7")
            print("till-7 is connected")
        } catch {
            switch error {  // exhaustive: just what the spec documents, and what no spec can
            case .unauthorized(let error): print("check the credentials: \(error.message)")
            case .notFound(let error): print(error.message)
            case .other(let status, let error): print("\(status) \(error.code.rawValue): \(error.message)")
            case .undocumented(let response): print("what is this? \(response)")
            case .failed(let failure): print(failure)  // says whether the request was sent
            }
        }
    }
}
