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
            report(
                .warning,
                at: schema.location,
                "'\(required)' is required but is no property; add it under 'properties', or its absence goes unnoticed"
            )
        }
        let additional = schema.additionalProperties
        if let additional, additional.inline?.boolean == nil {
            report(
                .warning,
                at: additional.location,
                "'additionalProperties' beside 'properties' is not generated yet; such properties are ignored"
            )
        }
        return ObjectPlan(properties: properties, isClosed: additional?.inline?.boolean == false)
    }

    private mutating func propertyPlan(
        _ entry: OrderedMap<String, Referenced<Schema>>.Entry,
        of owner: Schema,
        named name: SwiftName,
        in names: inout NameScope
    ) -> PropertyPlan? {
        let propertyName = names.take(SwiftName(member: entry.key), orAdding: "Value")
        let place = name.adding(SwiftName(type: entry.key))
        guard let type = type(of: entry.value, at: place), let schema = entry.value.inline ?? lookUp(entry.value) else { return nil }
        if schema.readOnly || schema.writeOnly {
            report(
                .note,
                at: entry.location,
                "'\(schema.readOnly ? "readOnly" : "writeOnly")' is not told apart yet; '\(entry.key)' is in requests and in answers"
            )
        }
        let described = entry.value.inline ?? entry.value.reference?.siblings
        let doc = described?.doc ?? DocComment(entry.value.reference?.description)
        return PropertyPlan(
            wireName: entry.key,
            name: propertyName,
            type: type.spelt,
            presence: presence(of: entry, type: type, isRequired: owner.required.contains(entry.key)),
            checks: checks(of: schema),
            doc: doc.isEmpty ? DocComment(schema.doc.summary) : doc,
            isDeprecated: described?.deprecated ?? false
        )
    }

    private mutating func presence(
        of entry: OrderedMap<String, Referenced<Schema>>.Entry,
        type: ValueType,
        isRequired: Bool
    ) -> PropertyPlan.Presence {
        if isRequired { return .required }
        guard let value = entry.value.inline?.defaultValue, !value.isNull else { return .optional }
        if type.isNullable {
            report(.warning, at: value.location, "the default of '\(entry.key)', which may be null, is not applied yet; left out, it is nil")
            return .optional
        }
        guard let literal = LiteralPlan(value, as: type.value, among: models) else {
            let problem = type.value.canHaveDefault ? "is no value of its type" : "is not applied yet"
            report(.warning, at: value.location, "the default of '\(entry.key)' \(problem); left out, the property is nil")
            return .optional
        }
        return .defaulted(literal)
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
