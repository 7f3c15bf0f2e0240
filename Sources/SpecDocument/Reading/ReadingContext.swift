import SpecYAML

/// What all readers of one document share: where findings and references are collected.
public final class ReadingContext {
    private(set) var diagnostics: [Diagnostic] = []
    /// Every `$ref` met, to be looked up once the whole document is read.
    private(set) var references: [ReferenceUse] = []
    /// Schemas by `$id`, and by their file with `#anchor` behind it.
    private(set) var identifiers: [String: YAMLNode] = [:]
    /// Where references lead, as far as that is known already.
    let table: ReferenceTable
    let finder: ReferenceFinder
    /// What is read in the place of a reference to it.
    private var opened: YAMLNode?

    private var operationIDs: [String: Location] = [:]

    /// The version of the document that is read, wherever its parts stand.
    var version: OpenAPIVersion?

    /// What constructs need to know of the root of a Swagger 2.0 document; `nil` for one of OpenAPI 3.
    var swagger2: Swagger2Scope?

    init(table: ReferenceTable = ReferenceTable(), finder: ReferenceFinder = ReferenceFinder(), swagger2: Swagger2Scope? = nil) {
        self.table = table
        self.finder = finder
        self.swagger2 = swagger2
    }

    /// The file makes no sense at all.
    func refuse(at location: Location, _ message: String) { diagnostics.append(Diagnostic(.error, at: location, message)) }

    /// A part of the document can't be used as it is written, and the rest is read without it.
    func leaveOut(at location: Location, _ message: String) {
        diagnostics.append(Diagnostic(.warning, at: location, message, leavesOut: true))
    }

    /// Nothing is lost, but the document should say it otherwise.
    func warning(at location: Location, _ message: String) { diagnostics.append(Diagnostic(.warning, at: location, message)) }

    /// Worth knowing; nothing needs to be done.
    func note(at location: Location, _ message: String) { diagnostics.append(Diagnostic(.note, at: location, message)) }

    func report(_ more: Diagnostics) { diagnostics += more }

    func note(_ use: ReferenceUse) { references.append(use) }

    /// Where another operation is called so; an alias or a merge key brings one operation to two places, where it is the same.
    func firstOperation(called id: String, at location: Location) -> Location? {
        if let first = operationIDs[id] { return first == location ? nil : first }
        operationIDs[id] = location
        return nil
    }

    /// Keeps where a schema is that calls itself something; of two with one name the first counts.
    func identify(_ identifier: String, _ node: YAMLNode) {
        let key = identifier.hasPrefix("#") ? node.file + identifier : identifier
        if identifiers[key] == nil { identifiers[key] = node }
    }

    /// The name of the component that what stands at a node has become; `nil` where the component itself is being read.
    func componentName(of node: YAMLNode, _ kind: any Component.Type) -> String? {
        guard !table.isEmpty else { return nil }
        if node == opened {
            opened = nil
            return nil
        }
        return table.name(of: node, kind)
    }

    /// The node itself, or the one that its `$ref` leads to through all steps.
    ///
    /// `nil` if a step leads nowhere, or the steps lead on and on: that is told when references are resolved.
    func resolved(_ node: YAMLNode) -> YAMLNode? {
        var node = node
        for _ in 0..<Self.longestChain {
            guard let reference = node["$ref"] else { return node }
            guard reference.string != nil, let next = try? finder.target(of: reference) else { return nil }
            node = next
        }
        return nil
    }

    /// No document needs more references in a row.
    private static let longestChain = 50

    /// Reads what others refer to, by the version of OpenAPI of the file that it stands in.
    func opening<Value>(_ node: YAMLNode, in scope: Swagger2Scope?? = nil, _ read: () -> Value) -> Value {
        let before = swagger2
        defer { swagger2 = before }
        swagger2 = scope ?? Swagger2Scope(of: node.root, besides: before)
        opened = node
        return read()
    }
}

/// A `$ref` and what it must refer to.
struct ReferenceUse {
    /// Its text.
    let node: YAMLNode
    /// What it stands in.
    let owner: YAMLNode
    let kind: any Component.Type
    /// Of the file that it stands in.
    let scope: Swagger2Scope?

    var text: String { node.text }
    var location: Location { node.location }
}
