public import SwiftText

/// One of several types: an enum with a payload a case.
public struct UnionPlan: Hashable, Sendable {
    /// In the order of the spec.
    public var cases: [UnionCasePlan]
    /// What tells a value's case.
    public var decision: DecisionPlan
    /// Whether the payloads are kept on the heap: generated structs are.
    public var isIndirect: Bool

    public init(cases: [UnionCasePlan], decision: DecisionPlan, isIndirect: Bool) {
        self.cases = cases
        self.decision = decision
        self.isIndirect = isIndirect
    }
}

public struct UnionCasePlan: Hashable, Sendable {
    public var name: SwiftName
    public var type: SwiftType
    public var doc: DocComment

    public init(name: SwiftName, type: SwiftType, doc: DocComment) {
        self.name = name
        self.type = type
        self.doc = doc
    }
}

/// How the case of a union is found from a value that nothing has been read of.
public indirect enum DecisionPlan: Hashable, Sendable {
    /// It is this one.
    case take(SwiftName)
    /// The first of these that it can be read as.
    case firstMatch([SwiftName])
    /// By the text of a member. What has another, or none, is of the case `otherwise`, or kept.
    case member(String, [MemberBranch], otherwise: SwiftName?)
    /// By the kind of JSON value.
    case kind([KindBranch])
    /// By what members an object has: the first branch whose members it has.
    case members([MembersBranch], otherwise: DecisionPlan)
    /// None.
    case unmatched

    public struct MemberBranch: Hashable, Sendable {
        public var values: [String]
        public var decision: DecisionPlan

        public init(values: [String], decision: DecisionPlan) {
            self.values = values
            self.decision = decision
        }
    }

    public struct KindBranch: Hashable, Sendable {
        public var kind: ValueKind
        public var decision: DecisionPlan

        public init(kind: ValueKind, decision: DecisionPlan) {
            self.kind = kind
            self.decision = decision
        }
    }

    public struct MembersBranch: Hashable, Sendable {
        public var names: [String]
        /// Whether one of them will do.
        public var isAny: Bool
        public var decision: DecisionPlan

        public init(names: [String], isAny: Bool = false, decision: DecisionPlan) {
            self.names = names
            self.isAny = isAny
            self.decision = decision
        }
    }

    /// The kinds of JSON values.
    public enum ValueKind: String, Hashable, Sendable, CaseIterable {
        case object, array, string, number, boolean
    }
}

extension [DecisionPlan.MemberBranch] {
    /// Whether a number or a truth value in the member may mean a branch.
    public var hasScalars: Bool {
        contains { branch in branch.values.contains { Bool($0) != nil || Double($0) != nil } }
    }
}
