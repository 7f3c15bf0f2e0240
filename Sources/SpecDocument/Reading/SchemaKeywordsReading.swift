import SpecYAML

extension Schema.Constraints {
    /// `nil` if the schema has none of these keywords.
    init?(reading object: inout ObjectReader) {
        let before = object.unreadCount
        minimum = object.number("minimum")
        maximum = object.number("maximum")
        minLength = object.count("minLength")
        maxLength = object.count("maxLength")
        pattern = object.string("pattern")
        minItems = object.count("minItems")
        maxItems = object.count("maxItems")
        uniqueItems = object.flag("uniqueItems")
        exclusiveMinimum = object.exclusiveBound("exclusiveMinimum")
        exclusiveMaximum = object.exclusiveBound("exclusiveMaximum")
        multipleOf = object.number("multipleOf")
        minProperties = object.count("minProperties")
        maxProperties = object.count("maxProperties")
        minContains = object.count("minContains")
        maxContains = object.count("maxContains")
        dependentRequired = object.map("dependentRequired")
        if object.unreadCount == before { return nil }
    }
}

extension ObjectReader {
    /// A number, or `true` or `false` as OpenAPI 3.0 has it.
    fileprivate mutating func exclusiveBound(_ name: StaticString) -> Schema.ExclusiveBound? {
        guard let node = peek(name) else { return nil }
        if node.bool != nil { return bool(name).map(Schema.ExclusiveBound.flag) }
        return number(name).map(Schema.ExclusiveBound.number)
    }
}

extension Schema.Applicators {
    /// `nil` if the schema has none of these keywords beyond those already read.
    init?(reading object: inout ObjectReader, extending read: Self?) {
        let before = object.unreadCount
        self = read ?? Self()
        not = object.read("not")
        prefixItems += object.list("prefixItems")
        patternProperties = object.map("patternProperties")
        propertyNames = object.read("propertyNames")
        contains = object.read("contains")
        ifSchema = object.read("if")
        thenSchema = object.read("then")
        elseSchema = object.read("else")
        unevaluatedItems = object.read("unevaluatedItems")
        unevaluatedProperties = object.read("unevaluatedProperties")
        dependentSchemas = object.map("dependentSchemas")
        contentEncoding = object.string("contentEncoding")
        contentMediaType = object.string("contentMediaType")
        contentSchema = object.read("contentSchema")
        if object.unreadCount == before { return nil }
    }
}

extension Schema.Identity {
    /// `nil` if the schema has none of these keywords.
    init?(reading object: inout ObjectReader) {
        let before = object.unreadCount
        dialect = object.string("$schema")
        id = object.string("$id")
        anchor = object.string("$anchor")
        dynamicAnchor = object.string("$dynamicAnchor")
        dynamicReference = object.string("$dynamicRef")
        comment = object.string("$comment")
        definitions = object.map("$defs")
        // Before 2019 JSON Schema called them so.
        if definitions.isEmpty { definitions = object.map("definitions") }
        if object.unreadCount == before { return nil }
        if let id { object.context.identify(id, object.node) }
        for name in [anchor, dynamicAnchor].compactMap(\.self) { object.context.identify("#" + name, object.node) }
    }
}
