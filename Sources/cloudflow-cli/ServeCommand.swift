import ArgumentParser
import CloudFlowGateway
import CloudFlowRuntime
import CloudFlowServerTransport
import FoundationEssentials
import Logging
import Metrics
import ServiceLifecycle
import UnixSignals

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve both APIs in all versions until SIGTERM or SIGINT."
    )

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8080
    @Option(help: "The URL that callers reach the gateway by, where it isn't the address that it listens on.", transform: address)
    var publicURL: ServerAddress?
    @Option(help: "How many websockets an account may have, points of sale and devices together.")
    var connections = 100
    @Option(help: "After how many seconds a websocket is closed with 4401, so that its peer gets another token.")
    var session = 86_400
    @Option(help: "A site that 'cloudflow-generate docs' made, to serve at /docs, with the specifications at /specs.")
    var docs: String?
    @Flag(help: ArgumentHelp("Keep requests in memory alone, to measure what durability costs.", visibility: .hidden))
    var volatile = false
    @Flag(help: "Post events to callbacks that are http, or at addresses that are not of the public internet. For tests on one machine.")
    var allowInsecureCallbacks = false
    @OptionGroup var database: DatabaseOption
    @OptionGroup var logging: LogOptions

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("a port is a number from 0 to 65535") }
        guard connections > 0, session > 0 else { throw ValidationError("--connections and --session take a number from 1 on") }
    }

    private static func address(_ url: String) throws -> ServerAddress {
        guard let address = ServerAddress(url) else { throw ValidationError("'\(url)' is not an absolute http or https URL") }
        return address
    }

    func run() async throws {
        let logger = logging.logger()
        let metrics = PrometheusRegistry()
        MetricsSystem.bootstrap(metrics)
        if publicURL == nil, host == "0.0.0.0" || host == "::" {
            logger.warning("credentials name localhost; tell with --public-url how callers on other machines reach the gateway")
        }
        let database = try self.database.open(logger: logger)
        let address = PublicAddress(publicURL)
        let gateway = try await Gateway(
            database: database,
            address: address,
            documentation: try docs.map { try Documentation(folder: $0) },
            relay: RelayOptions(connections: connections, session: TimeInterval(session), isDurable: !volatile),
            allowsInsecureCallbacks: allowInsecureCallbacks,
            metrics: metrics,
            logger: logger
        )
        let transport = HummingbirdTransport(host: host, port: port, logger: logger) { [path = self.database.database] listening in
            address.listens(on: listening.host, port: listening.port)
            show("cloudflow listens on \(listening.url), with the database \(path)")
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                // They are stopped in the opposite order.
                services: [.init(service: gateway), .init(service: HTTPService(gateway.router, over: transport))],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do { try await group.run() } catch { throw CommandFailure("the gateway can't serve on \(host), port \(port): \(error)") }
        try await database.close()
        show("cloudflow has stopped")
    }
}
