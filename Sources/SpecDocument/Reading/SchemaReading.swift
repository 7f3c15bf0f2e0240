public import SpecYAML

extension Schema: ObjectReadable {
    /// A mapping, or `true` or `false`; null is taken for a schema that says nothing.
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> Schema? {
        switch (node.kind, node.scalarType) {
        case (.mapping, _):
            var object = ObjectReader(node, noun: noun, context: context)
            var schema = Schema(reading: &object)
            if context.swagger2 != nil, let extensions = schema?.extensions { schema?.finishSwagger2(&object, extensions) }
            object.reportUnknownFields()
            return schema
        case (.scalar, .bool):
            var schema = Schema(location: node.location)
            schema.boolean = node.bool
            return schema
        case (.scalar, .null):
            context.warning(at: node.location, "a schema must be a mapping, not null; write {} for any value")
            return Schema(location: node.location)
        default:
            context.leaveOut(at: node.location, "a schema must be a mapping, not \(node.typeName); correct it, for it is left out")
            return nil
        }
    }

    // The common keywords come first: once all fields of a schema are taken, asking for more costs next to nothing.
    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        // Read before, where there is one.
        _ = object.node("$ref")
        types = object.types()
        description = object.string("description")
        format = object.string("format") ?? object.formatOfType
        properties = object.map("properties")
        readRequired(&object)
        readItems(&object)
        enumeration = object.optionalList("enum")
        for name in ["example", "examples"] as [StaticString] { readExamples(name, &object) }
        nullable = object.flag("nullable")
        title = object.string("title")
        defaultValue = object.node("default")
        guard object.hasUnread else { return }

        additionalProperties = object.read("additionalProperties")
        allOf = object.list("allOf")
        oneOf = object.list("oneOf")
        anyOf = object.list("anyOf")
        constant = object.node("const")
        readOnly = object.flag("readOnly")
        writeOnly = object.flag("writeOnly")
        deprecated = object.flag("deprecated")
        extensions = object.extensions()
        guard object.hasUnread else { return }

        constraints = Constraints(reading: &object)
        discriminator = object.read("discriminator")
        xml = object.read("xml")
        externalDocs = object.read("externalDocs")
        guard object.hasUnread else { return }

        readApplicators(&object)
        identity = Identity(reading: &object)
    }

    /// The names of properties; a boolean, as draft 3 has it, says nothing that counts.
    private mutating func readRequired(_ object: inout ObjectReader) {
        if let node = object.peek("required"), node.scalarType == .bool {
            _ = object.node("required")
            object.context.warning(at: node.location, "'required' of a schema lists properties; name this one in the schema around it")
        } else {
            required = object.list("required")
        }
    }

    /// A schema of all items; a list of schemas, as older drafts have it, is one of the first items.
    private mutating func readItems(_ object: inout ObjectReader) {
        guard let node = object.entry("items")?.value, !node.isNull else { return }
        guard node.kind == .sequence else {
            items = Referenced<Schema>.read(node, in: object.context)
            return
        }
        object.context.warning(at: node.location, "'items' must be one schema, not a list; write 'prefixItems' for one schema an item")
        var rare = Applicators()
        rare.prefixItems = [Referenced<Schema>].read(node, in: object.context) ?? []
        applicators = rare
    }

    private mutating func readExamples(_ name: StaticString, _ object: inout ObjectReader) {
        guard let node = object.node(name) else { return }
        // Of JSON Schema's `examples`, a list, each item is one; many documents write one value there.
        if name.description == "examples", node.kind == .sequence { examples += node.items } else { examples.append(node) }
    }

    private mutating func readApplicators(_ object: inout ObjectReader) {
        guard object.hasUnread, let read = Applicators(reading: &object, extending: applicators) else { return }
        applicators = read
    }
}

extension ObjectReader {
    /// The field `type`: one type or a list of them.
    fileprivate mutating func types() -> [SchemaType] {
        guard let node = entry("type")?.value else { return [] }
        guard node.kind == .sequence else { return type(node).map { Self.alone[$0] ?? [$0] } ?? [] }
        return node.items.compactMap(type)
    }

    /// The format that a type of other languages says as well: `date`, `int64`.
    fileprivate var formatOfType: String? {
        guard let node = peek("type"), node.kind == .scalar, SchemaType(rawValue: node.text) == nil else { return nil }
        if context.swagger2 != nil, node.text == "file" { return nil }
        return SchemaType.meant(by: node.text)?.format
    }

    private func type(_ node: YAMLNode) -> SchemaType? {
        if let type = SchemaType(rawValue: node.text) {
            if node.isNull { context.warning(at: node.location, "the type null must be a string; put it in quotes") }
            return type
        }
        if context.swagger2 != nil, node.hasText("file") { return .string }
        if node.kind == .scalar, let (type, _) = SchemaType.meant(by: node.text) {
            let what = "a schema can't have the type '\(node.text)'"
            context.warning(at: node.location, "\(what); write '\(type.rawValue)', for which it is taken")
            return type
        }
        let names = SchemaType.allCases.map(\.rawValue)
        let what = node.kind == .scalar ? "'\(node.text)'" : node.typeName
        let advice = NearestName.nearest(to: node.text, among: names).map { "write '\($0)'" } ?? "use \(names.list)"
        context.leaveOut(at: node.location, "a schema can't have the type \(what); \(advice), for it is left out")
        return nil
    }

    /// A list of one for each type, so that schemas share it.
    private static let alone = Dictionary(uniqueKeysWithValues: SchemaType.allCases.map { ($0, [$0]) })
}
