/// What a server takes.
public struct ServerLimits: Sendable {
    /// The longest body of a request, in bytes. More is answered with 413.
    public var body: Int
    /// The header of a request, in bytes, names and values together. More is answered with 431.
    public var header: Int
    /// Whether a query parameter that the operation doesn't have is passed over; otherwise it is refused with 422.
    public var ignoresUnknownQuery: Bool

    public init(body: Int = 1 << 20, header: Int = 16 << 10, ignoresUnknownQuery: Bool = false) {
        self.body = body
        self.header = header
        self.ignoresUnknownQuery = ignoresUnknownQuery
    }
}
