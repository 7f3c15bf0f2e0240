public import SpecYAML

extension Document {
    /// Reads a document that has no error; warnings are dropped.
    ///
    /// Fails with everything that is wrong with it, warnings too.
    public init(reading root: YAMLNode) throws(Diagnostics) {
        let (document, diagnostics) = Self.reading(root)
        guard let document, !diagnostics.hasErrors else { throw diagnostics }
        self = document
    }

    /// Reads a document as far as it makes sense, and says what does not.
    ///
    /// What can't be read is left out or replaced by the nearest thing that can, and the rest is read all the same; each message says so.
    /// All that references lead to is a component of the document then, wherever it stands.
    /// There is no document if the file is no API description at all.
    ///
    /// - Parameter folder: where other files of the description may lie; `nil` if they are not to be read.
    public static func reading(_ root: YAMLNode, in folder: SpecFolder? = nil) -> (document: Document?, diagnostics: Diagnostics) {
        folder?.add(root)
        var finder = ReferenceFinder(folder: folder)
        var context = ReadingContext(finder: finder)
        guard var document = read(root, in: context) else { return (nil, Diagnostics(context.diagnostics)) }
        finder.identifiers = context.identifiers
        let resolver = ReferenceResolver(document, context.references, finder: finder)
        if !resolver.table.isEmpty {
            context = ReadingContext(table: resolver.table, finder: finder)
            document = read(root, in: context) ?? document
            for adopted in resolver.table.adopted { adopted.kind.adopt(adopted, by: &document, in: context) }
        }
        let read = Diagnostics(resolver.diagnostics + context.diagnostics + document.breakReferenceCycles()) + (folder?.diagnostics ?? [])
        // Not in the tuple below: that would hold the document as it was before.
        let mended = document.mendContradictions()
        return (document, read + mended)
    }

    private static func read(_ root: YAMLNode, in context: ReadingContext) -> Document? {
        guard root.kind == .mapping else {
            context.refuse(at: root.location, "an API description must be a mapping, not \(root.typeName); it starts with 'openapi: 3.1.0'")
            return nil
        }
        var object = ObjectReader(root, noun: "API description", context: context)
        guard let document = Document(reading: &object) else { return nil }
        object.reportUnknownFields()
        return document
    }

    private init?(reading object: inout ObjectReader) {
        guard let version = OpenAPIVersion(reading: &object) else { return nil }
        object.context.version = version
        let info: Info? = object.read("info")
        if info == nil { object.missing("info") }
        if version.major == 2 {
            self.init(readingSwagger2: &object, version: version, info: info ?? Info(location: object.location))
            return
        }
        self.init(root: object.node, version: version, info: info ?? Info(location: object.location))
        selfURI = object.string("$self")
        jsonSchemaDialect = object.string("jsonSchemaDialect")
        servers = object.list("servers")
        let hasPaths = object.peek("paths") != nil
        paths = object.read("paths").map { (paths: Paths) in paths.items } ?? OrderedMap()
        extensions = object.extensions()
        webhooks = object.map("webhooks")
        components = object.read("components") ?? components
        security = object.list("security")
        tags = object.list("tags")
        externalDocs = object.read("externalDocs")
        let needsPaths = version.minor == 0 || webhooks.isEmpty && object.node["components"] == nil
        if !hasPaths, needsPaths {
            object.context.warning(at: object.location, "an API description without 'paths'; add it, for there is nothing to call")
        }
    }
}

extension Component {
    /// Reads what stands elsewhere, and makes a component of it.
    fileprivate static func adopt(_ adopted: ReferenceTable.Adopted, by document: inout Document, in context: ReadingContext) {
        let value = context.opening(adopted.node, in: adopted.scope) { Referenced<Self>.read(adopted.node, in: context) }
        guard let value else { return }
        document.components[keyPath: path].append(.init(key: adopted.name, location: adopted.node.location, value: value))
    }
}

extension OpenAPIVersion {
    /// The field that tells an API description from any other file.
    fileprivate init?(reading object: inout ObjectReader) {
        if let swagger = object.entry("swagger") {
            self.init(swagger: swagger.value, in: object.context)
            return
        }
        guard let entry = object.entry("openapi") else {
            object.context.refuse(at: object.location, "this is no API description, for it has no field 'openapi'; add 'openapi: 3.1.0'")
            return nil
        }
        let text = entry.value.text
        guard let version = OpenAPIVersion(text: text), version.major == 3 else {
            object.context.refuse(at: entry.value.location, "there is no OpenAPI '\(text)' that is supported; use 3.0, 3.1 or 3.2")
            return nil
        }
        if entry.value.string == nil {
            object.context.warning(at: entry.value.location, "'openapi' must be a string, not a number; put it in quotes")
        }
        if version.minor > 2 {
            object.context.warning(at: entry.value.location, "OpenAPI \(text) is newer than this generator; it is read as 3.2")
        }
        self = version
    }
}

/// The field `paths`: path items by template, and extensions among them.
struct Paths: ObjectReadable {
    static let noun = "paths object"

    var items = OrderedMap<String, Referenced<PathItem>>()

    init?(reading object: inout ObjectReader) {
        _ = object.extensions()
        for entry in object.remaining() {
            guard let item = Referenced<PathItem>.read(entry.value, in: object.context) else { continue }
            var template = entry.key.text
            if !template.hasPrefix("/") {
                object.context.warning(at: entry.key.location, "the path '\(template)' must start with '/'; write '/\(template)'")
                template = "/" + template
            }
            items.append(.init(key: template, location: entry.key.location, value: item))
        }
    }
}
