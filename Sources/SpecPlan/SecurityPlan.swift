public import SwiftText

/// How the callers of a version say who they are.
public struct SecurityPlan: Hashable, Sendable {
    /// The schemes that operations ask for.
    public var schemes: [SecuritySchemePlan]
    /// The sets of schemes by which a caller may be known, each once: those of all operations.
    public var alternatives: [[SecuritySchemePlan]]
    /// Whether the one scheme there is is an HTTP bearer token, which nobody may leave out.
    public var isOneToken: Bool

    public init(schemes: [SecuritySchemePlan], alternatives: [[SecuritySchemePlan]], isOneToken: Bool) {
        self.schemes = schemes
        self.alternatives = alternatives
        self.isOneToken = isOneToken
    }
}

public struct SecuritySchemePlan: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A bearer token; one that expires comes from a source of tokens.
        case bearer(expires: Bool)
        case basic
        /// A key in a query parameter, a header field or a cookie of that name.
        case apiKey(ParameterPlan.Place, name: String)
    }

    /// Its name in the spec.
    public var wireName: String
    /// The label under which a client takes it, and a service gets it.
    public var name: SwiftName
    public var kind: Kind
    public var doc: DocComment

    public init(wireName: String, name: SwiftName, kind: Kind, doc: DocComment) {
        self.wireName = wireName
        self.name = name
        self.kind = kind
        self.doc = doc
    }
}

/// What an operation asks of its callers.
public struct OperationSecurityPlan: Hashable, Sendable {
    /// Sets of schemes, one of which will do; empty where anybody may call.
    public var alternatives: [[SecuritySchemePlan]]
    /// Whether callers may stay unknown.
    public var isOptional: Bool

    public init(alternatives: [[SecuritySchemePlan]] = [], isOptional: Bool = false) {
        self.alternatives = alternatives
        self.isOptional = isOptional
    }
}
