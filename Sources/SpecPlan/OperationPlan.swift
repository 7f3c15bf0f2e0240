public import SwiftText

extension OperationPlan {
    /// Whether a service is told who calls.
    public var isAuthenticated: Bool { !security.alternatives.isEmpty }
}

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
    public var security: OperationSecurityPlan
    /// The path's, the query's and the headers' parameters, in the order of the spec.
    public var parameters: [ParameterPlan]
    public var body: BodyPlan?
    public var success: SuccessPlan
    public var failure: FailurePlan
    /// The type that its failures share with those of other operations; `failure` is then another name of it.
    public var sharedFailure: SwiftName?
    /// The websocket that it opens; nil for an ordinary operation, whose success is an answer.
    public var socket: SocketPlan?
    /// Whether it is called at a URL that is known at run time only; `path` then says where the spec has it from.
    public var isCallback = false
    /// Which of its ends there are.
    public var sides = Sides.both
    /// Where it is served, if not with the others.
    public var server: OperationServerPlan?
    /// What a mock answers; nil where none is made, or there is nothing to answer.
    public var mockAnswer: MockAnswerPlan?
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
        security: OperationSecurityPlan,
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
        self.security = security
        self.parameters = parameters
        self.body = body
        self.success = success
        self.failure = failure
    }
}

extension SwiftType {
    /// The runtime's shared error envelope.
    public static var apiError: SwiftType { .named("APIError") }
}
