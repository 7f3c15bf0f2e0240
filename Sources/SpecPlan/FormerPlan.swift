public import SwiftText

/// What the version before has and this one no longer has: whoever moves on is told by the compiler where it went.
public struct FormerPlan: Hashable, Sendable {
    /// The namespace of the version before.
    public var older: SwiftName
    /// The types that the version before declares.
    public var olderTypes: Set<SwiftName>
    /// The types that this version declares.
    public var newerTypes: Set<SwiftName>
    /// Models, operations' types and failures, sorted by their names.
    public var types: [TypePlan]
    /// Properties and cases that are gone from what is still there.
    public var members: [MemberPlan]
    /// In the order of the older spec.
    public var operations: [MethodPlan]

    public init(
        older: SwiftName,
        olderTypes: Set<SwiftName>,
        newerTypes: Set<SwiftName>,
        types: [TypePlan],
        members: [MemberPlan],
        operations: [MethodPlan]
    ) {
        self.older = older
        self.olderTypes = olderTypes
        self.newerTypes = newerTypes
        self.types = types
        self.members = members
        self.operations = operations
    }

    public var isEmpty: Bool { types.isEmpty && members.isEmpty && operations.isEmpty }

    /// What became of something.
    public enum Fate: Hashable, Sendable {
        /// It is called so now, and otherwise the same.
        case renamed(SwiftName)
        /// In words.
        case gone(String)
    }

    public struct TypePlan: Hashable, Sendable {
        public var name: SwiftName
        public var fate: Fate

        public init(name: SwiftName, fate: Fate) {
            self.name = name
            self.fate = fate
        }
    }

    public struct MemberPlan: Hashable, Sendable {
        /// The model.
        public var model: SwiftName
        public var name: SwiftName
        /// Of a property; nil for a case of an enumeration.
        public var type: SwiftType?
        /// What became of it, in words.
        public var message: String

        public init(model: SwiftName, name: SwiftName, type: SwiftType?, message: String) {
            self.model = model
            self.name = name
            self.type = type
            self.message = message
        }
    }

    public struct MethodPlan: Hashable, Sendable {
        /// As the version before has it.
        public var operation: OperationPlan
        /// The operation that does the same now; nil where there is none.
        public var successor: OperationPlan?
        public var fate: Fate

        public init(operation: OperationPlan, successor: OperationPlan?, fate: Fate) {
            self.operation = operation
            self.successor = successor
            self.fate = fate
        }
    }
}
