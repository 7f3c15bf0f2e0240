import SpecYAML

/// What all readers of one document share: where findings and references are collected.
public final class ReadingContext {
    private(set) var diagnostics: [Diagnostic] = []
    /// Every `$ref` met, to be looked up once the whole document is read.
    private(set) var references: [ReferenceUse] = []
    /// Schemas by `#anchor` and by `$id`.
    private(set) var identifiers: [String: YAMLNode] = [:]

    init() {}

    /// A part of the document is lost or contradicts itself.
    func error(at location: Location, _ message: String) { diagnostics.append(Diagnostic(.error, at: location, message)) }

    /// Nothing is lost, but the document should say it otherwise.
    func warning(at location: Location, _ message: String) { diagnostics.append(Diagnostic(.warning, at: location, message)) }

    func report(_ more: Diagnostics) { diagnostics += more }

    func note(_ use: ReferenceUse) { references.append(use) }

    /// Keeps where a schema is that calls itself something; of two with one name the first counts.
    func identify(_ identifier: String, _ node: YAMLNode) {
        if identifiers[identifier] == nil { identifiers[identifier] = node }
    }
}

/// A `$ref` and what it must refer to.
struct ReferenceUse {
    let text: String
    let location: Location
    let kind: any Component.Type
}
