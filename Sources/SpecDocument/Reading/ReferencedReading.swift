public import SpecYAML

extension Referenced: Readable where Component: SpecDocument.Component {
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> Referenced? {
        if let name = context.componentName(of: node, Component.self) {
            return .reference(Reference<Component>(toComponent: name, at: node.location))
        }
        guard let text = node["$ref"] ?? Component.dynamicReference(node) else {
            return Component.read(node, in: context).map(Referenced.inline)
        }
        guard text.string != nil else {
            let example = Component.exampleReference(inSwagger2: context.swagger2 != nil)
            context.leaveOut(
                at: text.location,
                "'$ref' must be a string, not \(text.typeName); write '\(example)', for \(Component.substitution)"
            )
            return Component.substitute(at: text.location).map(Referenced.inline)
        }
        if let value = Component.holdingSchema(node, text, in: context) { return .inline(value) }
        switch context.table.destination(of: text, Component.self) {
        case nil:
            context.note(ReferenceUse(node: text, owner: node, kind: Component.self, scope: context.swagger2))
            return .reference(Reference(text: text.text, at: text.location, in: node, context: context))
        case .component(let name):
            let text = Reference<Component>(toComponent: name, at: text.location)
            return .reference(Reference(text: text.text, at: text.location, in: node, context: context))
        case .inPlace(let target):
            return context.opening(target) { read(target, in: context) }
        case .nothing where Component.readsSiblings && node.count > 1:
            return Component.read(node, in: context).map(Referenced.inline)
        case .nothing:
            return Component.substitute(at: text.location).map(Referenced.inline)
        }
    }
}

extension Component {
    /// The text of a schema's `$dynamicRef`, which leads where a `$ref` would as far as static types go.
    fileprivate static func dynamicReference(_ node: YAMLNode) -> YAMLNode? {
        guard Self.self == Schema.self, let text = node["$dynamicRef"], text.string != nil else { return nil }
        return node["$dynamicAnchor"] == nil ? text : nil
    }
}

extension Reference where Component: SpecDocument.Component {
    fileprivate init(toComponent name: String, at location: Location) {
        let pointer = JSONPointer(tokens: ["components", Component.section, name])
        self.init(text: "#" + pointer.description.replacing("%", with: "%25"), location: location)
    }

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
