import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    mutating func bodyPlan(of operation: Operation, for typeName: SwiftName, in names: inout NameScope) throws(Unplanned) -> BodyPlan? {
        guard let reference = operation.requestBody, let body = lookUp(reference) else { return nil }
        guard let first = body.content.first else { return nil }
        guard let json = jsonContent(body.content, of: "a request body") else {
            throw Unplanned(at: first.location, "a request body as '\(first.key)' is not generated yet")
        }
        var type = bodyType(of: json, at: typeName.adding("Body"))
        if case .optional(let wrapped) = type {
            warn(at: first.location, "null as the whole body of a request is not generated yet; it can't be sent")
            type = wrapped
        }
        return BodyPlan(
            name: names.take("body", orAdding: "Content"),
            type: type,
            isRequired: body.required,
            doc: DocComment(body.description)
        )
    }

    /// The type of a response's body; nil where it has none that can be generated.
    mutating func bodyType(of response: Response, at place: SwiftName) -> SwiftType? {
        guard let first = response.content.first else { return nil }
        guard let json = jsonContent(response.content, of: "a response") else {
            warn(at: first.location, "a response as '\(first.key)' is not generated yet; the body is left out")
            return nil
        }
        return bodyType(of: json, at: place)
    }

    private mutating func bodyType(of json: MediaType, at place: SwiftName) -> SwiftType {
        guard let schema = json.schema else { return .json }
        reportUncheckedConstraints(of: schema)
        return (type(of: schema, at: place) ?? .json).spelt
    }

    private mutating func jsonContent(_ content: OrderedMap<String, Referenced<MediaType>>, of what: String) -> MediaType? {
        guard let json = content.first(where: { $0.key.isJSONMediaType }) else { return nil }
        for other in content where other.key != json.key {
            warn(at: other.location, "\(what) as '\(other.key)' is not generated yet; only '\(json.key)' is")
        }
        return lookUp(json.value)
    }
}

extension String {
    /// `application/json`, and whatever ends in `+json`.
    var isJSONMediaType: Bool { essence == "application/json" || essence.hasSuffix("+json") }

    /// A media type without its parameters, in lower case.
    var essence: String { prefix { $0 != ";" }.lowercased().filter { $0 != " " } }
}
