import CloudFlowRuntime
import HTTPTypes
import SchemaValidation
import SpecDocument
import SpecExamples

/// Takes the body of a request for what its media type says, and holds it against its schema.
struct BodyReading {
    private let texts: TextReading

    init(_ document: Document) { texts = TextReading(document) }

    /// What is wrong with a body; nil where nothing is.
    func objection(to bytes: [UInt8], of request: APIRequest, as description: RequestBody?) -> Objection? {
        guard let description, !description.content.isEmpty else { return nil }
        let field = request.head.headerFields[.contentType]
        if bytes.isEmpty, field == nil || description.content.keys.allSatisfy(\.isJSONType) {
            return description.required ? .malformedBody("the body is missing") : nil
        }
        let accepted = description.content.keys.map { CloudFlowRuntime.MediaType(stringLiteral: $0) }
        let sent = CloudFlowRuntime.MediaType(stringLiteral: field ?? "application/octet-stream")
        guard let best = sent.best(among: accepted), let key = description.content.keys.first(where: { $0 == best.text }),
            let media = description.content[key].flatMap({ try? texts.document.resolve($0) })
        else { return .mediaType }
        guard let schema = media.schema else { return sent.essence.isJSONType && SchemaValue(json: bytes) == nil ? Self.noJSON : nil }
        return objection(to: bytes, sent, schema)
    }

    private static let noJSON = Objection.malformedBody("the body is no JSON")

    private func objection(to bytes: [UInt8], _ type: CloudFlowRuntime.MediaType, _ schema: Referenced<Schema>) -> Objection? {
        let value: SchemaValue
        switch type.essence {
        case let essence where essence.isJSONType:
            guard let json = SchemaValue(json: bytes) else { return Self.noJSON }
            value = json
        case "application/x-www-form-urlencoded":
            let text = String(decoding: bytes, as: UTF8.self)
            guard let pairs = [Pair](form: text[...]) else { return .malformedBody("the form is not percent-encoded UTF-8") }
            value = form(pairs.map { ($0.name, $0.value) }, schema)
        case "multipart/form-data":
            guard let boundary = type.boundary, let parts = try? MultipartPart.parts(of: bytes, boundary: boundary) else {
                return .malformedBody("the body is no form of parts")
            }
            value = form(parts.compactMap { part in part.name.map { ($0, part.text ?? "") } }, schema)
        case let essence where essence.hasPrefix("text/"):
            guard essence == "text/plain", let text = String(validating: bytes, as: UTF8.self) else { return nil }
            value = texts.value(of: text, schema)
        default:
            return nil
        }
        return texts.validator.problems(of: value, in: schema).first.map { .invalidBody("the body: \($0)") }
    }

    /// The fields of a form, of which several may have one name.
    private func form(_ fields: [(name: String, value: String)], _ schema: Referenced<Schema>) -> SchemaValue {
        var names: [String] = []
        for field in fields where !names.contains(field.name) { names.append(field.name) }
        return .object(
            names.map { name in
                let values = fields.filter { $0.name == name }.map(\.value)
                return .init(name, texts.property(name, of: schema).map { texts.value(of: values, $0) } ?? texts.untyped(values))
            }
        )
    }
}

extension TextReading {
    fileprivate func untyped(_ texts: [String]) -> SchemaValue {
        texts.count == 1 ? .string(texts[0]) : .array(texts.map { .string($0) })
    }
}
