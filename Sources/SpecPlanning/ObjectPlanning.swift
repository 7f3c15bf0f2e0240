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
            let nearest = NearestName.nearest(to: required, among: schema.properties.keys)
            let advice = nearest.map { "write '\($0)'" } ?? "add it under 'properties'"
            warn(at: schema.location, "'\(required)' is required but is no property; \(advice), or its absence goes unnoticed")
        }
        let additional = schema.additionalProperties
        if let additional, additional.inline?.boolean == nil {
            warn(at: additional.location, "'additionalProperties' beside 'properties' is not generated yet; such properties are ignored")
        }
        return ObjectPlan(properties: properties, isClosed: additional?.inline?.boolean == false)
    }

    private mutating func propertyPlan(
        _ entry: OrderedMap<String, Referenced<Schema>>.Entry,
        of owner: Schema,
        named name: SwiftName,
        in names: inout NameScope
    ) -> PropertyPlan? {
        guard !entry.key.needsJSONEscape else {
            warn(at: entry.location, "a name with quotes, backslashes or control characters is not generated yet; the property is left out")
            return nil
        }
        let propertyName = names.take(SwiftName(member: entry.key), orAdding: "Value")
        let place = name.adding(SwiftName(type: entry.key))
        guard let type = type(of: entry.value, at: place), let schema = entry.value.inline ?? lookUp(entry.value) else { return nil }
        if schema.readOnly || schema.writeOnly {
            note(
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
            warn(at: value.location, "the default of '\(entry.key)', which may be null, is not applied yet; left out, it is nil")
            return .optional
        }
        guard let literal = LiteralPlan(value, as: type.value, among: models) else {
            let problem = type.value.canHaveDefault ? "is no value of its type" : "is not applied yet"
            warn(at: value.location, "the default of '\(entry.key)' \(problem); left out, the property is nil")
            return .optional
        }
        return .defaulted(literal)
    }
}

extension String {
    /// Whether JSON can't write it between quotes as it is (RFC 8259, section 7).
    fileprivate var needsJSONEscape: Bool {
        unicodeScalars.contains { $0 == "\"" || $0 == "\\" || $0.value < 0x20 }
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
