import CloudFlow
import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import FoundationEssentials

/// What a point of sale and a terminal do with a gateway, told step by step. Every call goes over HTTP, through the generated clients.
struct Demo {
    let gateway: Gateway
    let database: Database
    /// Where the gateway listens: `http://127.0.0.1:40123`.
    let url: String

    func run() async throws {
        show("A gateway listens on \(url).")
        let (account, accountToken) = try await gateway.accounts.create(name: "Corner Shop", id: "corner-shop")
        let (till, tillToken) = try await gateway.devices.create(
            NewDevice(
                accountId: account.id,
                model: "A920",
                serialNumber: "0820000042",
                referenceId: "till-7",
                name: "Till 7",
                location: "Zurich"
            )
        )
        heading("An account and a terminal are created")
        line("account", "\(account.id), called \(account.name)")
        line("terminal", "\(till.referenceId): model \(till.model), serial number \(till.serialNumber), in \(till.location ?? "-")")
        line("tokens", "one each, shown once to whoever creates them, and not here")

        let pointOfSale = ShopClients(url: url, token: .client(accountId: account.id, apiToken: accountToken.text))
        let terminal = TerminalClients(
            url: url,
            token: .device(model: till.model, serialNumber: till.serialNumber, apiToken: tillToken.text)
        )
        try await connect(pointOfSale, terminal)
        try await look(pointOfSale, for: till)
        try await compareVersions(pointOfSale)
        let shop = PointOfSale(
            accountId: account.id,
            apiToken: accountToken.text,
            server: .init(url: url + "/client/1.1"),
            transport: AsyncHTTPTransport(),
            sockets: WebSocketTransport()
        )
        try await pay(shop, at: till, with: tillToken)
        try await showRefusals(pointOfSale, terminal, till)

        heading("The account is removed, and its terminal with it")
        _ = try await gateway.accounts.remove(id: account.id)
        try await refused(401, "the account that was") { _ = try await pointOfSale.client().getToken() }
        try await refused(401, "its terminal") { _ = try await terminal.client().enrolDevice() }

        heading("The database is closed under the gateway")
        try await database.close()
        try await refused(417, "any call") { _ = try await pointOfSale.client().getToken() }
    }

    private func connect(_ pointOfSale: ShopClients, _ terminal: TerminalClients) async throws {
        heading("Both get credentials for a websocket: GET /token and GET /devices/enrol")
        let forClient = try await pointOfSale.client().getToken()
        line("client", "connects to \(forClient.connectionUrl)")
        line("its JWT", try await claims(forClient.accessToken))
        let forDevice = try await terminal.client().enrolDevice()
        line("terminal", "connects to \(forDevice.connectionUrl)")
        line("its JWT", try await claims(forDevice.accessToken))
    }

    /// The claims alone: the token opens a websocket.
    private func claims(_ token: String) async throws -> String {
        let claims = try await gateway.accessTokens.claims(of: token)
        let seconds = Int(claims.exp.timeIntervalSince(claims.iat))
        return "sub \(claims.sub), aud \(claims.aud), role \(claims.role), account \(claims.account), good for \(seconds) s"
    }

    private func look(_ pointOfSale: ShopClients, for till: Device) async throws {
        let client = pointOfSale.client()
        heading("The point of sale looks at its terminals: GET /devices and GET /devices/\(till.referenceId)")
        line("all", try await client.listDevices().map(\.referenceId).joined(separator: ", "))
        line("in Zurich", try await client.listDevices(location: "Zurich").map(\.referenceId).joined(separator: ", "))
        let device = try await client.getDevice(referenceId: till.referenceId)
        line("one", "\(device.referenceId): \(device.name ?? "-"), model \(device.model), account \(device.clientAccountId)")
    }

    private func compareVersions(_ pointOfSale: ShopClients) async throws {
        heading("The two versions differ where no terminal matches: GET /devices?model=a920, in the wrong case")
        let none = try await pointOfSale.olderClient().listDevices(model: "a920")
        line("1.0", "\(none.count) terminals")
        try await refused(404, "1.1") { _ = try await pointOfSale.client().listDevices(model: "a920") }
    }

    func heading(_ text: String) {
        show("\n\(text)")
    }

    func line(_ name: String, _ text: String) {
        show("  \(name.padded(to: 24))\(text)")
    }
}

extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
