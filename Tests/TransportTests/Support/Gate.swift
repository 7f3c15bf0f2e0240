/// Something to wait for that happens once. Whoever waits is let go, too, when its task is cancelled.
struct Gate: Sendable {
    private let (stream, continuation) = AsyncStream.makeStream(of: Void.self)

    func open() { continuation.finish() }

    func wait() async { for await _ in stream {} }
}
