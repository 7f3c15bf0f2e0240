import SchemaValidation
import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    /// - Parameter schema: settled.
    mutating func objectPlan(of schema: Schema, named name: SwiftName) -> ObjectPlan {
        var names = NameScope(reserving: ["init", "self", "hashValue"])
        let required = Set(schema.required)
        var properties: [PropertyPlan] = []
        // A property that is met again further in takes its name from here all the same.
        let places = schema.properties.filter { openPlaces[$0.value.location] == nil }
        for entry in places { openPlaces[entry.value.location] = name.adding(SwiftName(type: entry.key)) }
        defer { for entry in places { openPlaces[entry.value.location] = nil } }
        for entry in schema.properties {
            guard let property = propertyPlan(entry, isRequired: required.contains(entry.key), of: name, at: properties.count, in: &names)
            else { continue }
            properties.append(property)
        }
        let rest = restPlan(of: schema, named: name, in: &names)
        for required in schema.required where schema.properties[required] == nil && rest == nil {
            let nearest = NearestName.nearest(to: required, among: schema.properties.keys)
            let advice = nearest.map { "write '\($0)'" } ?? "add it under 'properties'"
            warn(at: schema.location, "'\(required)' is required but is no property; \(advice), or its absence goes unnoticed")
        }
        return ObjectPlan(
            properties: properties,
            rest: rest,
            isClosed: (rest == nil || rest?.pattern != nil) && schema.additionalProperties?.inline?.boolean == false,
            count: countBounds(of: schema, schema.constraints?.minProperties, schema.constraints?.maxProperties)
        )
    }

    private mutating func restPlan(of schema: Schema, named name: SwiftName, in names: inout NameScope) -> RestPlan? {
        let additional = schema.additionalProperties
        let hasPatterns = schema.applicators?.patternProperties.isEmpty == false
        guard hasPatterns || (additional != nil && additional?.inline?.boolean != false) else { return nil }
        let type = valueType(ofMap: schema, at: name.adding("AdditionalProperty"))
        return RestPlan(
            name: names.take("additionalProperties", orAdding: "ByName"),
            type: type,
            checks: valueChecks(ofMap: schema),
            pattern: schema.restPattern,
            doc: DocComment(additional?.inline?.description ?? "The properties that the schema does not name.")
        )
    }

    private mutating func propertyPlan(
        _ entry: OrderedMap<String, Referenced<Schema>>.Entry,
        isRequired: Bool,
        of owner: SwiftName,
        at position: Int,
        in names: inout NameScope
    ) -> PropertyPlan? {
        let propertyName = names.take(SwiftName(member: entry.key), orAdding: "Value")
        let place = owner.adding(SwiftName(type: entry.key))
        guard let type = type(of: entry.value, at: place), let schema = settled(entry.value) else { return nil }
        let described = entry.value.inline ?? entry.value.reference?.siblings
        let doc = described?.doc ?? DocComment(entry.value.reference?.description)
        if !type.isNullable, let values = schema.fixedValues, values.count == 1, isRequired || schema.constant != nil {
            pendingLiterals.append(PendingLiteral(owner: owner, property: position, type: type, value: values[0], isConstant: true))
        } else if !isRequired, let value = schema.defaultValue {
            pendingLiterals.append(PendingLiteral(owner: owner, property: position, type: type, value: value, isConstant: false))
        }
        return PropertyPlan(
            wireName: entry.key,
            name: propertyName,
            type: type.spelt,
            presence: isRequired ? .required : .optional,
            checks: checks(of: schema),
            access: schema.readOnly ? .readOnly : schema.writeOnly ? .writeOnly : .both,
            doc: doc.isEmpty ? DocComment(schema.doc.summary) : doc,
            isDeprecated: described?.deprecated ?? false
        )
    }
}

extension Schema {
    /// What the names of all properties match that have none of their own; nil where others may stand beside them, or where nothing reads it.
    fileprivate var restPattern: String? {
        let patterns = applicators?.patternProperties.keys ?? []
        let isClosed = additionalProperties?.inline?.boolean == false
        guard isClosed || additionalProperties == nil && patterns.count == 1 else { return nil }
        let pattern = patterns.count == 1 ? patterns[0] : patterns.map { "(?:\($0))" }.joined(separator: "|")
        return !patterns.isEmpty && pattern.isReadablePattern ? pattern : nil
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
