import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// A component becomes a type of its own name.
    mutating func planComponent(_ schema: Referenced<Schema>, named name: SwiftName, key: String) {
        locations[name] = schema.location
        if let union = descendantUnion(ofBase: key, schema, named: name) {
            models.append(union)
            return
        }
        if let inline = schema.inline, inline.describedReference == nil || isDescendant(key),
            let settled = settledComponent(schema, key: key), let model = model(of: settled, named: name)
        {
            models.append(model)
            return
        }
        if let siblings = schema.reference?.siblings, !siblings.isAnything, let settled = settledComponent(schema, key: key),
            let model = model(of: settled, named: name)
        {
            models.append(model)
            return
        }
        let type = type(of: schema, at: name) ?? .json
        // What is wrong with its bounds is wrong wherever the name is used.
        if let settled = settledComponent(schema, key: key) { _ = checks(of: settled) }
        let doc = schema.inline?.doc ?? DocComment()
        models.append(ModelPlan(name: name, doc: doc, shape: .alias(type.value), isDeprecated: schema.inline?.deprecated ?? false))
    }

    /// Whether a discriminator tells it from its base, so that it is a type of its own even where it adds nothing.
    private func isDescendant(_ key: String) -> Bool {
        descendants.values.contains { $0.contains(key) }
    }

    /// The type that a settled schema makes by itself; nil where it is a type that there is already.
    mutating func model(of schema: Schema, named name: SwiftName) -> ModelPlan? {
        let shape: ModelPlan.Shape
        switch schema.form {
        case .object where schema.isStruct:
            shape = .object(objectPlan(of: schema, named: name))
        case .enumeration:
            guard let plan = enumPlan(of: schema) else { return nil }
            shape = .enumeration(plan)
        case .tuple:
            shape = .tuple(tuplePlan(of: schema, named: name))
        case .union(let alternatives):
            switch unionPlan(of: schema, alternatives, named: name) {
            case .union(let plan): shape = .union(plan)
            case .enumeration(let plan): shape = .enumeration(plan)
            case .type: return nil
            }
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
            if let siblings = reference.siblings, !siblings.isAnything, let merged = settled(schema) {
                let type = plannedType(of: merged, from: SchemaPlace(schema.location, merged), at: place)
                return ValueType(type, isNullable: merged.isNullable)
            }
            guard var type = referencedType(reference) else { return nil }
            if reference.siblings?.isNullable == true { type.isNullable = true }
            return type
        case .inline(let schema):
            if let described = schema.describedReference {
                guard var type = type(of: .reference(described.reference), at: place) else { return nil }
                if described.isNullable { type.isNullable = true }
                return type
            }
            let settled = settled(schema)
            let type = plannedType(of: settled, from: SchemaPlace(schema.location, settled), at: place)
            return ValueType(type, isNullable: settled.isNullable)
        }
    }

    /// The type of an inline schema. One that is met again while it is planned leads back to itself, by way of what is merged into it, and is
    /// the type that it becomes.
    ///
    /// - Parameter origin: where it stands.
    private mutating func plannedType(of schema: Schema, from origin: SchemaPlace, at place: SwiftName) -> SwiftType {
        if let type = recursiveTypes[origin] { return type }
        let outer = underway[origin]
        if let outer {
            // An array or a dictionary ends where a type with a name is met again that it leads to.
            if outer.name != nil || outer.namesBefore == namedUnderway {
                if outer.name == nil { warn(at: origin.location, "the schema is nothing but itself; it is kept as JSON") }
                let type = outer.name.map { SwiftType.named($0) } ?? .json
                recursiveTypes[origin] = type
                return type
            }
        }
        let before = namedUnderway
        underway[origin] = UnderwayType(namesBefore: before)
        defer {
            underway[origin] = outer
            namedUnderway = before
        }
        return inlineType(of: schema, from: origin, at: openPlaces[origin.location] ?? place)
    }

    /// A name for what an inline schema becomes.
    private mutating func name(from origin: SchemaPlace, of schema: Schema, at place: SwiftName) -> SwiftName {
        let name = scope.take(chosenNames[schema.location] ?? place, orAdding: "Value")
        underway[origin]?.name = name
        namedUnderway += 1
        return name
    }

    /// What stands for a schema that needs no type of its own after all, though it has been referred to by its name.
    private mutating func replacement(_ type: SwiftType, for name: SwiftName, from origin: SchemaPlace) -> SwiftType {
        guard recursiveTypes[origin] == .named(name) else { return type }
        warn(at: origin.location, "the schema is one of itself and nothing else; it is kept as JSON")
        models.append(ModelPlan(name: name, doc: DocComment(), shape: .alias(.json), isDeprecated: false))
        return .named(name)
    }

    private mutating func referencedType(_ reference: Reference<Schema>) -> ValueType? {
        guard let name = componentName(of: reference), let type = componentTypes[name] else { return nil }
        guard let schema = settled(.reference(reference)) else { return nil }
        let isJSON = source.naming.types[name] == nil && descendants[name] == nil && schema.form.isJSON
        return isJSON ? .json : ValueType(type, isNullable: schema.isNullable)
    }

    /// - Parameter schema: Settled.
    private mutating func inlineType(of schema: Schema, from origin: SchemaPlace, at place: SwiftName) -> SwiftType {
        if !schema.isModel { reportUncheckedKeywords(of: schema) }
        switch schema.form {
        case .any:
            if schema.boolean == false {
                warn(at: schema.location, "no value is allowed here, which is not checked; it is kept as JSON")
            }
            return .json
        case .boolean: return .bool
        case .integer: return schema.integerType
        case .number: return schema.numberType
        case .string: return plansForm && schema.isFile ? .runtime("MultipartPart") : schema.stringType
        case .array:
            guard let items = schema.items else {
                // JSON Schema lets it out, OpenAPI 3.0 does not.
                if document.version.minor == 0 {
                    warn(at: schema.location, "an array without 'items'; add it, for they are kept as JSON")
                }
                return .array(.json)
            }
            return .array((type(of: items, at: place.adding("Item")) ?? .json).spelt)
        case .object where !schema.isStruct:
            return .dictionary(valueType(ofMap: schema, at: place))
        case .union(let alternatives):
            return inlineUnion(of: schema, alternatives, from: origin, at: place)
        case .object, .enumeration, .tuple:
            return inlineModel(of: schema, from: origin, at: place)
        }
    }

    /// The type of the values of an object without names of its own.
    mutating func valueType(ofMap schema: Schema, at place: SwiftName) -> SwiftType {
        schema.valueSchema.flatMap { type(of: $0, at: place.adding("Value")) }?.spelt ?? .json
    }

    private mutating func inlineModel(of schema: Schema, from origin: SchemaPlace, at place: SwiftName) -> SwiftType {
        let name = name(from: origin, of: schema, at: place)
        guard let model = model(of: schema, named: name) else { return replacement(.json, for: name, from: origin) }
        models.append(model)
        return .named(name)
    }

    private mutating func inlineUnion(
        of schema: Schema,
        _ alternatives: [Referenced<Schema>],
        from origin: SchemaPlace,
        at place: SwiftName
    ) -> SwiftType {
        let name = name(from: origin, of: schema, at: place)
        switch unionPlan(of: schema, alternatives, named: name) {
        case .type(let type):
            return replacement(type, for: name, from: origin)
        case .union(let plan):
            models.append(ModelPlan(name: name, doc: schema.doc, shape: .union(plan), isDeprecated: schema.deprecated))
        case .enumeration(let plan):
            models.append(ModelPlan(name: name, doc: schema.doc, shape: .enumeration(plan), isDeprecated: schema.deprecated))
        }
        locations[name] = schema.location
        return .named(name)
    }
}

