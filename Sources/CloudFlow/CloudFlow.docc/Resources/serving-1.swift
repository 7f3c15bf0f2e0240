import CloudFlowClientAPI
import CloudFlowRuntime
import CloudFlowServerTransport

extension ClientV1_0 {
    struct Terminals: Service {
        let devices = [Device(clientAccountId: "acme", referenceId: "till-7", serialNumber: "0820000042", model: "A920")]
    }
}
