import SpecYAML

/// A parameter in `formData`: a field of a form.
struct Swagger2FormField: Sendable {
    let name: String
    let required: Bool
    let isFile: Bool
    let schema: Referenced<Schema>
    /// How a list is written; `nil` for other types.
    let encoding: Encoding?
    let node: YAMLNode
    /// Where a reference to it stands, if it comes by one.
    var usedAt: Location?

    var location: Location { usedAt ?? node.location }

    /// Where a form that begins with it stands, which is not where its own schema does.
    fileprivate var formLocation: Location { usedAt ?? node["in"]?.location ?? node.location }
}

extension Swagger2Parameter {
    var formField: Swagger2FormField? {
        guard case .formField(let field) = self else { return nil }
        return field
    }
}

extension Swagger2FormField: ObjectReadable {
    static let noun = "form parameter"

    init?(reading object: inout ObjectReader) {
        guard let name = object.essential("name") else { return nil }
        self.name = name
        node = object.node
        _ = object.node("in")
        let description = object.string("description")
        required = object.flag("required")
        let allowsEmpty = object.entry("allowEmptyValue")
        let extensions = object.extensions()
        let collection = Swagger2CollectionFormat(reading: &object)
        let items = object.peek("items")
        isFile = object.peek("type")?.hasText("file") == true
        guard let type = Schema.readSwagger2Fields(&object, extensions) else { return nil }
        if case .inline(var schema) = type {
            schema.description = description
            schema.extensions = extensions
            self.schema = .inline(schema)
        } else {
            schema = type
        }
        if type.inline?.types.contains(.array) == true {
            var encoding = Encoding(location: object.location)
            let written = collection.written(in: .query, items: items, object.context)
            (encoding.style, encoding.explode, encoding.collectionFormats) = (written.style, written.explode, written.names)
            self.encoding = encoding
        } else {
            encoding = nil
        }
        if let allowsEmpty, allowsEmpty.value.bool == true {
            object.context.note(at: allowsEmpty.key.location, "'allowEmptyValue' of a form's field says nothing more than its type")
        }
    }
}

extension RequestBody {
    /// A form of these fields; `nil` if there are none.
    init?(form fields: [Swagger2FormField], consumes: [Swagger2MediaType]?, in context: ReadingContext) {
        guard let first = fields.first else { return nil }
        self.init(location: first.location)
        required = fields.contains(where: \.required)
        var schema = Schema(location: first.formLocation)
        schema.types = [.object]
        schema.properties = OrderedMap(fields.map { .init(key: $0.name, location: $0.location, value: $0.schema) })
        schema.required = fields.filter(\.required).map(\.name)
        var encoding = OrderedMap<String, Encoding>()
        for field in fields {
            guard let value = field.encoding else { continue }
            encoding.append(.init(key: field.name, location: field.location, value: value))
        }
        for type in Self.mediaTypes(of: fields, consumes: consumes, at: first.location, in: context) {
            var media = MediaType(location: type.location)
            media.schema = .inline(schema)
            media.encoding = encoding
            content.append(.init(key: type.text, location: type.location, value: .inline(media)))
        }
    }

    /// The forms that `consumes` lists and the fields allow; if none, multipart for files and urlencoded for anything else.
    private static func mediaTypes(
        of fields: [Swagger2FormField],
        consumes: [Swagger2MediaType]?,
        at location: Location,
        in context: ReadingContext
    ) -> [Swagger2MediaType] {
        let (multipart, urlencoded) = ("multipart/form-data", "application/x-www-form-urlencoded")
        let file = fields.first(where: \.isFile)
        let allowed = file == nil ? [urlencoded, multipart] : [multipart]
        let usable = (consumes ?? context.swagger2?.consumes ?? []).filter { allowed.contains($0.essence) }
        guard usable.isEmpty else { return usable }
        if let given = consumes?.first {
            let what = file == nil ? "a form" : "a file"
            context.warning(
                at: given.location,
                "'consumes' must list \(allowed.list) for \(what); it is sent as '\(allowed[0])'"
            )
        }
        return [Swagger2MediaType(text: allowed[0], location: location)]
    }
}
