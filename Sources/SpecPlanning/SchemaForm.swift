import SpecDocument
import SpecYAML

/// What kind of value a settled schema describes.
enum SchemaForm {
    case any, boolean, integer, number, string, array, tuple, object
    /// Values to choose from.
    case enumeration
    /// One of several schemas.
    case union([Referenced<Schema>])

    /// Whether its values are kept as JSON: `null` is one of them, and not the same as none.
    var isJSON: Bool {
        if case .any = self { true } else { false }
    }
}

extension VersionPlanner {
    /// - Parameter schema: It need not be settled.
    mutating func form(of schema: Schema) -> SchemaForm {
        settled(schema).form
    }
}

extension Schema {
    /// The form of a settled schema.
    var form: SchemaForm {
        if !oneOf.isEmpty { return oneOf.contains { $0.inline?.isAnything == true } ? impliedForm : .union(oneOf) }
        if let applicators, !applicators.prefixItems.isEmpty, types.isEmpty || types.contains(.array) { return .tuple }
        let types = types.isEmpty ? impliedTypes : distinctTypes
        if isEnumeration(of: types) { return .enumeration }
        guard types.count <= 1 else {
            let choosable: Set<SchemaType> = [.object, .array, .string, .boolean]
            if choosable.isSubset(of: types) { return .any }
            return .union(types.map { .inline(only($0)) })
        }
        switch types.first {
        case .boolean: return .boolean
        case .integer: return .integer
        case .number: return .number
        case .string: return .string
        case .array: return .array
        case .object: return .object
        case .null, nil: return .any
        }
    }

    private var impliedForm: SchemaForm {
        var outer = self
        outer.oneOf = []
        return outer.form
    }

    /// What a schema without a `type` can only mean.
    private var impliedTypes: [SchemaType] {
        if !properties.isEmpty { return [.object] }
        if items != nil { return [.array] }
        if let values = fixedValues, !values.isEmpty {
            var types: [SchemaType] = []
            for type in values.map(\.schemaType) where !types.contains(type) { types.append(type) }
            return types
        }
        if additionalProperties?.inline.map({ $0.boolean == nil }) ?? (additionalProperties != nil) { return [.object] }
        if applicators.map({ !$0.patternProperties.isEmpty }) == true { return [.object] }
        return []
    }

    /// An integer is a number.
    private var distinctTypes: [SchemaType] {
        let types = valueTypes
        return types.contains(.number) ? types.filter { $0 != .integer } : types
    }

    /// Whether there are values to choose from; a single one is a value that is always the same.
    private func isEnumeration(of types: [SchemaType]) -> Bool {
        guard constant == nil, let values = fixedValues, !values.isEmpty else { return false }
        switch types {
        case [.string]: return values.contains { $0.string != nil }
        case [.integer]: return values.contains { $0.integer != nil }
        case [.boolean], [.array], [.object]: return false
        case []: return false
        default: return values.allSatisfy { $0.kind == .scalar }
        }
    }

    /// The schema for its values of one type.
    private func only(_ type: SchemaType) -> Schema {
        var only = self
        only.types = [type]
        only.nullable = false
        only.title = nil
        only.description = nil
        only.defaultValue = nil
        if let values = enumeration {
            only.enumeration = values.filter { $0.schemaType == type || ($0.schemaType == .integer && type == .number) }
        }
        if type != .object {
            only.properties = OrderedMap()
            only.required = []
            only.additionalProperties = nil
        }
        if type != .array { only.items = nil }
        if type != .string { only.format = only.format.flatMap { $0.hasPrefix("int") || $0 == "float" || $0 == "double" ? $0 : nil } }
        if only.enumeration?.isEmpty == true { only.enumeration = nil }
        return only
    }
}

extension YAMLNode {
    /// What JSON Schema calls its type.
    var schemaType: SchemaType {
        switch kind {
        case .mapping: return .object
        case .sequence: return .array
        case .scalar:
            switch scalarType {
            case .null: return .null
            case .bool: return .boolean
            case .integer: return .integer
            case .float: return .number
            case .string, nil: return .string
            }
        }
    }
}
