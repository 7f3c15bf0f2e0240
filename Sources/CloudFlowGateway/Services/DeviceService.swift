import CloudFlowDeviceAPI
import CloudFlowRuntime

/// The Device API, version 1.1: what a payment device may ask.
struct DeviceService: DeviceV1_1.Service {
    let devices: DeviceStore
    let accessTokens: AccessTokens
    let address: PublicAddress
    let gate: SocketGate

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

    /// The token's device, unless it has been removed since.
    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> Device {
        let claims = try await accessTokens.claims(of: accessToken, for: .device)
        do throws(StorageFailure) {
            if let device = try await devices.device(claims.sub, of: claims.account), device.createdAt <= claims.iat { return device }
        } catch {
            throw .unavailable(APIError.storageFailed.message)
        }
        throw .unauthorized("the device of the access token has been removed")
    }

    func openSocket(_ input: DeviceV1_1.OpenSocket, as device: Device) async throws(DeviceV1_1.OpenSocketFailure) -> SocketUpgrade {
        do throws(StorageFailure) {
            if let upgrade = try gate.upgrade(for: device) { return upgrade }
        } catch {
            throw .other(status: 417, .storageFailed)
        }
        throw .tooManyConnections(gate.isFull)
    }

    func enrolDevice(
        _ input: DeviceV1_1.EnrolDevice,
        as device: Device
    ) async throws(DeviceV1_1.EnrolDeviceFailure) -> DeviceV1_1.ConnectionCredentials {
        try await credentials(of: device, at: "/device/1.1/socket")
    }

    /// - Parameter path: where the version of the API that asks has its websocket.
    func credentials(
        of device: Device,
        at path: String
    ) async throws(DeviceV1_1.EnrolDeviceFailure) -> DeviceV1_1.ConnectionCredentials {
        guard let url = address.socketURL(path), let token = try? await accessTokens.token(for: device) else {
            throw .other(status: 400, .failed)
        }
        return .init(connectionType: .websocket, connectionUrl: url, tokenType: .jwt, accessToken: token)
    }
}
