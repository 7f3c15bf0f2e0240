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
    }
}
