import ArgumentParser
import CloudFlowGateway
import CloudFlowRuntime
import CloudFlowServerTransport
import FoundationEssentials
import Logging
import ServiceLifecycle

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Start a gateway with one account and one terminal, call it over HTTP, print what happens, and stop."
    )

    @Option(help: "The SQLite file to use; otherwise one in a temporary folder, which is removed at the end.")
    var database: String?

    func run() async throws {
        if let database { return try await demonstrate(database) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "cloudflow-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await demonstrate(folder.appending(path: "cloudflow.sqlite").path)
    }

    /// Runs the gateway, tells the demo its URL, and stops the gateway gracefully when the demo is done.
    private func demonstrate(_ path: String) async throws {
        let logger = Logger(label: "cloudflow") { _ in SwiftLogNoOpLogHandler() }
        let database = try Database(path: path, logger: logger)
        let address = PublicAddress()
        // The point of sale of the demo listens on this machine.
        let gateway = try await Gateway(database: database, address: address, allowsInsecureCallbacks: true, logger: logger)
        let (urls, listening) = AsyncStream.makeStream(of: String.self)
        let transport = HummingbirdTransport(port: 0, logger: logger) { bound in
            address.listens(on: bound.host, port: bound.port)
            listening.yield(bound.url)
        }
        let group = ServiceGroup(services: [gateway, HTTPService(gateway.router, over: transport)], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { listening.finish() }
                try await group.run()
            }
            if let url = await urls.first(where: { _ in true }) {
                try await Demo(gateway: gateway, database: database, url: url).run()
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
        show("\nThe gateway has answered its last request and stopped.")
    }
}
