/// What a server takes.
public struct ServerLimits: Sendable {
    /// The longest body of a request that is read into memory, in bytes. More is answered with 413. What an operation streams is its own to
    /// bound.
    public var body: Int
    /// The most parts of a multipart body. More is answered with 422.
    public var parts: Int
    /// The header of a request, in bytes, names and values together. More is answered with 431.
    public var header: Int
    /// Whether a query parameter that the operation doesn't have is passed over; otherwise it is refused with 422.
    public var ignoresUnknownQuery: Bool

    /// Limits; those that are not given are what they are for every server.
    public init(body: Int = 1 << 20, header: Int = 16 << 10, ignoresUnknownQuery: Bool = false, parts: Int = 1_000) {
        self.body = body
        self.parts = parts
        self.header = header
        self.ignoresUnknownQuery = ignoresUnknownQuery
    }
}
