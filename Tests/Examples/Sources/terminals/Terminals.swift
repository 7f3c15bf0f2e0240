import CloudFlowClientAPI
import CloudFlowRuntime
import CloudFlowServerTransport

struct Terminals: ClientV1_0.Service {
    let devices: [String: ClientV1_0.Device]

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> String {
        guard let credentials = apiToken.clientCredentials, credentials.apiToken == "open sesame" else {
            throw .unauthorized("who are you?")
        }
        return credentials.accountId
    }

    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> String {
        throw .unauthorized("there are no websockets here")
    }

    func getToken(
        _ input: ClientV1_0.GetToken,
        as account: String
    ) async throws(ClientV1_0.GetTokenFailure) -> ClientV1_0.ConnectionCredentials {
        throw .forbidden("\(account) may not connect")
    }

    func listDevices(
        _ input: ClientV1_0.ListDevices,
        as account: String
    ) async throws(ClientV1_0.ListDevicesFailure) -> [ClientV1_0.Device] {
        devices.values.filter { input.model == nil || $0.model == input.model }.sorted { $0.referenceId < $1.referenceId }
    }

    func getDevice(_ input: ClientV1_0.GetDevice, as account: String) async throws(ClientV1_0.GetDeviceFailure) -> ClientV1_0.Device {
        guard let device = devices[input.referenceId] else { throw .notFound("no such device") }
        return device
    }

    func openSocket(_ input: ClientV1_0.OpenSocket, as account: String) async throws(ClientV1_0.OpenSocketFailure) -> SocketUpgrade {
        throw .forbidden("there are no websockets here")
    }
}

@main
struct Server {
    static func main() async throws {
        let till = ClientV1_0.Device(clientAccountId: "acme", referenceId: "till-7", serialNumber: "0820000042", model: "A920")
        try await HummingbirdTransport(port: 8080).serve(Router(Terminals(devices: ["till-7": till]).routes()))
    }
}
