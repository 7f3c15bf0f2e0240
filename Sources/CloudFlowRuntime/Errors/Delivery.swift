/// Whether a request that failed can have reached its service. It decides whether sending again is safe.
public enum Delivery: Sendable, Hashable {
    /// Not a byte of it was sent: sending it again can't do anything twice.
    case never
    /// The service answered, so it has the request.
    case delivered
    /// It was sent, wholly or in part, and nothing tells what became of it.
    case unknown
}
