public import SwiftText

/// A type that a schema becomes.
public struct ModelPlan: Hashable, Sendable {
    public enum Shape: Hashable, Sendable {
        case object(ObjectPlan)
        case stringEnum([EnumCasePlan])
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

/// A JSON object with the properties that its schema names.
public struct ObjectPlan: Hashable, Sendable {
    /// In the order of the spec.
    public var properties: [PropertyPlan]
    /// Whether properties that the schema doesn't name are refused.
    public var isClosed: Bool

    public init(properties: [PropertyPlan], isClosed: Bool) {
        self.properties = properties
        self.isClosed = isClosed
    }
}

public struct PropertyPlan: Hashable, Sendable {
    public var wireName: String
    public var name: SwiftName
    /// The type of a value that is there.
    public var type: SwiftType
    public var presence: Presence
    public var checks: [CheckPlan]
    public var doc: DocComment
    public var isDeprecated: Bool

    public enum Presence: Hashable, Sendable {
        case required
        /// Left out, it is nil.
        case optional
        /// Left out, it has the schema's default.
        case defaulted(LiteralPlan)
    }

    public init(
        wireName: String,
        name: SwiftName,
        type: SwiftType,
        presence: Presence,
        checks: [CheckPlan] = [],
        doc: DocComment = DocComment(),
        isDeprecated: Bool = false
    ) {
        self.wireName = wireName
        self.name = name
        self.type = type
        self.presence = presence
        self.checks = checks
        self.doc = doc
        self.isDeprecated = isDeprecated
    }
}

/// A value that a schema gives as a default.
public enum LiteralPlan: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case number(Double)
    case bool(Bool)
    /// A case of a generated enum.
    case enumCase(SwiftName)
}

/// A constraint of a schema that is checked where input comes in. Bounds are inclusive.
public enum CheckPlan: Hashable, Sendable {
    /// The length of a string in Unicode scalars.
    case length(minimum: Int?, maximum: Int?)
    case integer(minimum: Int?, maximum: Int?)
    case number(minimum: Double?, maximum: Double?)
    /// The number of items of an array.
    case count(minimum: Int?, maximum: Int?)
}

public struct EnumCasePlan: Hashable, Sendable {
    public var wireValue: String
    public var name: SwiftName

    public init(wireValue: String, name: SwiftName) {
        self.wireValue = wireValue
        self.name = name
    }
}
