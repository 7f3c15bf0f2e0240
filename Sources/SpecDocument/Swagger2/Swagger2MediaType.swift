import SpecYAML

/// An item of `consumes` or `produces`.
struct Swagger2MediaType: Sendable {
    /// As `application/json`.
    let text: String
    let location: Location

    /// The type and subtype in lower case, without parameters.
    var essence: String { text.prefix { $0 != ";" }.lowercased().filter { $0 != " " } }

    var isJSON: Bool { essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json") }

    /// Whether an object can be written in it; not so in plain text, images and archives.
    var carriesObjects: Bool {
        let names = [
            "text/plain", "text/html", "application/octet-stream", "application/pdf", "application/zip", "application/gzip",
            "application/x-gzip", "application/tar", "application/x-tar", "application/x-tar.gz",
        ]
        return !names.contains(essence) && !["image/", "audio/", "video/"].contains(where: essence.hasPrefix)
    }
}

extension Swagger2MediaType: Readable {
    /// A media type; some documents write `json` for short.
    static func read(_ node: YAMLNode, in context: ReadingContext) -> Swagger2MediaType? {
        guard let text = String.read(node, in: context) else { return nil }
        guard !text.contains("/") else { return Self(text: text, location: node.location) }
        context.warning(at: node.location, "'\(text)' is no media type; write 'application/\(text)'")
        return Self(text: "application/" + text, location: node.location)
    }
}

extension [Swagger2MediaType] {
    /// The items, or the one that Swagger 2.0 leaves to the reader where nothing is said: JSON.
    func orJSON(at location: Location) -> [Swagger2MediaType] {
        isEmpty ? [Swagger2MediaType(text: "application/json", location: location)] : self
    }
}

/// A body's schema in a Swagger 2.0 document, and the media types that it may be written in.
struct Swagger2Body {
    let schema: Referenced<Schema>
    let node: YAMLNode
    /// Those of the operation, else of the document.
    let mediaTypes: [Swagger2MediaType]
    /// The field that they stand in: `consumes` or `produces`.
    let field: StaticString

    /// The schema once for each media type.
    ///
    /// Where an operation sends files or text its errors are objects nevertheless: where no type can carry them they are read as JSON.
    func content(in context: ReadingContext) -> OrderedMap<String, Referenced<MediaType>> {
        OrderedMap(
            usableMediaTypes(in: context).map { type in
                var media = MediaType(location: type.location)
                media.schema = schema
                return .init(key: type.text, location: type.location, value: .inline(media))
            }
        )
    }

    private func usableMediaTypes(in context: ReadingContext) -> [Swagger2MediaType] {
        let resolved = context.resolved(node) ?? node
        if resolved["type"]?.hasText("file") == true {
            let types = mediaTypes.filter { !$0.isJSON }
            return types.isEmpty ? [Swagger2MediaType(text: "application/octet-stream", location: node.location)] : types
        }
        let types = mediaTypes.orJSON(at: node.location)
        guard resolved.describesObjectOrArray, !types.contains(where: \.carriesObjects) else { return types }
        let names = types.map(\.text).list
        context.note(
            at: node.location,
            "an object or a list can't be written as \(names), so it is read as JSON; list its type in '\(field)'"
        )
        return [Swagger2MediaType(text: "application/json", location: node.location)]
    }
}

extension YAMLNode {
    /// Whether a schema is for values that have parts.
    fileprivate var describesObjectOrArray: Bool {
        guard let type = self["type"] else { return self["properties"] != nil || self["allOf"] != nil }
        return type.hasText("object") || type.hasText("array")
    }
}
