/// A body of a media type that whoever sends it chooses: for those that a spec gives as a range, such as `image/*`.
public struct TypedBody: Sendable {
    public var type: MediaType
    public var body: Body

    public init(_ body: Body, as type: MediaType) {
        self.body = body
        self.type = type
    }
}
