import CloudFlowClientAPI
import CloudFlowRuntime
import CloudFlowServerTransport

extension ClientV1_0 {
    struct Terminals: Service {
        let devices = [Device(clientAccountId: "acme", referenceId: "till-7", serialNumber: "0820000042", model: "A920")]
        func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> String {
            guard let caller = apiToken.clientCredentials, caller.apiToken == "open sesame" else { throw .unauthorized("who are you?") }
            return caller.accountId
        }
        func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> String { throw .unauthorized("no websockets") }
        func getToken(_ input: GetToken, as account: String) async throws(GetTokenFailure) -> ConnectionCredentials {
            throw .forbidden("\(account) may not connect")
        }
        func listDevices(_ input: ListDevices, as account: String) async throws(ListDevicesFailure) -> [Device] {
            devices.filter { $0.clientAccountId == account && (input.model == nil || input.model == $0.model) }
        }
        func getDevice(_ input: GetDevice, as account: String) async throws(GetDeviceFailure) -> Device {
            guard let device = devices.first(where: { $0.referenceId == input.referenceId }) else { throw .notFound("no such device") }
            return device
        }
        func openSocket(_ input: OpenSocket, as account: String) async throws(OpenSocketFailure) -> SocketUpgrade {
            throw .forbidden("no websockets")
        }
    }
}
