/// What a mock of a service answers for an operation.
public struct MockAnswerPlan: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var status: Int
    /// Nil where there is no body.
    public var contentType: String?
    public var body: String
    public var fields: [Field]
    /// Whether the description gives the answer as an example, rather than only its schema.
    public var isExample: Bool

    public init(status: Int, contentType: String?, body: String, fields: [Field], isExample: Bool) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.fields = fields
        self.isExample = isExample
    }
}
