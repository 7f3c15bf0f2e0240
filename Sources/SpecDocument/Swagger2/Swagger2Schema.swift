import SpecYAML

extension Schema {
    /// Reads what the fields of a parameter or a header say about its type, once its own fields are taken.
    static func readSwagger2Fields(_ object: inout ObjectReader, _ extensions: Extensions) -> Referenced<Schema>? {
        if let entry = object.entry("schema"), !entry.value.isNull {
            object.context.warning(
                at: entry.key.location,
                "'schema' is for body parameters only in Swagger 2.0; write its fields beside 'type'"
            )
            return Referenced<Schema>.read(entry.value, in: object.context)
        }
        if object.peek("type") == nil, object.peek("enum") == nil {
            object.context.warning(
                at: object.location,
                "\(object.noun.withArticle) without 'type'; add it, for it is taken for any text"
            )
        }
        guard var schema = Schema(reading: &object) else { return nil }
        schema.finishSwagger2(&object, extensions)
        return .inline(schema)
    }

    /// Applies what Swagger 2.0 writes otherwise than OpenAPI 3.0, once the keywords they share are read.
    ///
    /// - Parameter extensions: of the construct that the schema belongs to.
    mutating func finishSwagger2(_ object: inout ObjectReader, _ extensions: Extensions) {
        if types == [.string], object.node["type"]?.hasText("file") == true { format = "binary" }
        if !extensions.isEmpty, let node = extensions["x-nullable"] {
            if let value = node.bool {
                nullable = value
            } else {
                object.context.warning(at: node.location, "'x-nullable' must be true or false, not \(node.typeName); it has no effect")
            }
        }
        if object.hasUnread, let entry = object.entry("collectionFormat"), types.contains(.array) || !entry.value.hasText("csv") {
            object.context.note(
                at: entry.key.location,
                "'collectionFormat' counts for parameters and headers themselves; it has no effect here"
            )
        }
        warnOfNewerKeywords(object)
    }

    private func warnOfNewerKeywords(_ object: ObjectReader) {
        if !oneOf.isEmpty { object.acceptNewer("oneOf") }
        if !anyOf.isEmpty { object.acceptNewer("anyOf") }
        if nullable { object.acceptNewer("nullable") }
        if writeOnly { object.acceptNewer("writeOnly") }
        if deprecated { object.acceptNewer("deprecated") }
        if constant != nil { object.acceptNewer("const") }
        guard let applicators else { return }
        if applicators.not != nil { object.acceptNewer("not") }
        if !applicators.patternProperties.isEmpty { object.acceptNewer("patternProperties") }
    }
}
