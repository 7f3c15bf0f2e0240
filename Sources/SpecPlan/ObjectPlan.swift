public import SwiftText

/// A JSON object with the properties that its schema names.
public struct ObjectPlan: Hashable, Sendable {
    /// In the order of the spec.
    public var properties: [PropertyPlan]
    /// What keeps the properties that the schema doesn't name; nil where they are ignored or refused.
    public var rest: RestPlan?
    /// Whether properties that the schema doesn't name are refused.
    public var isClosed: Bool
    /// How many properties there may be.
    public var count: BoundsPlan<Int>?

    public init(properties: [PropertyPlan], rest: RestPlan? = nil, isClosed: Bool, count: BoundsPlan<Int>? = nil) {
        self.properties = properties
        self.rest = rest
        self.isClosed = isClosed
        self.count = count
    }
}

/// The member of a struct that holds the properties without names of their own.
public struct RestPlan: Hashable, Sendable {
    public var name: SwiftName
    /// The type of one of them.
    public var type: SwiftType
    /// What is checked of all of them.
    public var checks: [CheckPlan]
    /// What their names match; nil where any name will do.
    public var pattern: String?
    public var doc: DocComment

    public init(name: SwiftName, type: SwiftType, checks: [CheckPlan] = [], pattern: String? = nil, doc: DocComment) {
        self.name = name
        self.type = type
        self.pattern = pattern
        self.checks = checks
        self.doc = doc
    }
}

public struct PropertyPlan: Hashable, Sendable {
    public var wireName: String
    public var name: SwiftName
    /// The type of a value that is there; optional where it may be null.
    public var type: SwiftType
    public var presence: Presence
    public var checks: [CheckPlan]
    /// Whether it is kept on the heap: it holds values of the type that it is in, or is large.
    public var isBoxed: Bool
    public var access: Access
    public var doc: DocComment
    public var isDeprecated: Bool

    public enum Presence: Hashable, Sendable {
        case required
        /// It must be there, and whoever makes a value need not say so: its value is this one.
        case constant(LiteralPlan)
        /// Left out, it is nil.
        case optional
        /// Left out, it is nil; whoever makes a value need not say that it is this one.
        case optionalConstant(LiteralPlan)
        /// Left out, it has the schema's default.
        case defaulted(LiteralPlan)
    }

    /// The directions in which it is sent.
    public enum Access: Hashable, Sendable {
        case both, readOnly, writeOnly
    }

    public init(
        wireName: String,
        name: SwiftName,
        type: SwiftType,
        presence: Presence,
        checks: [CheckPlan] = [],
        isBoxed: Bool = false,
        access: Access = .both,
        doc: DocComment = DocComment(),
        isDeprecated: Bool = false
    ) {
        self.wireName = wireName
        self.name = name
        self.type = type
        self.presence = presence
        self.checks = checks
        self.isBoxed = isBoxed
        self.access = access
        self.doc = doc
        self.isDeprecated = isDeprecated
    }
}

/// A value that a schema gives as a default or as a constant.
public indirect enum LiteralPlan: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case number(Double)
    case bool(Bool)
    /// A case of a generated enum: the enum's name, and the case's.
    case enumCase(SwiftName, SwiftName)
    case array([LiteralPlan])
    /// An object without a type of its own: a dictionary, or any JSON.
    case object([LiteralMember])
    /// A generated struct: the arguments that its initializer takes, by the names of its properties.
    case structure([LiteralArgument])
    /// A case of a generated union, and its payload.
    case unionCase(SwiftName, LiteralPlan)
    /// Null, where any JSON may be.
    case null
    /// A text of one of the runtime's formats: `CalendarDate(verbatim: "2024-05-17")`.
    case formatted(SwiftName, String)
}

/// A member of an object in a literal.
public struct LiteralMember: Hashable, Sendable {
    public var name: String
    public var value: LiteralPlan

    public init(name: String, value: LiteralPlan) {
        self.name = name
        self.value = value
    }
}

/// An argument of a struct's initializer in a literal.
public struct LiteralArgument: Hashable, Sendable {
    public var name: SwiftName
    public var value: LiteralPlan

    public init(name: SwiftName, value: LiteralPlan) {
        self.name = name
        self.value = value
    }
}

/// An inclusive range that may be open at one end.
public struct BoundsPlan<Bound: Hashable & Sendable>: Hashable, Sendable {
    public var minimum: Bound?
    public var maximum: Bound?

    /// Nil where there is neither.
    public init?(minimum: Bound?, maximum: Bound?) {
        if minimum == nil, maximum == nil { return nil }
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// A constraint of a schema that is checked where input comes in. Bounds are inclusive unless they say otherwise.
public indirect enum CheckPlan: Hashable, Sendable {
    /// The length of a string in Unicode scalars.
    case length(BoundsPlan<Int>, of: TextForm)
    case integer(BoundsPlan<Int>)
    /// Integers of any size, as JSON writes them.
    case exactInteger(minimum: String?, maximum: String?)
    case number(BoundsPlan<Double>)
    /// Greater than this number.
    case above(Double)
    /// Less than this number.
    case below(Double)
    /// A multiple of this number, as JSON writes it, of integers.
    case multipleOfInteger(Int)
    /// A multiple of this number, as JSON writes it.
    case multipleOf(String)
    /// A regular expression of ECMA-262.
    case pattern(String, of: TextForm)
    /// A format that has no type of its own: a case of the runtime's `StringFormat`.
    case format(SwiftName)
    /// The number of items of an array, or of members of an object.
    case count(BoundsPlan<Int>)
    case uniqueItems
    /// One value alone.
    case constant(LiteralPlan)
    /// Of each item of an array, some of which may be null.
    case items([CheckPlan], areNullable: Bool)
    /// Of each value of an object, some of which may be null.
    case values([CheckPlan], areNullable: Bool)

    /// How a value has its text.
    public enum TextForm: Hashable, Sendable {
        /// It is one.
        case string
        /// As one of the runtime's formats.
        case formatted
        case secret
    }
}
