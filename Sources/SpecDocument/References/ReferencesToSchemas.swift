public import SpecYAML

// References to schemas where what has a schema is needed: many descriptions have them, and what they mean is clear.

extension Component {
    /// Reads a reference to a schema as what holds it; `nil` for any other reference.
    static func holdingSchema(_ node: YAMLNode, _ text: YAMLNode, in context: ReadingContext) -> Self? {
        let home = context.swagger2 == nil ? "#/components/schemas/" : "#/definitions/"
        guard Self.self != Schema.self, text.text.hasPrefix(home), let schema = Referenced<Schema>.read(node, in: context),
            let value = holding(schema, at: node.location, in: context)
        else { return nil }
        let wanted = noun.withArticle
        let advice = "write \(wanted) that has it, for which it is taken"
        context.warning(at: text.location, "'\(text.text)' is a schema, but \(wanted) is needed; \(advice)")
        return value
    }
}

extension MediaType {
    public static func holding(_ schema: Referenced<Schema>, at location: Location, in context: ReadingContext) -> MediaType? {
        var media = MediaType(location: location)
        media.schema = schema
        return media
    }
}

extension OrderedMap<String, Referenced<MediaType>> {
    /// Contents in all media types that a document has by default: JSON, unless it is of Swagger 2.0 and says otherwise.
    fileprivate init(_ schema: Referenced<Schema>, at location: Location, in types: [String]?) {
        self.init()
        for type in types ?? ["application/json"] {
            var media = MediaType(location: location)
            media.schema = schema
            append(Entry(key: type, location: location, value: .inline(media)))
        }
    }
}

extension Response {
    public static func holding(_ schema: Referenced<Schema>, at location: Location, in context: ReadingContext) -> Response? {
        var response = Response(location: location)
        response.content = OrderedMap(schema, at: location, in: context.swagger2?.produces?.map(\.text))
        return response
    }
}

extension RequestBody {
    public static func holding(_ schema: Referenced<Schema>, at location: Location, in context: ReadingContext) -> RequestBody? {
        var body = RequestBody(location: location)
        body.content = OrderedMap(schema, at: location, in: nil)
        return body
    }
}

extension Header {
    public static func holding(_ schema: Referenced<Schema>, at location: Location, in context: ReadingContext) -> Header? {
        var header = Header(location: location)
        header.format.schema = schema
        return header
    }
}
