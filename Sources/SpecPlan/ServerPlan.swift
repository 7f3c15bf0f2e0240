public import SwiftText

/// A base URL of the API, as a function of its variables.
public struct ServerPlan: Hashable, Sendable {
    /// A piece of the URL.
    public enum Piece: Hashable, Sendable {
        case text(String)
        case variable(SwiftName)
        /// A variable that has values to choose from.
        case choice(SwiftName)
    }

    public struct Variable: Hashable, Sendable {
        public var name: SwiftName
        public var defaultValue: String
        /// The values to choose from; nil for any.
        public var choice: ServerChoicePlan?
        public var doc: DocComment

        public init(name: SwiftName, defaultValue: String, choice: ServerChoicePlan? = nil, doc: DocComment) {
            self.name = name
            self.defaultValue = defaultValue
            self.choice = choice
            self.doc = doc
        }
    }

    public var name: SwiftName
    public var doc: DocComment
    public var url: [Piece]
    public var variables: [Variable]

    public init(name: SwiftName, doc: DocComment, url: [Piece], variables: [Variable]) {
        self.name = name
        self.doc = doc
        self.url = url
        self.variables = variables
    }
}

/// The values of a server's variable, as an enum in the type of the servers.
public struct ServerChoicePlan: Hashable, Sendable {
    public var typeName: SwiftName
    public var cases: [EnumCasePlan]
    /// The case of the default.
    public var defaultCase: SwiftName

    public init(typeName: SwiftName, cases: [EnumCasePlan], defaultCase: SwiftName) {
        self.typeName = typeName
        self.cases = cases
        self.defaultCase = defaultCase
    }
}

/// Where an operation is served that is not served with the others.
public struct OperationServerPlan: Hashable, Sendable {
    /// The URL with its variables at their defaults, or a path on the API's own host.
    public var url: String
    /// The URL's path.
    public var basePath: String

    public init(url: String, basePath: String) {
        self.url = url
        self.basePath = basePath
    }
}
