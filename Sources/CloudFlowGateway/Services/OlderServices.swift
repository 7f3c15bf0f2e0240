import CloudFlowClientAPI
import CloudFlowDeviceAPI

/// The Client API, version 1.0, served by the implementation of 1.1.
struct OlderClientService: ClientV1_0.AdaptedService {
    let newer: ClientService

    func getToken(
        _ input: ClientV1_0.GetToken,
        as account: Account
    ) async throws(ClientV1_0.GetTokenFailure) -> ClientV1_0.ConnectionCredentials {
        try await newer.credentials(of: account, at: "/client/1.0/socket")
    }

    /// 1.0 knows no 404 here: filters that match nothing list nothing.
    func listDevices(
        _ input: ClientV1_0.ListDevices,
        as account: Account
    ) async throws(ClientV1_0.ListDevicesFailure) -> [ClientV1_0.Device] {
        do throws(ClientV1_1.ListDevicesFailure) {
            let filters = ClientV1_1.ListDevices(model: input.model, serialNumber: input.serialNumber, location: input.location)
            return try await newer.listDevices(filters, as: account)
        } catch {
            switch error {
            case .unauthorized(let error): throw .unauthorized(error)
            case .forbidden(let error): throw .forbidden(error)
            case .notFound: return []
            case .other(let status, let error): throw .other(status: status, error)
            case .undocumented(let response): throw .undocumented(response)
            case .failed(let failure): throw .failed(failure)
            }
        }
    }
}

/// The Device API, version 1.0, served by the implementation of 1.1.
struct OlderDeviceService: DeviceV1_0.AdaptedService {
    let newer: DeviceService

    func enrolDevice(
        _ input: DeviceV1_0.EnrolDevice,
        as device: Device
    ) async throws(DeviceV1_0.EnrolDeviceFailure) -> DeviceV1_0.ConnectionCredentials {
        try await newer.credentials(of: device, at: "/device/1.0/socket")
    }
}
