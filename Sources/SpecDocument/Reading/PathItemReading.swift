import SpecYAML

extension PathItem: ObjectReadable {
    /// The fields for the methods that OpenAPI knows.
    private static let methods: [(field: StaticString, method: HTTPMethod)] = [
        ("get", .get), ("put", .put), ("post", .post), ("delete", .delete), ("options", .options), ("head", .head),
        ("patch", .patch), ("trace", .trace), ("query", .query),
    ]

    init?(reading object: inout ObjectReader) {
        if object.context.swagger2 != nil {
            self.init(readingSwagger2: &object)
            return
        }
        self.init(location: object.location)
        // Read before, where there is one.
        _ = object.node("$ref")
        summary = object.string("summary")
        description = object.string("description")
        servers = object.list("servers")
        parameters = object.list("parameters")
        var entries: [OrderedMap<HTTPMethod, Operation>.Entry] = []
        for (field, method) in Self.methods {
            guard let entry = object.entry(field), let operation = Operation.read(entry.value, in: object.context) else { continue }
            entries.append(.init(key: method, location: entry.key.location, value: operation))
        }
        let additional: OrderedMap<String, Operation> = object.map("additionalOperations")
        for entry in additional {
            guard Self.isFree(entry, among: entries, object.context) else { continue }
            entries.append(.init(key: HTTPMethod(rawValue: entry.key), location: entry.location, value: entry.value))
        }
        for index in entries.indices where entries[index].key != .get {
            guard let webSocket = entries[index].value.webSocket else { continue }
            let rule = "only GET opens a websocket (RFC 6455, section 4.1)"
            object.context.warning(at: webSocket.location, "\(rule); 'x-websocket' is left out")
            entries[index].value.webSocket = nil
        }
        operations = OrderedMap(entries.sorted { $0.location < $1.location })
        extensions = object.extensions()
    }

    /// Whether an additional operation has a method of its own: a word that HTTP takes for one, and that no field stands for.
    private static func isFree(
        _ entry: OrderedMap<String, Operation>.Entry,
        among others: [OrderedMap<HTTPMethod, Operation>.Entry],
        _ context: ReadingContext
    ) -> Bool {
        guard entry.key.isHTTPToken else {
            let rule = "letters, digits and '-' make a method (RFC 9110, section 9.1)"
            context.leaveOut(at: entry.location, "'\(entry.key)' can't be a method; \(rule), for this operation is left out")
            return false
        }
        guard let fixed = methods.first(where: { $0.method.rawValue == entry.key }) else { return true }
        if let other = others.first(where: { $0.key == fixed.method }) {
            let what = "the path has an operation for \(entry.key) at \(other.location) already"
            context.leaveOut(at: entry.location, "\(what); keep one of the two, for this one is left out")
            return false
        }
        context.warning(at: entry.location, "\(entry.key) is no additional method; write it as the field '\(fixed.field)'")
        return true
    }
}
