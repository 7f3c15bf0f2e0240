import CloudFlowClientAPI
import CloudFlowRuntime
import CloudFlowServerTransport
import CloudFlowWebhooks
import Logging
import ServiceLifecycle

/// The web server of a point of sale: takes in what a gateway posts of requests that were sent by REST.
struct EventReceiver: Sendable {
    /// What the account's callbacks are signed with.
    let secret: Secret
    /// The port to listen on; 0 takes any that is free.
    var port = 0
    /// The URL that the gateway reaches the server by, where it isn't that of this machine.
    var publicURL: String?

    private static let path = "/events"

    /// Serves while `body` runs, which gets the URL for callbacks and what is posted to it. Everything that was taken in is answered before
    /// this returns.
    func serving<Value: Sendable>(
        _ body: (_ url: String, _ messages: AsyncStream<ClientV1_1.PlatformMessage>) async throws -> Value
    ) async throws -> Value {
        let (messages, arrivals) = AsyncStream.makeStream(of: ClientV1_1.PlatformMessage.self)
        let (urls, listening) = AsyncStream.makeStream(of: String.self)
        let route = WebhookReceiver(WebhookVerifier(secret: secret), path: Self.path) { arrivals.yield($0) }.route
        let logger = Logger(label: "cloudflow") { _ in SwiftLogNoOpLogHandler() }
        let transport = HummingbirdTransport(host: publicURL == nil ? "127.0.0.1" : "0.0.0.0", port: port, logger: logger) { bound in
            listening.yield(bound.url + Self.path)
        }
        let group = ServiceGroup(services: [HTTPService(Router([route]), over: transport)], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { listening.finish() }
                try await group.run()
            }
            guard let url = await urls.first(where: { _ in true }) else {
                try await tasks.waitForAll()
                throw CommandFailure("the web server for events has stopped")
            }
            let value = try await body(publicURL ?? url, messages)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return value
        }
    }
}
