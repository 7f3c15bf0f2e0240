public import SpecYAML

extension Operation: ObjectReadable {
    static let noun = "operation"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        operationId = object.read("operationId")
        summary = object.string("summary")
        description = object.string("description")
        tags = object.list("tags")
        parameters = object.list("parameters")
        requestBody = object.read("requestBody")
        if let read: Responses = object.read("responses") {
            responses = read
        } else {
            object.missing("responses")
        }
        deprecated = object.flag("deprecated")
        security = object.optionalList("security")
        externalDocs = object.read("externalDocs")
        callbacks = object.map("callbacks")
        servers = object.list("servers")
        webSocket = object.read("x-websocket")
        extensions = object.extensions()
    }
}

extension Operation.Identifier: Readable {
    /// `nil` for what another operation is called already.
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> Operation.Identifier? {
        guard let text = String.read(node, in: context) else { return nil }
        guard let first = context.firstOperation(called: text, at: node.location) else { return Self(text: text, location: node.location) }
        let consequence = "give this one another, for it is named for its method and path"
        context.warning(at: node.location, "the operationId '\(text)' is already at \(first); \(consequence)")
        return nil
    }
}

extension Callback: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        extensions = object.extensions()
        for entry in object.remaining() {
            guard let item = Referenced<PathItem>.read(entry.value, in: object.context) else { continue }
            paths.append(.init(key: entry.key.text, location: entry.key.location, value: item))
        }
    }
}
