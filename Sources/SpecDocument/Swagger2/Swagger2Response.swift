import SpecYAML

extension Referenced<Response> {
    /// Reads a response of an operation; what others share is copied where the operation has media types of its own.
    static func readSwagger2(_ node: YAMLNode, produces: [Swagger2MediaType]?, in context: ReadingContext) -> Referenced<Response>? {
        guard let produces, let scope = context.swagger2 else { return read(node, in: context) }
        guard node["$ref"] != nil else { return Response.readSwagger2(node, produces: produces, in: context).map(inline) }
        let shared = (scope.produces ?? []).orJSON(at: node.location).map(\.text)
        guard produces.orJSON(at: node.location).map(\.text) != shared, let target = context.resolved(node), target["schema"] != nil else {
            return read(node, in: context)
        }
        return Response.readSwagger2(target, produces: produces, in: context).map(inline)
    }
}

extension Response {
    fileprivate static func readSwagger2(_ node: YAMLNode, produces: [Swagger2MediaType], in context: ReadingContext) -> Response? {
        guard node.kind == .mapping else { return read(node, in: context) }
        var object = ObjectReader(node, noun: noun, context: context)
        let response = Response(readingSwagger2: &object, produces: produces)
        object.reportUnknownFields()
        return response
    }

    /// Reads a response of a Swagger 2.0 document.
    ///
    /// - Parameter produces: of the operation, else of the document.
    init(readingSwagger2 object: inout ObjectReader, produces: [Swagger2MediaType]) {
        self.init(location: object.location)
        if let text = object.string("description") {
            description = text
        } else {
            object.missing("description")
        }
        headers = object.map("headers")
        if let node = object.peek("schema"), let schema: Referenced<Schema> = object.read("schema") {
            content = Swagger2Body(schema: schema, node: node, mediaTypes: produces, field: "produces").content(in: object.context)
        }
        readExamples(&object)
        extensions = object.extensions()
        object.leaveOutNewer([
            "content": "use 'schema', and 'produces' of the operation", "links": "write 'openapi: 3.0.3' to have them",
        ])
    }

    /// An example for each media type; one that nobody listed is shown to be used, so that it is one more of the response.
    private mutating func readExamples(_ object: inout ObjectReader) {
        let examples: OrderedMap<String, YAMLNode> = object.map("examples")
        guard let first = content.first?.value.inline else {
            for example in examples {
                object.context.note(at: example.location, "the example for '\(example.key)' is left out, for the response has no 'schema'")
            }
            return
        }
        for example in examples {
            let essence = Swagger2MediaType(text: example.key, location: example.location).essence
            let match = content.first { Swagger2MediaType(text: $0.key, location: $0.location).essence == essence }
            var media = match?.value.inline ?? MediaType(location: example.location)
            media.schema = first.schema
            media.example = example.value
            content.append(.init(key: match?.key ?? example.key, location: match?.location ?? example.location, value: .inline(media)))
            guard match == nil else { continue }
            let advice = "it is one more type of this response, for there is an example"
            object.context.note(at: example.location, "'produces' does not list '\(example.key)'; \(advice)")
        }
    }
}
