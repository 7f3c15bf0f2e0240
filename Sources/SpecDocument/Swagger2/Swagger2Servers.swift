import SpecYAML

/// Where a Swagger 2.0 document says the API is served, but for the scheme.
struct Swagger2Address {
    private var host: YAMLNode.Entry?
    private var basePath: YAMLNode.Entry?
    private var hostText: String?
    private var basePathText: String?

    /// Takes `host` and `basePath`.
    init(reading object: inout ObjectReader) {
        self.init(of: object.node)
        hostText = object.string("host")
        basePathText = object.string("basePath")
        let context = object.context
        if let host, let text = hostText, let scheme = text.firstRange(of: "://") {
            hostText = String(text[scheme.upperBound...])
            context.warning(
                at: host.value.location,
                "'host' must not have a scheme; write '\(hostText ?? "")', and the scheme in 'schemes'"
            )
        }
        if let basePath, let text = basePathText, !text.isEmpty, !text.hasPrefix("/") {
            context.warning(at: basePath.value.location, "'basePath' must start with '/'; write '/\(text)'")
            basePathText = "/" + text
        }
    }

    private init(of root: YAMLNode) {
        for entry in root.entries {
            if entry.key.hasText("host") { host = entry }
            if entry.key.hasText("basePath") { basePath = entry }
        }
    }

    /// A server for each scheme; relative to where the document is served if it has no host.
    func servers(schemes: [String]?, in context: ReadingContext) -> [Server] {
        // Paths start with a slash, so that one at the end would double it.
        var path = basePathText ?? ""
        while path.hasSuffix("/") { path.removeLast() }
        guard let host, let hostText, !hostText.isEmpty else {
            guard let basePath else { return [] }
            return [Server(url: path.isEmpty ? "/" : path, location: basePath.value.location)]
        }
        if schemes?.isEmpty ?? true {
            context.note(at: host.key.location, "there are no 'schemes' for the host, so https is used; add 'schemes: [https]'")
        }
        let named = schemes.flatMap { $0.isEmpty ? nil : $0 } ?? ["https"]
        return named.map { Server(url: "\($0.lowercased())://\(hostText)\(path)", location: host.value.location) }
    }

    /// The address of a document that has been read already, whose findings are told.
    static func quietly(of root: YAMLNode) -> Swagger2Address {
        var object = ObjectReader(root, noun: "API description", context: ReadingContext())
        return Swagger2Address(reading: &object)
    }
}
