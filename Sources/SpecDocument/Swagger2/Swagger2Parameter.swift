import SpecYAML

/// An item of `parameters` in a Swagger 2.0 document, by what becomes of it.
enum Swagger2Parameter: Sendable {
    /// In the path, the query or a header.
    case plain(Referenced<Parameter>)
    case body(Swagger2BodyParameter)
    case formField(Swagger2FormField)

    var plain: Referenced<Parameter>? {
        guard case .plain(let parameter) = self else { return nil }
        return parameter
    }
}

extension Swagger2Parameter: Readable {
    static func read(_ node: YAMLNode, in context: ReadingContext) -> Swagger2Parameter? {
        let target = context.resolved(node) ?? node
        switch target["in"] {
        case .some(let place) where place.hasText("body"):
            return .body(Swagger2BodyParameter(node: target, reference: node["$ref"]))
        case .some(let place) where place.hasText("formData"):
            guard var field = Swagger2FormField.read(target, in: context) else { return nil }
            field.usedAt = node["$ref"]?.location
            return .formField(field)
        default:
            return Referenced<Parameter>.read(node, in: context).map(plain)
        }
    }
}

extension Parameter {
    /// Reads a parameter of a Swagger 2.0 document that is neither a body nor a part of a form.
    init?(readingSwagger2 object: inout ObjectReader) {
        guard let name = object.essential("name"), let place = Self.swagger2Place(&object) else { return nil }
        self.init(name: name, in: place, location: object.location)
        description = object.string("description")
        required = object.flag("required")
        allowEmptyValue = object.flag("allowEmptyValue")
        extensions = object.extensions()
        format = ValueFormat(readingSwagger2: &object, in: place, extensions)
        deprecated = format.schema?.inline?.deprecated ?? false
        if place == .path, !required {
            object.context.warning(at: location, "the path parameter '\(name)' is not marked as required; add 'required: true'")
            required = true
        }
    }

    private static func swagger2Place(_ object: inout ObjectReader) -> Place? {
        guard let node = object.entry("in")?.value else {
            object.leaveOut(without: "in")
            return nil
        }
        switch Place(rawValue: node.text) {
        case .some(let place) where [.path, .query, .header].contains(place):
            return place
        case .cookie:
            object.context.warning(at: node.location, "Swagger 2.0 has no parameters in cookies; it is read as in OpenAPI 3")
            return .cookie
        default:
            object.leaveOut()
            let places = ["path", "query", "header", "body", "formData"]
            let advice = NearestName.nearest(to: node.text, among: places).map { "write '\($0)'" } ?? "use \(places.list)"
            object.context.leaveOut(at: node.location, "a parameter can't be in '\(node.text)'; \(advice), for it is left out")
            return nil
        }
    }
}

extension Header {
    /// Reads a header of a Swagger 2.0 document.
    init(readingSwagger2 object: inout ObjectReader) {
        self.init(location: object.location)
        description = object.string("description")
        extensions = object.extensions()
        format = ValueFormat(readingSwagger2: &object, in: .header, extensions)
    }
}

extension ValueFormat {
    /// Reads what a parameter or a header has of a schema, and how lists are put into text.
    fileprivate init(readingSwagger2 object: inout ObjectReader, in place: Parameter.Place, _ extensions: Extensions) {
        self.init()
        let collection = Swagger2CollectionFormat(reading: &object)
        let items = object.peek("items")
        let type = Schema.readSwagger2Fields(&object, extensions)
        schema = type
        if type?.inline?.types.contains(.array) == true {
            let written = collection.written(in: place, items: items, object.context)
            (style, explode, collectionFormats) = (written.style, written.explode, written.names)
        }
        object.leaveOutNewer([
            "style": "use 'collectionFormat'", "explode": "use 'collectionFormat'", "content": "use 'type'",
            "allowReserved": "write 'openapi: 3.0.3' to have it",
        ])
    }
}
