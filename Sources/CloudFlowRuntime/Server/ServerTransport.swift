/// What receives requests and hands them to a router: an HTTP server.
public protocol ServerTransport: Sendable {
    /// Serves until the task is cancelled or a graceful stop has ended the last request.
    func serve(_ router: Router) async throws
}
