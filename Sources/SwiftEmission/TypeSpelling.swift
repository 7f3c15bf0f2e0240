import SwiftText

/// The JSON reader's methods for a type; the writer's has the name of the reader's for what is required.
struct JSONMethod {
    var required: SwiftName
    var optional: SwiftName
}

extension SwiftType {
    var jsonMethod: JSONMethod {
        switch self {
        case .string: JSONMethod(required: "string", optional: "optionalString")
        case .bool: JSONMethod(required: "bool", optional: "optionalBool")
        case .int: JSONMethod(required: "int", optional: "optionalInt")
        case .int32: JSONMethod(required: "int32", optional: "optionalInt32")
        case .int64: JSONMethod(required: "int64", optional: "optionalInt64")
        case .uint32: JSONMethod(required: "uint32", optional: "optionalUInt32")
        case .uint64: JSONMethod(required: "uint64", optional: "optionalUInt64")
        case .double: JSONMethod(required: "double", optional: "optionalDouble")
        case .float: JSONMethod(required: "float", optional: "optionalFloat")
        // Types that have a null of their own tell it from a member that is absent.
        case .json, .optional, .nullable: JSONMethod(required: "value", optional: "presentValue")
        case .named, .runtime, .array, .dictionary, .generic: JSONMethod(required: "value", optional: "optionalValue")
        }
    }
}
