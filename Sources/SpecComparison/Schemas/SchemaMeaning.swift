import SpecDocument
import SpecYAML

/// What a schema says by itself, without following references.
extension Schema {
    /// Whether it allows null alone.
    var isNull: Bool {
        guard allOf.isEmpty, oneOf.isEmpty, anyOf.isEmpty, applicators == nil, types.isEmpty || types.contains(.null) || nullable else {
            return false
        }
        return types == [.null] || enumeration?.count == 1 && enumeration?.first?.isNull == true || constant?.isNull == true
    }

    /// The types that it names, or those of the only values that it allows; `nil` if it says neither.
    var typesOfValues: TypeSet? {
        if !types.isEmpty { return TypeSet(types).union(nullable ? .null : []) }
        return listedValues.map { TypeSet(of: $0) }
    }

    /// The only values that it allows; `nil` if there may be others.
    fileprivate var listedValues: [YAMLNode]? { constant.map { [$0] } ?? enumeration }

    /// The rarer keywords without those that say nothing here, and without what commoner ones say.
    var canonicalApplicators: Applicators? {
        guard var rest = applicators else { return nil }
        if rest.not?.allowsNothing == true { rest.not = nil }
        if rest.thenSchema?.allowsAnything ?? true, rest.elseSchema?.allowsAnything ?? true { rest.ifSchema = nil }
        if rest.propertyNames?.allowsAnyText == true { rest.propertyNames = nil }
        if constraints?.minContains == 0, constraints?.maxContains == nil, rest.unevaluatedItems == nil { rest.contains = nil }
        if additionalProperties == nil, rest.unevaluatedProperties == nil {
            rest.patternProperties = rest.patternProperties.filtered { !$0.value.allowsAnything }
        }
        rest.dependentSchemas = rest.dependentSchemas.filtered { !$0.value.allowsAnything && $0.value.requiredAlone == nil }
        return rest
    }

    /// The properties that others ask for, by `dependentRequired` or by `dependentSchemas`.
    var canonicalDependents: OrderedMap<String, [String]> {
        var dependents = constraints?.dependentRequired ?? OrderedMap()
        for entry in applicators?.dependentSchemas ?? OrderedMap() {
            guard let names = entry.value.requiredAlone else { continue }
            let known = dependents[entry.key] ?? []
            dependents.append(.init(key: entry.key, location: entry.location, value: known + names.filter { !known.contains($0) }))
        }
        return dependents
    }
}

extension Referenced<Schema> {
    /// Whether it says nothing: `true`, or a schema without keywords that count.
    var allowsAnything: Bool {
        guard let schema = inline, schema.boolean != false else { return false }
        return schema.boolean == true
            || schema.types.isEmpty && schema.format == nil && schema.enumeration == nil && schema.constant == nil
                && schema.properties.isEmpty
                && schema.required.isEmpty && schema.additionalProperties == nil && schema.items == nil && schema.allOf.isEmpty
                && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.constraints == nil && schema.applicators == nil
    }

    /// Whether it is the schema `false`.
    var allowsNothing: Bool { inline?.boolean == false }

    /// Whether it is sure to allow null, among other values.
    var takesNull: Bool {
        guard let schema = inline, schema.boolean != false, schema.allOf.isEmpty, schema.oneOf.isEmpty, schema.anyOf.isEmpty,
            schema.applicators == nil, schema.properties.isEmpty, schema.items == nil,
            schema.listedValues?.contains(where: \.isNull) ?? true
        else { return false }
        return schema.types.isEmpty || schema.types.contains(.null) || schema.nullable
    }

    /// Whether it says nothing of a text.
    fileprivate var allowsAnyText: Bool {
        guard var schema = inline, schema.types.isEmpty || schema.types.contains(.string) else { return false }
        schema.types = []
        return Referenced.inline(schema).allowsAnything
    }

    /// The names that it requires, where it says nothing else.
    fileprivate var requiredAlone: [String]? {
        guard var schema = inline, !schema.required.isEmpty else { return nil }
        let names = schema.required
        schema.required = []
        return Referenced.inline(schema).allowsAnything ? names : nil
    }
}

extension OrderedMap {
    fileprivate func filtered(_ isKept: (Entry) -> Bool) -> OrderedMap { OrderedMap(filter(isKept)) }
}
