import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowRuntime

/// The demo's point of sale: clients of both versions of the Client API.
struct ShopClients {
    let url: String
    let token: BearerToken

    /// The same with other credentials.
    func with(_ change: (inout ClientCredentials) -> Void) -> ShopClients {
        var credentials = token.clientCredentials ?? ClientCredentials(accountId: "", apiToken: "")
        change(&credentials)
        return ShopClients(url: url, token: .client(accountId: credentials.accountId, apiToken: credentials.apiToken))
    }

    func client(_ change: @escaping @Sendable (inout APIRequest) -> Void = { _ in }) -> ClientV1_1.Client {
        ClientV1_1.Client(
            server: .init(url: url + "/client/1.1"),
            apiToken: token,
            transport: AsyncHTTPTransport(),
            middleware: [Tampering(change: change)]
        )
    }

    func olderClient() -> ClientV1_0.Client {
        ClientV1_0.Client(server: .init(url: url + "/client/1.0"), apiToken: token, transport: AsyncHTTPTransport())
    }
}

/// The demo's payment terminal: a client of the Device API.
struct TerminalClients {
    let url: String
    let token: BearerToken

    func client() -> DeviceV1_1.Client {
        DeviceV1_1.Client(server: .init(url: url + "/device/1.1"), apiToken: token, transport: AsyncHTTPTransport())
    }
}
