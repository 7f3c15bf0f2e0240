extension Components: ObjectReadable {
    static let noun = "components object"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        schemas = object.map("schemas")
        responses = object.map("responses")
        parameters = object.map("parameters")
        examples = object.map("examples")
        requestBodies = object.map("requestBodies")
        headers = object.map("headers")
        securitySchemes = object.map("securitySchemes")
        links = object.map("links")
        callbacks = object.map("callbacks")
        pathItems = object.map("pathItems")
        mediaTypes = object.map("mediaTypes")
        extensions = object.extensions()
    }
}
