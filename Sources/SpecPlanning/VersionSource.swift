public import SpecDocument
public import SpecPlan
public import SwiftText

/// One spec, and what the configuration says about it.
public struct VersionSource: Sendable {
    public var document: Document
    /// The spec as the configuration names it: `client-1.1.yaml`.
    public var spec: String
    public var namespace: SwiftName
    public var naming: NamingChoices
    /// Whether models are to be `Hashable`.
    public var hasHashableModels: Bool
    /// Which ends are wanted.
    public var sides: Sides
    /// Whether a mock of the service is made.
    public var hasMock: Bool

    public init(
        document: Document,
        spec: String,
        namespace: SwiftName,
        naming: NamingChoices = NamingChoices(),
        hasHashableModels: Bool = false,
        sides: Sides = .both,
        hasMock: Bool = false
    ) {
        self.document = document
        self.spec = spec
        self.namespace = namespace
        self.naming = naming
        self.hasHashableModels = hasHashableModels
        self.sides = sides
        self.hasMock = hasMock
    }
}

/// Names that the configuration gives, in place of those that would be made up.
public struct NamingChoices: Sendable {
    /// Schemas that stand for types of the runtime, by the schema's name.
    public var types: [String: SwiftName]
    /// Enum cases for the statuses of failures.
    public var failures: [Int: SwiftName]
    /// What types are called, by the name of a schema in the components, or by a JSON pointer to any schema (`#/paths/~1a/...`).
    public var schemas: [String: SwiftName]
    /// What methods are called, by the `operationId`.
    public var operations: [String: SwiftName]

    public init(
        types: [String: SwiftName] = [:],
        failures: [Int: SwiftName] = [:],
        schemas: [String: SwiftName] = [:],
        operations: [String: SwiftName] = [:]
    ) {
        self.types = types
        self.failures = failures
        self.schemas = schemas
        self.operations = operations
    }
}
