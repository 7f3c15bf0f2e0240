import SpecDocument
import SpecYAML

/// What kind of value a schema describes.
enum SchemaForm {
    case any, boolean, integer, number, string, array, object
    /// Something that has no type yet, by its keyword.
    case unsupported(String)

    /// Whether its values are kept as JSON: `null` is one of them, and not the same as none.
    var isJSON: Bool {
        switch self {
        case .any, .unsupported: true
        default: false
        }
    }
}

extension VersionPlanner {
    func form(of schema: Schema) -> SchemaForm {
        if !schema.allOf.isEmpty { return .unsupported("'allOf'") }
        if !schema.oneOf.isEmpty { return .unsupported("'oneOf'") }
        if !schema.anyOf.isEmpty { return .unsupported("'anyOf'") }
        if let applicators = schema.applicators, !applicators.prefixItems.isEmpty { return .unsupported("'prefixItems'") }
        let types = schema.types.filter { $0 != .null }
        if types.count > 1 { return .unsupported("a 'type' of several types") }
        if schema.constant != nil, types.isEmpty { return .unsupported("'const' without 'type'") }
        switch types.first {
        case .boolean: return .boolean
        case .integer: return .integer
        case .number: return .number
        case .string: return .string
        case .array: return .array
        case .object: return .object
        case .null: return .any
        case nil: return impliedForm(of: schema)
        }
    }

    /// What a schema without a `type` can only mean.
    private func impliedForm(of schema: Schema) -> SchemaForm {
        if !schema.properties.isEmpty { return .object }
        if schema.items != nil { return .array }
        if let values = schema.enumeration, !values.isEmpty, values.allSatisfy({ $0.scalarType == .string }) { return .string }
        return .any
    }
}
