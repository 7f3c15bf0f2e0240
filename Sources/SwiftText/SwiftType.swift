/// The type of a value in generated code.
public indirect enum SwiftType: Hashable, Sendable {
    case string, bool, int, int32, int64, uint32, uint64, double, float
    /// Any JSON value, kept as the bytes that came.
    case json
    /// A generated type.
    case named(SwiftName)
    /// A type of the runtime: `DateTime`.
    case runtime(SwiftName)
    case array(SwiftType)
    /// A JSON object with names that no schema fixes.
    case dictionary(SwiftType)
    case optional(SwiftType)
    /// A generic type of the runtime, of values of a type: `EventStream<Price>`.
    case generic(SwiftName, SwiftType)
    /// A value or null, of a property that may be left out as well.
    case nullable(SwiftType)

    /// The type as it is spelt in source.
    var spelling: String {
        switch self {
        case .string: "String"
        case .bool: "Bool"
        case .int: "Int"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint32: "UInt32"
        case .uint64: "UInt64"
        case .double: "Double"
        case .float: "Float"
        case .json: "JSONValue"
        case .named(let name), .runtime(let name): name.spelling
        // The compiler's time for brackets in brackets doubles with each pair.
        case .array(let element): element.nesting < 8 ? "[\(element.spelling)]" : "Array<\(element.spelling)>"
        case .dictionary(let value): "[String: \(value.spelling)]"
        case .optional(let wrapped): "\(wrapped.spelling)?"
        case .generic(let name, let argument): "\(name.spelling)<\(argument.spelling)>"
        case .nullable(let wrapped): "Nullable<\(wrapped.spelling)>"
        }
    }

    /// How many arrays lie in each other.
    private var nesting: Int {
        switch self {
        case .array(let element), .optional(let element): element.nesting + 1
        default: 0
        }
    }

    public var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// The type with other names for the generated types in it.
    public func renaming(_ name: (SwiftName) -> SwiftName) -> SwiftType {
        switch self {
        case .named(let old): .named(name(old))
        case .array(let inner): .array(inner.renaming(name))
        case .dictionary(let inner): .dictionary(inner.renaming(name))
        case .optional(let inner): .optional(inner.renaming(name))
        case .nullable(let inner): .nullable(inner.renaming(name))
        case .generic(let generic, let inner): .generic(generic, inner.renaming(name))
        default: self
        }
    }

    /// The generated types that this one is made of.
    public var names: [SwiftName] {
        switch self {
        case .named(let name): [name]
        case .array(let inner), .dictionary(let inner), .optional(let inner), .nullable(let inner), .generic(_, let inner): inner.names
        default: []
        }
    }
}
