public import SwiftText

/// A type that a schema becomes.
public struct ModelPlan: Hashable, Sendable {
    public enum Shape: Hashable, Sendable {
        case object(ObjectPlan)
        case enumeration(EnumPlan)
        case union(UnionPlan)
        case tuple(TuplePlan)
        case part(PartPlan)
        /// Another name of a type.
        case alias(SwiftType)
        /// The type of the same name in an older version, whose contract is the same.
        case unchanged(since: SwiftName)
    }

    public var name: SwiftName
    public var doc: DocComment
    public var shape: Shape
    public var isDeprecated: Bool

    public init(name: SwiftName, doc: DocComment, shape: Shape, isDeprecated: Bool = false) {
        self.name = name
        self.doc = doc
        self.shape = shape
        self.isDeprecated = isDeprecated
    }
}

/// A part of a form that has header fields of its own.
public struct PartPlan: Hashable, Sendable {
    /// The type of what the part holds.
    public var content: SwiftType
    public var headers: [HeaderPlan]
    /// The name of the content in the struct.
    public static var contentName: SwiftName { "content" }

    public init(content: SwiftType, headers: [HeaderPlan]) {
        self.content = content
        self.headers = headers
    }
}

/// An enumeration that keeps values it does not name.
public struct EnumPlan: Hashable, Sendable {
    /// What the values are in JSON.
    public enum Raw: Hashable, Sendable {
        case string, integer
        /// Of any kind; the cases have their JSON texts.
        case value
    }

    public var raw: Raw
    public var cases: [EnumCasePlan]

    public init(raw: Raw, cases: [EnumCasePlan]) {
        self.raw = raw
        self.cases = cases
    }
}

public struct EnumCasePlan: Hashable, Sendable {
    /// The string itself; the JSON text of any other value.
    public var wireValue: String
    public var name: SwiftName
    public var doc: DocComment

    public init(wireValue: String, name: SwiftName, doc: DocComment = DocComment()) {
        self.wireValue = wireValue
        self.name = name
        self.doc = doc
    }
}

/// An array whose first items have types of their own.
public struct TuplePlan: Hashable, Sendable {
    public var items: [TupleItemPlan]
    /// The name and the type of all further items; nil where there are none to keep.
    public var rest: TupleItemPlan?
    /// Whether further items are refused.
    public var isClosed: Bool

    public init(items: [TupleItemPlan], rest: TupleItemPlan?, isClosed: Bool) {
        self.items = items
        self.rest = rest
        self.isClosed = isClosed
    }
}

public struct TupleItemPlan: Hashable, Sendable {
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
