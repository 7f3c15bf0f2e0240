import SpecYAML

extension Components {
    /// Reads the sections of a Swagger 2.0 document, which stand at its root.
    init(readingSwagger2 object: inout ObjectReader) {
        self.init(location: object.location)
        schemas = object.map("definitions")
        responses = object.map("responses")
        securitySchemes = object.map("securityDefinitions")
        for entry in object.map("parameters") as OrderedMap<String, Swagger2Parameter> {
            switch entry.value {
            case .plain(let parameter):
                parameters.append(.init(key: entry.key, location: entry.location, value: parameter))
            case .body(let body):
                let body = body.requestBody(consumes: nil, in: object.context)
                requestBodies.append(.init(key: entry.key, location: entry.location, value: body))
            case .formField:
                // Becomes a part of the body wherever an operation refers to it.
                break
            }
        }
    }
}
