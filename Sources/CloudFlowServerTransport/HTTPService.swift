public import CloudFlowRuntime
public import ServiceLifecycle

/// A server as a service of a `ServiceGroup`, which stops it gracefully with the rest of the program.
public struct HTTPService: Service {
    private let transport: any ServerTransport
    private let router: Router

    /// A service that serves what a router knows.
    public init(_ router: Router, over transport: any ServerTransport) {
        self.router = router
        self.transport = transport
    }

    public func run() async throws {
        try await transport.serve(router)
    }
}
