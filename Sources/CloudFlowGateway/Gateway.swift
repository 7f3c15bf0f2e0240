import CloudFlowClientAPI
import CloudFlowDeviceAPI
public import CloudFlowRuntime
public import FoundationEssentials
public import Logging

/// The relay: all versions of both APIs over one database, and what operators ask for. It has no routing of its own.
public struct Gateway: Sendable {
    /// The accounts: to create, list and remove them.
    public let accounts: AccountStore
    /// The devices: to create, list and remove them.
    public let devices: DeviceStore
    /// Issues the tokens that open a websocket, and checks them.
    public let accessTokens: AccessTokens
    /// Where callers reach the gateway.
    public let address: PublicAddress
    /// What the gateway counts and measures.
    public let metrics: PrometheusRegistry

    private let database: Database
    private let presence: any Presence
    private let documentation: Documentation?
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let callbacks: CallbackPolicy
    let hub: Hub
    let gate: SocketGate
    let poster: HTTPCallbackPoster

    /// - Parameters:
    ///   - presence: knows which devices are connected; nil goes by their websockets.
    ///   - documentation: the site to serve at `/docs`; nil serves none.
    ///   - allowsInsecureCallbacks: whether events may be posted to `http` URLs, and to addresses that are not of the public internet.
    ///   - now: the time that tokens and records carry.
    public init(
        database: Database,
        address: PublicAddress,
        presence: (any Presence)? = nil,
        documentation: Documentation? = nil,
        relay: RelayOptions = RelayOptions(),
        allowsInsecureCallbacks: Bool = false,
        metrics: PrometheusRegistry = PrometheusRegistry(),
        logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() }
    ) async throws(StorageFailure) {
        self.database = database
        self.address = address
        self.documentation = documentation
        self.metrics = metrics
        self.logger = logger
        accounts = AccountStore(database, now: now)
        devices = DeviceStore(database, now: now)
        accessTokens = try await AccessTokens(database, now: now)
        callbacks = CallbackPolicy(allowsInsecure: allowsInsecureCallbacks)
        let store: any RelayStore = relay.isDurable ? SQLiteRelayStore(database: database) : MemoryRelayStore()
        poster = HTTPCallbackPoster(
            store: store,
            delivery: CallbackDelivery(policy: callbacks, transport: callbacks.transport, secret: accounts.webhookSecret, now: now),
            policy: callbacks,
            metrics: CallbackMetrics(metrics),
            logger: logger,
            now: now
        )
        hub = Hub(
            store: store,
            poster: poster,
            logger: logger,
            metrics: RelayMetrics(metrics),
            connectionLimit: relay.connections,
            now: { Date(unixMilliseconds: now().unixMilliseconds) }
        )
        gate = SocketGate(hub: hub, devices: devices, options: relay, now: now)
        self.presence = presence ?? hub
        self.now = now
        try await hub.open()
    }

    /// Every route: the newer version of each API, the older one served through it, `/health`, `/metrics`, and the documentation.
    public var routes: [ServerRoute] {
        let client = ClientService(
            accounts: accounts,
            devices: devices,
            accessTokens: accessTokens,
            address: address,
            presence: presence,
            gate: gate,
            allowsInsecureCallbacks: callbacks.allowsInsecure
        )
        let device = DeviceService(devices: devices, accessTokens: accessTokens, address: address, gate: gate)
        return client.routes() + OlderClientService(newer: client).routes()
            + device.routes() + OlderDeviceService(newer: device).routes()
            + [.health(of: database), .metrics(of: metrics) { await statistics }] + (documentation?.routes ?? [])
    }

    private var statistics: RelayStatistics {
        get async {
            var statistics = hub.statistics
            statistics.items = try? await SQLiteRelayStore(database: database).itemCount()
            statistics.callbacks = poster.count
            return statistics
        }
    }

    /// The routes behind request ids, the access log and metrics.
    public var router: Router {
        Router(routes, middleware: [RequestID(), AccessLog(logger), RequestMetrics(metrics)])
    }

    /// Closes the websockets whose access has ended.
    func closeEnded() async {
        await gate.live.closeEnded(by: AccessStore(database: database), at: now())
    }
}
