import SpecYAML

extension Operation {
    /// Reads an operation of a Swagger 2.0 document.
    ///
    /// - Parameter shared: the parameters of its path item.
    static func readSwagger2(_ node: YAMLNode, shared: [Swagger2Parameter], in context: ReadingContext) -> Operation? {
        guard node.kind == .mapping else {
            context.leaveOut(
                at: node.location,
                "\(noun.withArticle) must be a mapping, not \(node.typeName); correct it, for it is left out"
            )
            return nil
        }
        var object = ObjectReader(node, noun: noun, context: context)
        let operation = Operation(readingSwagger2: &object, shared: shared)
        object.reportUnknownFields()
        return operation
    }

    private init(readingSwagger2 object: inout ObjectReader, shared: [Swagger2Parameter]) {
        self.init(location: object.location)
        operationId = object.read("operationId")
        summary = object.string("summary")
        description = object.string("description")
        tags = object.list("tags")
        let consumes: [Swagger2MediaType]? = object.optionalList("consumes")
        let produces: [Swagger2MediaType]? = object.optionalList("produces")
        let own: [Swagger2Parameter] = object.list("parameters")
        parameters = own.compactMap(\.plain)
        requestBody = Swagger2RequestParts(own: own, shared: shared, in: object.context).requestBody(consumes: consumes, in: object.context)
        readResponses(&object, produces: produces)
        readServers(&object)
        deprecated = object.flag("deprecated")
        security = object.optionalList("security")
        externalDocs = object.read("externalDocs")
        extensions = object.extensions()
        object.leaveOutNewer([
            "requestBody": "write a parameter with 'in: body' instead", "callbacks": "write 'openapi: 3.0.3' to have them",
            "servers": "use 'schemes', and 'host' and 'basePath' of the document",
        ])
    }

    private mutating func readResponses(_ object: inout ObjectReader, produces: [Swagger2MediaType]?) {
        guard let node = object.peek("responses"), !node.isNull else {
            _ = object.node("responses")
            object.missing("responses")
            return
        }
        _ = object.node("responses")
        guard node.kind == .mapping else {
            // Says what is wrong with it.
            _ = Responses.read(node, in: object.context)
            return
        }
        var reader = ObjectReader(node, noun: Responses.noun, context: object.context)
        responses = Responses(reading: &reader) { node, context in
            Referenced<Response>.readSwagger2(node, produces: produces, in: context)
        }
    }

    /// The operation's own `schemes` on the host of the document.
    private mutating func readServers(_ object: inout ObjectReader) {
        guard let schemes: [String] = object.optionalList("schemes"), !schemes.isEmpty, let root = object.context.swagger2?.root,
            root["schemes"]?.items.map(\.text) != schemes
        else { return }
        servers = Swagger2Address.quietly(of: root).servers(schemes: schemes, in: object.context)
    }
}
