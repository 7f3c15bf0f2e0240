public import SpecYAML

extension Discriminator: ObjectReadable {
    static let noun = "discriminator"

    /// A mapping; a string, as Swagger 2.0 has it, is taken for the name of the property.
    public static func read(_ node: YAMLNode, in context: ReadingContext) -> Discriminator? {
        if let name = node.string {
            if context.swagger2 == nil {
                context.warning(at: node.location, "a discriminator must be a mapping; write 'propertyName: \(name)' below it")
            }
            return Discriminator(propertyName: name, location: node.location)
        }
        guard node.kind == .mapping else {
            context.leaveOut(at: node.location, "a discriminator must be a mapping, not \(node.typeName); correct it, for it is left out")
            return nil
        }
        var object = ObjectReader(node, noun: noun, context: context)
        let discriminator = Discriminator(reading: &object)
        object.reportUnknownFields()
        return discriminator
    }

    init?(reading object: inout ObjectReader) {
        guard let propertyName = object.essential("propertyName") else { return nil }
        self.init(propertyName: propertyName, location: object.location)
        let targets = object.peek("mapping")
        mapping = object.map("mapping")
        for entry in targets?.entries ?? [] {
            guard let known = mapping.entry(entry.key.text), let name = object.context.component(mappedTo: entry.value) else { continue }
            mapping.append(.init(key: known.key, location: known.location, value: name))
        }
        defaultMapping = object.string("defaultMapping")
        extensions = object.extensions()
    }
}

extension ReadingContext {
    /// The reference to the component that a mapping's target in another file, or at another place, has become; nil for what is plainly one.
    fileprivate func component(mappedTo target: YAMLNode) -> String? {
        let isElsewhere = target.text.contains("#") ? !target.text.hasPrefix("#/components/schemas/") : target.text.isFile
        guard isElsewhere, target.string != nil else { return nil }
        switch table.destination(of: target, Schema.self) {
        case nil:
            note(ReferenceUse(node: target, owner: target, kind: Schema.self, scope: swagger2))
            return nil
        case .component(let name): return "#" + JSONPointer(tokens: ["components", Schema.section, name]).description
        case .inPlace, .nothing: return nil
        }
    }
}

extension String {
    fileprivate var isFile: Bool { [".yaml", ".yml", ".json"].contains { hasSuffix($0) } }
}

extension XML: ObjectReadable {
    static let noun = "xml object"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        name = object.string("name")
        namespace = object.string("namespace")
        prefix = object.string("prefix")
        attribute = object.flag("attribute")
        wrapped = object.flag("wrapped")
        nodeType = object.string("nodeType")
        extensions = object.extensions()
    }
}
