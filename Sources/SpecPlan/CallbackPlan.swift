public import SwiftText

/// Operations that an API calls and its users serve: its callbacks, or its webhooks. Whoever calls them is told where at run time.
public struct CallbacksPlan: Hashable, Sendable {
    /// `Callback` or `Webhook`, which the names of the client and of the service begin with.
    public var name: SwiftName
    public var operations: [OperationPlan]

    public init(name: SwiftName, operations: [OperationPlan]) {
        self.name = name
        self.operations = operations
    }
}
