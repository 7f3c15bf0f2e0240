import SpecYAML

extension PathItem {
    private static let swagger2Methods: [(field: StaticString, method: HTTPMethod)] = [
        ("get", .get), ("put", .put), ("post", .post), ("delete", .delete), ("options", .options), ("head", .head), ("patch", .patch),
    ]

    /// Reads a path item of a Swagger 2.0 document; its body and form parameters become part of each operation.
    init(readingSwagger2 object: inout ObjectReader) {
        self.init(location: object.location)
        // Read before, where there is one.
        _ = object.node("$ref")
        let shared: [Swagger2Parameter] = object.list("parameters")
        parameters = shared.compactMap(\.plain)
        var entries: [OrderedMap<HTTPMethod, Operation>.Entry] = []
        for (field, method) in Self.swagger2Methods {
            guard let entry = object.entry(field),
                let operation = Operation.readSwagger2(entry.value, shared: shared, in: object.context)
            else { continue }
            entries.append(.init(key: method, location: entry.key.location, value: operation))
        }
        operations = OrderedMap(entries.sorted { $0.location < $1.location })
        extensions = object.extensions()
        object.leaveOutNewer([
            "trace": "write 'openapi: 3.0.3' to have it", "query": "write 'openapi: 3.2.0' to have it",
            "servers": "use 'host', 'basePath' and 'schemes' of the document", "summary": "move it to the operations",
            "description": "move it to the operations",
        ])
    }
}
