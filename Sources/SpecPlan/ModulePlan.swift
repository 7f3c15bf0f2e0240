public import SwiftText

/// One Swift module: the versions of one API, oldest first.
public struct ModulePlan: Hashable, Sendable {
    public var name: String
    public var versions: [VersionPlan]
    /// Whether a module of mocks goes with it, by its name and `Mocks`.
    public var hasMocks = false

    public init(name: String, versions: [VersionPlan]) {
        self.name = name
        self.versions = versions
    }
}

/// One version of an API: what one spec becomes, in a namespace of its own.
public struct VersionPlan: Hashable, Sendable {
    /// The enum that everything else stands in: `ClientV1_1`.
    public var namespace: SwiftName
    /// The spec as the configuration names it: `client-1.1.yaml`.
    public var spec: String
    /// The API's title and its version: `CloudFlow Client API 1.1`.
    public var title: String
    public var doc: DocComment
    public var servers: [ServerPlan]
    /// The path of the first server, where the routes stand: `/client/1.1`.
    public var basePath: String
    /// How callers say who they are; nil where no operation asks for it.
    public var security: SecurityPlan?
    /// Sorted by name.
    public var models: [ModelPlan]
    /// Whether models are `Hashable`.
    public var hasHashableModels = false
    /// Which ends there are.
    public var sides = Sides.both
    /// In the order of the spec.
    public var operations: [OperationPlan]
    /// The failures that several operations share, sorted by their names.
    public var failures: [FailurePlan] = []
    /// What the API calls and its users serve.
    public var callbacks: [CallbacksPlan]
    /// The answers that several operations have and that have types of their own, sorted by their names.
    public var answers: [AnswerPlan]
    /// What it takes to serve this version from an implementation of the next one; nil for the newest.
    public var adapter: AdapterPlan?
    /// What the version before has and this one no longer has; nil where there is no version before, or nothing is gone.
    public var former: FormerPlan?
    /// Where the schemas of models and the operations are, by the names of their types: `client-1.1.yaml:85`.
    public var places: [SwiftName: String] = [:]
    /// Where the answers of operations are, by the names of the operations' types, and by status.
    public var answerPlaces: [SwiftName: [Int: String]] = [:]

    public init(
        namespace: SwiftName,
        spec: String,
        title: String,
        doc: DocComment,
        servers: [ServerPlan],
        basePath: String,
        security: SecurityPlan?,
        models: [ModelPlan],
        operations: [OperationPlan],
        callbacks: [CallbacksPlan] = [],
        answers: [AnswerPlan] = [],
        adapter: AdapterPlan? = nil
    ) {
        self.namespace = namespace
        self.spec = spec
        self.title = title
        self.doc = doc
        self.servers = servers
        self.basePath = basePath
        self.security = security
        self.models = models
        self.operations = operations
        self.callbacks = callbacks
        self.answers = answers
        self.adapter = adapter
    }
}

/// Serving a version from an implementation of the next one.
public struct AdapterPlan: Hashable, Sendable {
    /// The next version's namespace.
    public var newer: SwiftName
    /// The operations whose contract is the same in both: they are passed on.
    public var unchanged: [SwiftName]
    /// The operations that whoever adapts has to write, each with the reason.
    public var demanded: [Demand]

    public struct Demand: Hashable, Sendable {
        public var method: SwiftName
        public var reason: String
        /// Where the specs say it, the older one first.
        public var places: [String]

        public init(method: SwiftName, reason: String, places: [String]) {
            self.method = method
            self.reason = reason
            self.places = places
        }
    }

    public init(newer: SwiftName, unchanged: [SwiftName], demanded: [Demand]) {
        self.newer = newer
        self.unchanged = unchanged
        self.demanded = demanded
    }
}
