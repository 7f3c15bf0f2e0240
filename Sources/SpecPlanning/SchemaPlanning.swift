import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// A component becomes a type of its own name.
    mutating func planComponent(_ schema: Referenced<Schema>, named name: SwiftName) {
        guard let inline = schema.inline else {
            guard let type = type(of: schema, at: name) else { return }
            locations[name] = schema.location
            models.append(ModelPlan(name: name, doc: DocComment(), shape: .alias(type.value)))
            return
        }
        if let model = model(of: inline, named: name) {
            models.append(model)
        } else {
            let type = type(of: schema, at: name) ?? .json
            // What is wrong with its bounds is wrong wherever the name is used.
            _ = checks(of: inline)
            locations[name] = inline.location
            models.append(ModelPlan(name: name, doc: inline.doc, shape: .alias(type.value), isDeprecated: inline.deprecated))
        }
    }

    /// The type that a schema makes by itself: an object with properties, or an enumeration of strings. Nil for all others.
    private mutating func model(of schema: Schema, named name: SwiftName) -> ModelPlan? {
        let shape: ModelPlan.Shape
        switch form(of: schema) {
        case .object where schema.isStruct:
            shape = .object(objectPlan(of: schema, named: name))
        case .string where schema.isEnum:
            shape = .stringEnum(enumCases(of: schema))
        default:
            return nil
        }
        locations[name] = schema.location
        reportUncheckedKeywords(of: schema)
        return ModelPlan(name: name, doc: schema.doc, shape: shape, isDeprecated: schema.deprecated)
    }

    /// The type of a value.
    ///
    /// - Parameter place: the name of the type that an inline schema becomes, made of where it stands.
    mutating func type(of schema: Referenced<Schema>, at place: SwiftName) -> ValueType? {
        switch schema {
        case .reference(let reference):
            return referencedType(reference)
        case .inline(let schema):
            return ValueType(inlineType(of: schema, at: place), isNullable: schema.isNullable)
        }
    }

    private mutating func referencedType(_ reference: Reference<Schema>) -> ValueType? {
        if let name = componentName(of: reference), let type = componentTypes[name] {
            guard let schema = lookUp(.reference(reference)) else { return nil }
            let isJSON = source.naming.types[name] == nil && form(of: schema).isJSON
            return isJSON ? .json : ValueType(type, isNullable: schema.isNullable)
        }
        guard lookUp(.reference(reference)) != nil else { return nil }
        warn(at: reference.location, "a schema outside '#/components/schemas' is not generated yet; its values are kept as JSON")
        return .json
    }

    private mutating func inlineType(of schema: Schema, at place: SwiftName) -> SwiftType {
        reportUncheckedKeywords(of: schema)
        switch form(of: schema) {
        case .any:
            if schema.boolean == false {
                warn(at: schema.location, "no value is allowed here, which is not checked yet; it is kept as JSON")
            }
            return .json
        case .boolean: return .bool
        case .integer: return integerType(of: schema)
        case .number: return schema.format == "float" ? .float : .double
        case .string: return schema.isEnum ? inlineModel(of: schema, at: place) : stringType(of: schema)
        case .array:
            guard let items = schema.items else {
                // JSON Schema lets it out, OpenAPI 3.0 does not.
                if document.version.minor == 0 {
                    warn(at: schema.location, "an array without 'items'; add it, for they are kept as JSON")
                }
                return .array(.json)
            }
            reportUncheckedConstraints(of: items)
            return .array((type(of: items, at: place.adding("Item")) ?? .json).spelt)
        case .object:
            if schema.isStruct { return inlineModel(of: schema, at: place) }
            guard let values = schema.additionalProperties, values.inline?.boolean == nil else { return .dictionary(.json) }
            reportUncheckedConstraints(of: values)
            return .dictionary((type(of: values, at: place.adding("Value")) ?? .json).spelt)
        case .unsupported(let what):
            warn(at: schema.location, "\(what) is not generated as a type yet; its values are kept as JSON")
            return .json
        }
    }

    private mutating func inlineModel(of schema: Schema, at place: SwiftName) -> SwiftType {
        let name = scope.take(place, orAdding: "Value")
        guard let model = model(of: schema, named: name) else { return .json }
        models.append(model)
        return .named(name)
    }

    private func integerType(of schema: Schema) -> SwiftType {
        switch schema.format {
        case "int32": .int32
        case "int64": .int64
        default: .int
        }
    }

    private func stringType(of schema: Schema) -> SwiftType {
        if plansForm, schema.isFile { return .named("MultipartPart") }
        return schema.format == "date-time" ? .named("DateTime") : .string
    }

    private mutating func enumCases(of schema: Schema) -> [EnumCasePlan] {
        var names = NameScope(reserving: ["other", "table", "init", "self", "rawValue", "description", "hashValue"])
        var cases: [EnumCasePlan] = []
        for value in schema.enumeration ?? [] where !value.isNull {
            guard let text = value.string else {
                warn(at: value.location, "a value of a string's 'enum' is not a string; put it in quotes, or it is left out")
                continue
            }
            guard !cases.contains(where: { $0.wireValue == text }) else {
                warn(at: value.location, "'\(text)' stands twice in 'enum'; the second is left out")
                continue
            }
            cases.append(EnumCasePlan(wireValue: text, name: names.take(SwiftName(member: text), orAdding: "Value")))
        }
        return cases
    }
}

/// The type of a value, and whether it may be null.
struct ValueType {
    var value: SwiftType
    var isNullable: Bool

    init(_ value: SwiftType, isNullable: Bool) {
        self.value = value
        self.isNullable = isNullable
    }

    static var json: ValueType { ValueType(.json, isNullable: false) }

    /// The type with its null, for an item of an array or a dictionary.
    var spelt: SwiftType { isNullable && value != .json ? .optional(value) : value }
}

extension Schema {
    var doc: DocComment { DocComment(title, description) }

    var isNullable: Bool { nullable || types.contains(.null) }

    /// Whether an object has properties of its own, or can't have any.
    fileprivate var isStruct: Bool { !properties.isEmpty || additionalProperties?.inline?.boolean == false }

    /// Whether a string has values to choose from.
    fileprivate var isEnum: Bool { enumeration?.contains { $0.string != nil } ?? false }
}
