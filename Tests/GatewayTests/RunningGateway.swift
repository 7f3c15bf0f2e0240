import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import CloudFlowServerTransport
import HTTPTypes
import Logging
import ServiceLifecycle

/// A gateway over a real SQLite file, with an account and a terminal, that listens on a loopback port.
struct RunningGateway: Sendable {
    let gateway: Gateway
    let database: Database
    let folder: TemporaryFolder
    let logs: LogCapture
    let time: SetTime
    let url: String
    let account: Account
    let accountToken: APIToken
    let device: Device
    let deviceToken: APIToken
    /// Stops the server gracefully.
    let stop: @Sendable () async -> Void

    var clientToken: BearerToken { .client(accountId: account.id, apiToken: accountToken.text) }
    var terminalToken: BearerToken { .device(model: device.model, serialNumber: device.serialNumber, apiToken: deviceToken.text) }

    var client: ClientV1_1.Client { client(as: clientToken) }
    var olderClient: ClientV1_0.Client {
        .init(server: .init(url: url + "/client/1.0"), apiToken: clientToken, transport: AsyncHTTPTransport())
    }
    var terminal: DeviceV1_1.Client { terminal(as: terminalToken) }
    var olderTerminal: DeviceV1_0.Client {
        .init(server: .init(url: url + "/device/1.0"), apiToken: terminalToken, transport: AsyncHTTPTransport())
    }

    func client(as token: BearerToken) -> ClientV1_1.Client {
        .init(server: .init(url: url + "/client/1.1"), apiToken: token, transport: AsyncHTTPTransport())
    }

    func terminal(as token: BearerToken) -> DeviceV1_1.Client {
        .init(server: .init(url: url + "/device/1.1"), apiToken: token, transport: AsyncHTTPTransport())
    }

    /// Sends a request that no generated client would send.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        token: BearerToken? = nil,
        fields: HTTPFields = [:],
        body: String = ""
    ) async throws -> Answer {
        let address = url.dropFirst("http://".count)
        var head = HTTPRequest(method: method, scheme: "http", authority: String(address), path: path, headerFields: fields)
        if let token { head.headerFields[.authorization] = "Bearer \(token.value)" }
        let response = try await AsyncHTTPTransport().send(APIRequest(head, body: Body(Array(body.utf8))))
        return Answer(status: response.status, fields: response.head.headerFields, bytes: try await response.body.collect(upTo: 1 << 20))
    }
}

struct Answer {
    let status: Int
    let fields: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var error: APIError? { try? APIError(json: bytes) }
    var message: String { error?.message ?? "" }
    var requestID: String? { fields.first { $0.name.canonicalName == "x-request-id" }?.value }
}

/// A SQLite file with an account and a terminal. It outlives the gateways that open it.
struct Premises: Sendable {
    let folder: TemporaryFolder
    let account: Account
    let accountToken: APIToken
    let device: Device
    let deviceToken: APIToken

    var path: String { folder.path("cloudflow.sqlite") }

    init() async throws {
        folder = try TemporaryFolder()
        let database = try Database(path: folder.path("cloudflow.sqlite"), logger: LogCapture().logger)
        let now = SetTime().now
        (account, accountToken) = try await AccountStore(database, now: now).create(name: "Corner Shop", id: "Acme")
        (device, deviceToken) = try await DeviceStore(database, now: now).create(.till7)
        try await database.close()
    }
}

/// Runs a test against a gateway, and stops the gateway gracefully afterwards.
func withGateway(
    presence: (any Presence)? = nil,
    relay: RelayOptions = RelayOptions(),
    publicURL: ServerAddress? = nil,
    at premises: Premises? = nil,
    _ test: @Sendable (RunningGateway) async throws -> Void
) async throws {
    let logs = LogCapture()
    let time = SetTime()
    let premises = if let premises { premises } else { try await Premises() }
    let database = try Database(path: premises.path, logger: logs.logger)
    let address = PublicAddress(publicURL)
    let gateway = try await Gateway(
        database: database,
        address: address,
        presence: presence,
        relay: relay,
        logger: logs.logger,
        now: time.now
    )
    let (urls, listening) = AsyncStream.makeStream(of: String.self)
    let transport = HummingbirdTransport(port: 0, logger: logs.logger) { bound in
        address.listens(on: bound.host, port: bound.port)
        listening.yield(bound.url)
    }
    let group = ServiceGroup(services: [gateway, HTTPService(gateway.router, over: transport)], logger: logs.logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { listening.finish() }
            try await group.run()
        }
        if let url = await urls.first(where: { _ in true }) {
            try await test(
                RunningGateway(
                    gateway: gateway,
                    database: database,
                    folder: premises.folder,
                    logs: logs,
                    time: time,
                    url: url,
                    account: premises.account,
                    accountToken: premises.accountToken,
                    device: premises.device,
                    deviceToken: premises.deviceToken,
                    stop: { await group.triggerGracefulShutdown() }
                )
            )
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}

extension NewDevice {
    static let till7 = NewDevice(
        accountId: "Acme",
        model: "A920",
        serialNumber: "SN-42",
        referenceId: "Till-7",
        name: "Till 7",
        location: "Zurich"
    )
}
