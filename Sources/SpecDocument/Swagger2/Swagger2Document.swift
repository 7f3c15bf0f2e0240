import SpecYAML

extension Document {
    /// Reads the root of a Swagger 2.0 document, whose field `swagger` is taken already.
    init(readingSwagger2 object: inout ObjectReader, version: OpenAPIVersion, info: Info) {
        self.init(root: object.node, version: version, info: info)
        let context = object.context
        var scope = Swagger2Scope(root: root)
        scope.consumes = object.optionalList("consumes")
        scope.produces = object.optionalList("produces")
        context.swagger2 = scope
        swagger2 = scope
        servers = Swagger2Address(reading: &object).servers(schemes: object.optionalList("schemes"), in: context)
        if object.peek("paths") == nil {
            context.warning(at: object.location, "an API description without 'paths'; add it, for there is nothing to call")
        }
        paths = object.read("paths").map { (paths: Paths) in paths.items } ?? OrderedMap()
        components = Components(readingSwagger2: &object)
        security = object.list("security")
        tags = object.list("tags")
        externalDocs = object.read("externalDocs")
        extensions = object.extensions()
        object.leaveOutNewer([
            "components": "use 'definitions', 'parameters', 'responses' and 'securityDefinitions'",
            "servers": "use 'host', 'basePath' and 'schemes'",
            "webhooks": "write 'openapi: 3.1.0' to have them",
            "jsonSchemaDialect": "write 'openapi: 3.1.0' to have it",
        ])
    }
}

extension OpenAPIVersion {
    /// Reads the value of the field `swagger`.
    init?(swagger node: YAMLNode, in context: ReadingContext) {
        guard let version = OpenAPIVersion(text: node.text), (version.major, version.minor) == (2, 0) else {
            let what = node.kind == .scalar ? "'\(node.text)'" : "version \(node.typeName)"
            context.refuse(at: node.location, "there is no Swagger \(what) that is supported; use '2.0', or OpenAPI 3.0, 3.1 or 3.2")
            return nil
        }
        if node.string == nil {
            context.warning(at: node.location, "'swagger' must be a string, not a number; put it in quotes")
        }
        self = version
    }
}
