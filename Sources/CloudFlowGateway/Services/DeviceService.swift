import CloudFlowDeviceAPI
import CloudFlowRuntime

/// The Device API, version 1.1: what a payment device may ask.
struct DeviceService: DeviceV1_1.Service {
    let devices: DeviceStore
    let accessTokens: AccessTokens
    let address: PublicAddress

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> Device {
        guard let credentials = apiToken.deviceCredentials else {
            throw .unauthorized(
                #"the bearer token is not the Base64 of {"model": "…", "serialNumber": "…", "apiToken": "…"}; names are case sensitive"#
            )
        }
        do throws(StorageFailure) {
            if let device = try await devices.authenticate(credentials) { return device }
        } catch {
            throw .unavailable(APIError.storageFailed.message)
        }
        throw .unauthorized("unknown device or wrong API token; model, serial number and token are case sensitive")
    }

    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> Device {
        throw .unauthorized("the relay is not open yet")
    }

    func openSocket(_ input: DeviceV1_1.OpenSocket, as device: Device) async throws(DeviceV1_1.OpenSocketFailure) -> SocketUpgrade {
        throw .forbidden("the relay is not open yet")
    }

    func enrolDevice(
        _ input: DeviceV1_1.EnrolDevice,
        as device: Device
    ) async throws(DeviceV1_1.EnrolDeviceFailure) -> DeviceV1_1.ConnectionCredentials {
        guard let url = address.socketURL("/device/1.1/socket"), let token = try? await accessTokens.token(for: device) else {
            throw .other(status: 400, .failed)
        }
        return .init(connectionType: .websocket, connectionUrl: url, tokenType: .jwt, accessToken: token)
    }
}
