import SpecYAML

/// Works out where the references of a document lead, and what has to become a component so that all of them can lead to one.
struct ReferenceResolver {
    private let document: Document
    private let finder: ReferenceFinder
    private(set) var table = ReferenceTable()
    private(set) var diagnostics: [Diagnostic] = []
    /// The document's own components.
    private var own: [ReferenceTable.Place: String] = [:]
    /// The sections of the components that nodes are entries of.
    private var sections: [YAMLNode: String] = [:]
    private var taken: [String: Set<String>] = [:]
    private var pending: [ReferenceUse] = []

    /// - Parameter uses: the references of the document as it was read without a table.
    init(_ document: Document, _ uses: [ReferenceUse], finder: ReferenceFinder) {
        self.document = document
        self.finder = finder
        guard uses.contains(where: { !document.hasComponent(for: $0) }) else { return }
        for kind in Components.kinds { add(kind) }
        // What components are themselves comes first, so that it gets their names.
        pending = uses.filter { own[ReferenceTable.Place(node: $0.owner, section: $0.kind.section)] != nil }
        pending += uses
        var next = 0
        while next < pending.count {
            resolve(pending[next])
            next += 1
        }
    }

    private mutating func add(_ kind: any Component.Type) {
        let isSwagger2 = document.swagger2 != nil
        let home = isSwagger2 ? kind.swagger2Section.flatMap { document.root[$0] } : document.root["components"]?[kind.section]
        let names = Set(kind.names(in: document.components))
        taken[kind.section] = names
        for entry in home?.entries ?? [] {
            if sections[entry.value] == nil { sections[entry.value] = isSwagger2 ? kind.swagger2Section : kind.section }
            guard names.contains(entry.key.text) else { continue }
            own[ReferenceTable.Place(node: entry.value, section: kind.section)] = entry.key.text
        }
    }

    private mutating func resolve(_ use: ReferenceUse) {
        let key = ReferenceTable.Place(node: use.node, section: use.kind.section)
        guard table.destinations[key] == nil, !document.hasComponent(for: use) else { return }
        do throws(Diagnostics) {
            table.destinations[key] = try destination(of: use)
        } catch {
            table.destinations[key] = .nothing
            let consequence = use.kind.substitution
            diagnostics += error.map { finding in
                finding.location == use.location
                    ? Diagnostic(.warning, at: finding.location, finding.message + ", for " + consequence, leavesOut: true) : finding
            }
        }
    }

    private mutating func destination(of use: ReferenceUse) throws(Diagnostics) -> ReferenceTable.Destination {
        func failure(_ message: String) -> Diagnostics { [Diagnostic(.warning, at: use.location, message)] }
        let isSwagger2 = document.swagger2 != nil
        if use.node.root == document.root {
            if let name = document.componentName(use.text, use.kind) {
                guard use.kind.has(name, in: document.components) else { throw document.missing(use.kind, name, at: use.location) }
                return .component(name)
            }
            if use.text.isEmpty { throw failure("an empty '$ref'; write '\(use.kind.exampleReference(inSwagger2: isSwagger2))'") }
            if use.kind.has(use.text, in: document.components) {
                let meant = use.kind.exampleReference(inSwagger2: isSwagger2, name: use.text)
                diagnostics.append(
                    Diagnostic(.warning, at: use.location, "'\(use.text)' would be another file; write '\(meant)', for which it is taken")
                )
                return .component(use.text)
            }
        }
        let node = schemaMeant(by: use, try finder.target(of: use))
        let place = ReferenceTable.Place(node: node, section: use.kind.section)
        if let name = own[place] ?? table.names[place] { return .component(name) }
        if let section = sections[node] {
            throw failure("'\(use.text)' is one of the \(section), but \(use.kind.noun.withArticle) is needed; refer to one")
        }
        let scope = Swagger2Scope(of: node.root, besides: use.scope)
        try look(at: node, use.kind, scope)
        if let name = own[ReferenceTable.Place(node: use.owner, section: use.kind.section)], use.owner.count == 1 {
            table.names[place] = name
            return .inPlace(node)
        }
        let name = freeName(for: use, node)
        table.names[place] = name
        table.adopted.append(ReferenceTable.Adopted(name: name, node: node, kind: use.kind, scope: scope))
        return .component(name)
    }

    /// The schema of a response or a parameter that is referred to where a schema is needed; otherwise what is referred to.
    private mutating func schemaMeant(by use: ReferenceUse, _ node: YAMLNode) -> YAMLNode {
        guard use.kind == Schema.self, let section = sections[node], section != Schema.section, section != Schema.swagger2Section,
            let schema = node["schema"] ?? node["content"]?.entries.first?.value["schema"]
        else { return node }
        let message = "'\(use.text)' is one of the \(section), but a schema is needed; refer to one, for the schema in it is taken"
        diagnostics.append(Diagnostic(.warning, at: use.location, message))
        return schema
    }

    /// Reads what is to become a component, for the references in it.
    private mutating func look(at node: YAMLNode, _ kind: any Component.Type, _ scope: Swagger2Scope?) throws(Diagnostics) {
        let context = ReadingContext(finder: finder, swagger2: scope)
        guard kind.canRead(node, in: context) else { throw Diagnostics(context.diagnostics) }
        pending += context.references
    }

    /// A name for a new component, made of where it stands.
    private mutating func freeName(for use: ReferenceUse, _ node: YAMLNode) -> String {
        let parts = use.text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = node.file.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
        let tokens = parts.count == 2 ? JSONPointer(fragment: parts[1])?.tokens ?? [String(parts[1])] : []
        let words = tokens.filter { !ReferenceTable.placeWords.contains($0) }.map { $0 == "items" ? "item" : $0 }
        let base = words.isEmpty ? file : words.joined(separator: ".")
        var name = base.isEmpty ? use.kind.noun : base
        if taken[use.kind.section]?.contains(name) == true, node.root != document.root { name = "\(file).\(name)" }
        let wanted = name
        var number = 2
        while taken[use.kind.section, default: []].insert(name).inserted == false {
            name = wanted + String(number)
            number += 1
        }
        return name
    }
}

extension ReferenceTable {
    /// The keys on the way to a schema that say nothing of what it is.
    fileprivate static let placeWords: Set<String> = [
        "components", "schemas", "definitions", "$defs", "properties", "allOf", "oneOf", "anyOf", "paths", "responses", "content",
        "schema", "parameters", "requestBodies", "requestBody", "headers", "pathItems", "additionalProperties", "application/json",
    ]
}

extension Document {
    /// Whether a reference is plainly to a component that there is.
    fileprivate func hasComponent(for use: ReferenceUse) -> Bool {
        let section = swagger2 == nil ? use.kind.section : use.kind.swagger2Section
        guard use.node.root == root, let section,
            let name = use.text.plainComponentName(in: swagger2 == nil ? "#/components/" : "#/", section)
        else { return false }
        return use.kind.has(name, in: components)
    }
}

extension Component {
    fileprivate static func canRead(_ node: YAMLNode, in context: ReadingContext) -> Bool {
        Referenced<Self>.read(node, in: context) != nil
    }
}