/// Where an inline schema stands. What it says for one of several types of values, which are planned each, stands at the same place.
struct SchemaPlace: Hashable {
    let location: Location
    private let types: [SchemaType]

    init(_ location: Location, _ schema: Schema) {
        self.location = location
        types = schema.types
    }
}

/// An inline schema that is being planned.
struct UnderwayType {
    /// What it becomes; nil as long as that has no name, and for what never gets one.
    var name: SwiftName?
    /// How many types with names were being planned when it began.
    let namesBefore: Int
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
    /// The schema of all the properties of an object that have no names of their own; nil where there is none, or several.
    var valueSchema: Referenced<Schema>? {
        let patterns = applicators?.patternProperties ?? OrderedMap()
        if let values = additionalProperties, values.inline?.boolean == nil { return patterns.isEmpty ? values : nil }
        return patterns.count == 1 && additionalProperties?.inline?.boolean != true ? patterns[0].value : nil
    }

    /// Whether a settled object has properties of its own, or can't have any.
    var isStruct: Bool {
        !properties.isEmpty || (additionalProperties?.inline?.boolean == false && applicators?.patternProperties.isEmpty != false)
    }

    /// Whether a settled schema makes a type of its own.
    var isModel: Bool {
        switch form {
        case .object: isStruct
        case .enumeration, .tuple, .union: true
        default: false
        }
    }
}
