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
        mapping = object.map("mapping")
        defaultMapping = object.string("defaultMapping")
        extensions = object.extensions()
    }
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
