import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    mutating func objectPlan(of schema: Schema, named name: SwiftName) -> ObjectPlan {
        var names = NameScope(reserving: ["init", "self", "hashValue"])
        var properties: [PropertyPlan] = []
        for entry in schema.properties {
            guard let property = propertyPlan(entry, of: schema, named: name, in: &names) else { continue }
            properties.append(property)
        }
        for required in schema.required where schema.properties[required] == nil {
            report(.warning, at: schema.location, "'\(required)' is required but is no property; add it under 'properties', or its absence goes unnoticed")
        }
        let additional = schema.additionalProperties
        if let additional, additional.inline?.boolean == nil {
            report(.warning, at: additional.location, "'additionalProperties' beside 'properties' is not generated yet; such properties are ignored")
        }
        return ObjectPlan(properties: properties, isClosed: additional?.inline?.boolean == false)
    }

    private mutating func propertyPlan(
        _ entry: OrderedMap<String, Referenced<Schema>>.Entry,
        of owner: Schema,
        named name: SwiftName,
        in names: inout NameScope
    ) -> PropertyPlan? {
        let propertyName = names.take(SwiftName(member: entry.key))
        let place = name.adding(SwiftName(type: entry.key))
        guard let type = type(of: entry.value, at: place) else { return nil }
        let schema = entry.value.inline ?? lookUp(entry.value)
        let described = entry.value.inline ?? entry.value.reference?.siblings
        let doc = described?.doc ?? DocComment(entry.value.reference?.description)
        return PropertyPlan(
            wireName: entry.key,
            name: propertyName,
            type: type.value,
            presence: presence(of: entry, type: type, schema: schema, isRequired: owner.required.contains(entry.key)),
            checks: entry.value.inline.map { checks(of: $0, type: type) } ?? [],
            doc: doc.isEmpty ? DocComment(schema?.doc.summary) : doc,
            isDeprecated: described?.deprecated ?? false
        )
    }

    private mutating func presence(
        of entry: OrderedMap<String, Referenced<Schema>>.Entry,
        type: ValueType,
        schema: Schema?,
        isRequired: Bool
    ) -> PropertyPlan.Presence {
        if isRequired, !type.isNullable { return .required }
        guard !isRequired, !type.isNullable, let value = entry.value.inline?.defaultValue, !value.isNull else { return .optional }
        guard let literal = literal(value, as: type.value) else {
            report(.warning, at: value.location, "the default of '\(entry.key)' is not generated yet; left out, the property is nil")
            return .optional
        }
        return .defaulted(literal)
    }

    private func literal(_ value: YAMLNode, as type: SwiftType) -> LiteralPlan? {
        switch type {
        case .string: value.string.map { .string($0) }
        case .int, .int64, .int32: value.integer.map { .integer($0) }
        case .double, .float: value.double.map { .number($0) }
        case .bool: value.bool.map { .bool($0) }
        case .named(let name): enumCase(value, of: name)
        default: nil
        }
    }

    private func enumCase(_ value: YAMLNode, of name: SwiftName) -> LiteralPlan? {
        guard case .stringEnum(let cases)? = models.first(where: { $0.name == name })?.shape, let text = value.string else { return nil }
        return cases.first { $0.wireValue == text }.map { .enumCase($0.name) }
    }
}

extension Referenced<Schema> {
    var location: Location {
        switch self {
        case .inline(let schema): schema.location
        case .reference(let reference): reference.location
        }
    }
}
