public import SchemaValidation

/// What a suite needs to know of the service that it is run against, and no description says: which things exist, and how a state comes about.
public struct ContractFixtures: Sendable {
    /// A call, so far as it differs from the one that is made of the description.
    public struct Call: Sendable {
        /// The operation's id, where the call is one that goes before.
        public var operation: String?
        /// Values by the parameters' names.
        public var parameters: [String: SchemaValue] = [:]
        /// What is sent.
        public var body: SchemaValue?
        /// Calls that bring about the state that this one needs, in their order.
        public var before: [Call] = []

        /// A call; what is not given is made of the description.
        public init(operation: String? = nil, parameters: [String: SchemaValue] = [:], body: SchemaValue? = nil, before: [Call] = []) {
            self.operation = operation
            self.parameters = parameters
            self.body = body
            self.before = before
        }
    }

    /// What is said of one operation.
    public struct Operation: Sendable {
        /// What a call that succeeds looks like.
        public var call = Call()
        /// How each status comes about that the description alone can't bring about, as 404.
        public var statuses: [Int: Call] = [:]
        /// Why it isn't called at all; nil where it is.
        public var skip: String?

        /// An operation that is called as the description says, unless more is given.
        public init(call: Call = Call(), statuses: [Int: Call] = [:], skip: String? = nil) {
            self.call = call
            self.statuses = statuses
            self.skip = skip
        }
    }

    /// Values by the parameters' names, for all operations: an id that exists.
    public var parameters: [String: SchemaValue] = [:]
    /// By the operation's id, or by method and path: `GET /devices`.
    public var operations: [String: Operation] = [:]

    /// Fixtures; none are needed for a service whose state the description's examples suit.
    public init(parameters: [String: SchemaValue] = [:], operations: [String: Operation] = [:]) {
        self.parameters = parameters
        self.operations = operations
    }
}
