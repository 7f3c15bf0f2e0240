public import SpecYAML

extension Referenced: Readable where Component: SpecDocument.Component {
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> Referenced? {
        guard let text = node["$ref"] else { return Component.read(node, in: context).map(Referenced.inline) }
        guard let reference = text.string else {
            context.error(
                at: text.location,
                "'$ref' must be a string, not \(text.typeName); write '\(Component.exampleReference(inSwagger2: context.swagger2 != nil))'"
            )
            return nil
        }
        context.note(ReferenceUse(text: reference, location: text.location, kind: Component.self))
        return .reference(Reference(text: reference, at: text.location, in: node, context: context))
    }
}

extension Reference where Component: SpecDocument.Component {
    fileprivate init(text: String, at location: Location, in node: YAMLNode, context: ReadingContext) {
        self.init(text: text, location: location)
        guard node.entries.count > 1 else { return }
        if Component.readsSiblings {
            siblings = Component.read(node, in: context)
            return
        }
        var object = ObjectReader(node, noun: "reference", context: context)
        _ = object.node("$ref")
        summary = object.string("summary")
        description = object.string("description")
        extensions = object.extensions()
        for entry in object.remaining() {
            let name = entry.key.text
            context.warning(at: entry.key.location, "'\(name)' beside '$ref' has no effect; put it where the reference leads, or remove it")
        }
    }
}
