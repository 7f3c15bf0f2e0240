import CloudFlowDeviceAPI
import CloudFlowRuntime

/// How a device gets its websocket: it enrols, and connects with the token and to the URL that it gets for that.
struct DeviceAccess: Sendable {
    let server: DeviceV1_1.Server
    let token: BearerToken
    let transport: any ClientTransport
    let sockets: any SocketTransport

    func open() async throws(ConnectionEnding) -> Socket<DeviceV1_1.DeviceMessage, DeviceV1_1.PlatformMessage> {
        let credentials: DeviceV1_1.ConnectionCredentials
        do throws(DeviceV1_1.EnrolDeviceFailure) {
            // Whoever calls this tries again by itself.
            let options = CallOptions(timeout: .seconds(10), retry: .never)
            credentials = try await DeviceV1_1.Client(server: server, apiToken: token, transport: transport, options: options).enrolDevice()
        } catch {
            throw ConnectionEnding(error)
        }
        do throws(DeviceV1_1.OpenSocketFailure) {
            let client = DeviceV1_1.Client(
                server: server,
                accessToken: BearerToken(credentials.accessToken),
                transport: transport
            )
            return try await client.openSocket(at: credentials.connectionUrl, over: sockets)
        } catch {
            throw ConnectionEnding(handshake: error)
        }
    }
}
