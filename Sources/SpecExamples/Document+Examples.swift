public import SchemaValidation
public import SpecDocument
public import SpecYAML

/// An example that a document gives.
public struct GivenExample: Sendable {
    /// Its key in `examples`; nil for the one of `example`.
    public var name: String?
    public var value: SchemaValue
    /// Where the value stands.
    public var location: Location
}

extension Document {
    /// An example of a body in one media type: one that the document gives, or one made of the schema.
    ///
    /// - Parameter access: whether it is sent or answered; what is only for the other is left out of what is made.
    public func example(of media: MediaType, _ access: SchemaAccess) -> SchemaValue? {
        givenExamples(of: media).first?.value ?? (media.schema ?? media.itemSchema).map { example(of: $0, access) }
    }

    /// The examples that the document gives of a body in one media type.
    public func givenExamples(of media: MediaType) -> [GivenExample] { given(media.example, media.examples) }

    /// An example of what a schema allows: one that the document gives and that is of the schema, or one made of it.
    ///
    /// - Parameter variant: which of several values is made, from 0 on.
    public func example(of schema: Referenced<Schema>, _ access: SchemaAccess, variant: Int = 0) -> SchemaValue {
        var maker = ExampleMaker(document: self, access: access, variant: variant)
        return maker.value(of: schema)
    }

    /// An example of a parameter's or a header's value.
    public func example(of format: ValueFormat, _ access: SchemaAccess) -> SchemaValue? {
        if let given = givenExamples(of: format).first { return given.value }
        if let media = format.content.values.first.flatMap({ try? resolve($0) }) { return example(of: media, access) }
        return format.schema.map { example(of: $0, access) }
    }

    /// The examples that the document gives of a parameter's or a header's value.
    public func givenExamples(of format: ValueFormat) -> [GivenExample] { given(format.example, format.examples) }

    private func given(_ one: YAMLNode?, _ several: OrderedMap<String, Referenced<Example>>) -> [GivenExample] {
        let named = several.compactMap { entry -> GivenExample? in
            guard let found = try? resolve(entry.value), let node = found.dataValue ?? found.value else { return nil }
            return GivenExample(name: entry.key, value: SchemaValue(node), location: node.location)
        }
        return (one.map { [GivenExample(name: nil, value: SchemaValue($0), location: $0.location)] } ?? []) + named
    }
}
