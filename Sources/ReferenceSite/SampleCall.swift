public import SpecPlan
public import SwiftText

/// A call of an API's client that examples say all of, to begin with.
public struct SampleCall {
    public let operation: OperationPlan
    /// Over HTTP: `let answer = try await client.getDevice(referenceId: "till-7")`, and the client before it.
    public let source: SwiftSource
    /// The same over whatever `transport` stands for.
    public let sourceOverTransport: SwiftSource

    /// Whether the call gives an `answer`.
    public var isAnswered: Bool { operation.success.type != nil }
}

extension APIReference {
    /// The operation that is best to begin with: one that changes nothing and needs little. `nil` if there is none that examples suffice for.
    public var sampleCall: SampleCall? {
        let candidates = operations.filter { operation in
            !operation.plan.isDeprecated && operation.plan.socket == nil && SwiftSnippet(api: self, operation: operation).isComplete
        }
        guard let operation = candidates.first(where: { $0.plan.httpMethod == "GET" }) ?? candidates.first else { return nil }
        return SampleCall(
            operation: operation.plan,
            source: SwiftSnippet(api: self, operation: operation).source,
            sourceOverTransport: SwiftSnippet(api: self, operation: operation, transport: "transport").source
        )
    }
}
