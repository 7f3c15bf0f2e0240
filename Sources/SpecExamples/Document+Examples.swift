public import SpecDocument

extension Document {
    /// An example of a body in one media type: one that the document gives, or one made of the schema.
    ///
    /// - Parameter access: whether it is sent or answered; what is only for the other is left out of what is made.
    public func example(of media: MediaType, _ access: ExampleAccess) -> ExampleValue? {
        if let node = media.example { return ExampleValue(node) }
        for example in media.examples.values {
            if let found = try? resolve(example), let node = found.dataValue ?? found.value { return ExampleValue(node) }
        }
        return (media.schema ?? media.itemSchema).map { example(of: $0, access) }
    }

    /// An example of what a schema allows.
    public func example(of schema: Referenced<Schema>, _ access: ExampleAccess) -> ExampleValue {
        var maker = ExampleMaker(document: self, access: access)
        return maker.value(of: schema)
    }

    /// An example of a parameter's or a header's value.
    public func example(of format: ValueFormat, _ access: ExampleAccess) -> ExampleValue? {
        if let node = format.example { return ExampleValue(node) }
        for example in format.examples.values {
            if let found = try? resolve(example), let node = found.dataValue ?? found.value { return ExampleValue(node) }
        }
        if let media = format.content.values.first.flatMap({ try? resolve($0) }) { return example(of: media, access) }
        return format.schema.map { example(of: $0, access) }
    }
}

/// In which direction an example goes.
public enum ExampleAccess: Sendable {
    /// In a request: without what is `readOnly`.
    case request
    /// In an answer: without what is `writeOnly`.
    case response
}
