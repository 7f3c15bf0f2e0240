public import SwiftText

/// An operation: a value type, a client's method, a service's requirement and a route.
public struct OperationPlan: Hashable, Sendable {
    /// As the spec has it, for logs and metrics: `getDevice`.
    public var operationID: String
    /// The value type: `GetDevice`.
    public var typeName: SwiftName
    /// The client's and the service's method: `getDevice`.
    public var methodName: SwiftName
    /// As HTTP has it: `GET`.
    public var httpMethod: String
    /// The path template: `/devices/{referenceId}`.
    public var path: String
    public var doc: DocComment
    public var isDeprecated: Bool
    /// Whether the caller has to be authenticated.
    public var isAuthenticated: Bool
    /// The path's, the query's and the headers' parameters, in the order of the spec.
    public var parameters: [ParameterPlan]
    public var body: BodyPlan?
    public var success: SuccessPlan
    public var failure: FailurePlan
    /// The older version whose operation of the same name has the same contract; its types serve both.
    public var unchangedSince: SwiftName?

    public init(
        operationID: String,
        typeName: SwiftName,
        methodName: SwiftName,
        httpMethod: String,
        path: String,
        doc: DocComment,
        isDeprecated: Bool,
        isAuthenticated: Bool,
        parameters: [ParameterPlan],
        body: BodyPlan?,
        success: SuccessPlan,
        failure: FailurePlan
    ) {
        self.operationID = operationID
        self.typeName = typeName
        self.methodName = methodName
        self.httpMethod = httpMethod
        self.path = path
        self.doc = doc
        self.isDeprecated = isDeprecated
        self.isAuthenticated = isAuthenticated
        self.parameters = parameters
        self.body = body
        self.success = success
        self.failure = failure
    }
}

/// A JSON body of a request.
public struct BodyPlan: Hashable, Sendable {
    public var name: SwiftName
    public var type: SwiftType
    public var isRequired: Bool
    public var doc: DocComment

    public init(name: SwiftName, type: SwiftType, isRequired: Bool, doc: DocComment) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.doc = doc
    }
}

/// The one answer of success.
public struct SuccessPlan: Hashable, Sendable {
    public var status: Int
    /// The body's type; nil where there is no body.
    public var type: SwiftType?
    public var doc: DocComment

    public init(status: Int, type: SwiftType?, doc: DocComment) {
        self.status = status
        self.type = type
        self.doc = doc
    }
}

/// The documented ways to fail.
public struct FailurePlan: Hashable, Sendable {
    public var typeName: SwiftName
    /// By status.
    public var cases: [FailureCasePlan]
    /// What `default` stands for; nil where the spec has none.
    public var fallback: FallbackPlan?

    public init(typeName: SwiftName, cases: [FailureCasePlan], fallback: FallbackPlan?) {
        self.typeName = typeName
        self.cases = cases
        self.fallback = fallback
    }
}

public struct FailureCasePlan: Hashable, Sendable {
    public var status: Int
    public var name: SwiftName
    /// The body's type; nil where there is no body.
    public var type: SwiftType?
    public var doc: DocComment

    public init(status: Int, name: SwiftName, type: SwiftType?, doc: DocComment) {
        self.status = status
        self.name = name
        self.type = type
        self.doc = doc
    }
}

public struct FallbackPlan: Hashable, Sendable {
    public var name: SwiftName
    public var type: SwiftType?
    public var doc: DocComment

    public init(name: SwiftName, type: SwiftType?, doc: DocComment) {
        self.name = name
        self.type = type
        self.doc = doc
    }
}

extension SwiftType {
    /// The runtime's shared error envelope.
    public static var apiError: SwiftType { .named("APIError") }
}
