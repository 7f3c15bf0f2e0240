import CloudFlowClientAPI
import CloudFlowRuntime

/// How a point of sale gets its websocket: a fresh token, and the URL that came with it.
struct ClientAccess: Sendable {
    let server: ClientV1_1.Server
    let token: BearerToken
    let transport: any ClientTransport
    let sockets: any SocketTransport

    func open() async throws(ConnectionEnding) -> Socket<ClientV1_1.ClientMessage, ClientV1_1.PlatformMessage> {
        let credentials: ClientV1_1.ConnectionCredentials
        do throws(ClientV1_1.GetTokenFailure) {
            // Whoever calls this tries again by itself.
            let options = CallOptions(timeout: .seconds(10), retry: .never)
            credentials = try await ClientV1_1.Client(server: server, apiToken: token, transport: transport, options: options).getToken()
        } catch {
            throw ConnectionEnding(error)
        }
        do throws(ClientV1_1.OpenSocketFailure) {
            let client = ClientV1_1.Client(
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
