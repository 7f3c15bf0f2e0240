import SpecYAML

/// What all readers of one document share: where findings and references are collected.
public final class ReadingContext {
    private(set) var diagnostics: [Diagnostic] = []
    /// Every `$ref` met, to be looked up once the whole document is read.
    private(set) var references: [ReferenceUse] = []
    /// Schemas by `#anchor` and by `$id`.
    private(set) var identifiers: [String: YAMLNode] = [:]

    /// What constructs need to know of the root of a Swagger 2.0 document; `nil` for one of OpenAPI 3.
    var swagger2: Swagger2Scope?

    init(swagger2: Swagger2Scope? = nil) { self.swagger2 = swagger2 }

    /// A part of the document is lost or contradicts itself.
    func error(at location: Location, _ message: String) { diagnostics.append(Diagnostic(.error, at: location, message)) }

    /// Nothing is lost, but the document should say it otherwise.
    func warning(at location: Location, _ message: String) { diagnostics.append(Diagnostic(.warning, at: location, message)) }

    /// Worth knowing; nothing needs to be done.
    func note(at location: Location, _ message: String) { diagnostics.append(Diagnostic(.note, at: location, message)) }

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
