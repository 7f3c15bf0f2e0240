/// A body of a media type that whoever sends it chooses: for those that a spec gives as a range, such as `image/*`.
public struct TypedBody: Sendable {
    /// What the body is said to be.
    public var type: MediaType
    /// The bytes.
    public var body: Body

    /// A body of a type.
    public init(_ body: Body, as type: MediaType) {
        self.body = body
        self.type = type
    }
}
