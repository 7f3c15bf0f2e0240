import SpecYAML

extension Document {
    /// Where in this file a reference leads, before anything is looked up.
    func place(of use: ReferenceUse) throws(Diagnostics) -> JSONPointer {
        if swagger2 == nil, let name = use.plainComponentName { return JSONPointer(tokens: ["components", use.kind.section, name]) }
        func failure(_ message: String) -> Diagnostics { [Diagnostic(.error, at: use.location, message)] }
        let example = use.kind.exampleReference(inSwagger2: swagger2 != nil)
        let parts = use.text.utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false).map(Substring.init)
        guard !use.text.isEmpty else { throw failure("an empty '$ref'; write '\(example)'") }
        if let pointer = identifiers[use.text] { return pointer }
        if parts[0].isEmpty, parts.count == 2 {
            if let pointer = JSONPointer(fragment: parts[1]) {
                return swagger2 == nil ? pointer : pointer.translatedFromSwagger2(for: use.kind)
            }
            if parts[1].contains("/") || parts[1].contains("%") || parts[1].contains("~") {
                throw failure("'\(use.text)' is no reference; write it like '\(example)', '/' in a name as ~1 and '~' as ~0")
            }
            throw failure("there is no schema with the '$anchor' \(parts[1]); add it, or refer to a component with '\(example)'")
        }
        if parts.count == 1, use.kind.has(use.text, in: components) {
            throw failure(
                "'\(use.text)' would be another file; write '\(use.kind.exampleReference(inSwagger2: swagger2 != nil, name: use.text))'"
            )
        }
        let home = swagger2 == nil ? "the components" : "'\(use.kind.swagger2Section ?? "definitions")'"
        throw failure("'\(use.text)' leads out of this file, which is not supported yet; copy what it names into \(home)")
    }

    /// The node at a place that is none of the components that the reference is for.
    func node(at place: JSONPointer, for use: ReferenceUse) throws(Diagnostics) -> YAMLNode {
        func failure(_ message: String) -> Diagnostics { [Diagnostic(.error, at: use.location, message)] }
        if swagger2 != nil, let section = Self.swagger2Section(at: place, in: root) {
            throw failure("'\(use.text)' is one of the \(section), but \(use.kind.noun.withArticle) is needed; refer to one")
        }
        guard let node = root.node(at: place) else {
            throw failure("'\(use.text)' leads nowhere; correct it, or add what it names")
        }
        if place.tokens.count == 3, place.tokens[0] == "components" {
            throw failure("'\(use.text)' is one of the \(place.tokens[1]), but \(use.kind.noun.withArticle) is needed; refer to one")
        }
        return node
    }

    /// So that a file with thousands of wrong references to thousands of names is told about in a second.
    private static let mostNamesCompared = 1000

    func missing(_ kind: any Component.Type, _ name: String, at location: Location) -> Diagnostics {
        let section = swagger2 == nil ? "components/\(kind.section)" : kind.swagger2Section ?? kind.section
        let names = kind.names(in: components, atMost: Self.mostNamesCompared)
        let advice = NearestName.nearest(to: name, among: names).map { "write '\($0)'" } ?? "add it under '\(section)'"
        return [Diagnostic(.error, at: location, "there is no \(kind.noun) '\(name)'; \(advice)")]
    }
}

extension ReferenceUse {
    /// The name in `#/components/<section>/<name>` where nothing is escaped, which nearly all references are.
    fileprivate var plainComponentName: String? {
        let components = "#/components/".utf8
        guard text.utf8.starts(with: components) else { return nil }
        let section = text.utf8.dropFirst(components.count)
        guard section.starts(with: kind.section.utf8) else { return nil }
        let rest = section.dropFirst(kind.section.utf8.count)
        guard rest.first == UInt8(ascii: "/") else { return nil }
        let name = rest.dropFirst()
        let isPlain = name.allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "~") && $0 != UInt8(ascii: "%") }
        return isPlain ? String(Substring(name)) : nil
    }
}

extension JSONPointer {
    /// The name of a component of a kind, if that is what it leads to.
    func componentName(of kind: any Component.Type) -> String? {
        guard tokens.count == 3, tokens[0] == "components", tokens[1] == kind.section else { return nil }
        return tokens[2]
    }
}

extension Component {
    static func has(_ name: String, in components: Components) -> Bool { section(of: components)[name] != nil }

    static func names(in components: Components, atMost count: Int) -> [String] { section(of: components).prefix(count).map(\.key) }
}
