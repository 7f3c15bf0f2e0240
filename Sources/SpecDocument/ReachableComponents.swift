import SpecYAML

extension Document {
    /// The components that the operations need, directly or through others; all security schemes.
    func reachableComponents() -> Components {
        var reach = Reach(document: self)
        for item in paths.values + webhooks.values { reach.visit(item) }
        var kept = components
        for kind in Components.kinds where kind != SecurityScheme.self { kind.keep(reach.names[kind.section] ?? [], in: &kept) }
        return kept
    }
}

extension Component {
    fileprivate static func keep(_ names: Set<String>, in components: inout Components) {
        components[keyPath: path] = OrderedMap(components[keyPath: path].filter { names.contains($0.key) })
    }
}

/// Follows the references of constructs.
private struct Reach {
    let document: Document
    /// The names of what was reached, by section.
    var names: [String: Set<String>] = [:]
    /// The schemas that name another one in their `allOf`, by its name: where a base stands, a descendant may come.
    private let descendants: [String: [String]]

    init(document: Document) {
        self.document = document
        var descendants: [String: [String]] = [:]
        for entry in document.components.schemas {
            for case .reference(let base) in entry.value.inline?.allOf ?? [] {
                guard let name = document.componentName(base.text, Schema.self) else { continue }
                descendants[name, default: []].append(entry.key)
            }
        }
        self.descendants = descendants
    }

    /// Visits what stands here, and what the reference leads to unless it was visited before.
    mutating func visit<Kind: Reachable>(_ referenced: Referenced<Kind>) {
        switch referenced {
        case .inline(let construct):
            construct.visitParts(&self)
        case .reference(let reference):
            if let siblings = reference.siblings { siblings.visitParts(&self) }
            if let name = document.componentName(reference.text, Kind.self) { reach(name, Kind.self) }
        }
    }

    private mutating func reach<Kind: Reachable>(_ name: String, _ kind: Kind.Type) {
        guard names[Kind.section, default: []].insert(name).inserted, let found = document.components[keyPath: Kind.path][name] else {
            return
        }
        visit(found)
    }

    mutating func visit(_ schemas: [Referenced<Schema>?]) {
        for case let schema? in schemas { visit(schema) }
    }

    mutating func visit(_ discriminator: Discriminator, of schema: Schema) {
        for target in discriminator.mapping.values + [discriminator.defaultMapping].compactMap(\.self) {
            reach(document.componentName(target, Schema.self) ?? target, Schema.self)
        }
        let bases = document.components.schemas.filter { $0.value.inline?.location == schema.location }
        for base in bases {
            for descendant in descendants[base.key] ?? [] { reach(descendant, Schema.self) }
        }
    }

    mutating func visit(_ format: ValueFormat) {
        visit([format.schema])
        for content in format.content.values { visit(content) }
    }
}

/// A construct with references in it.
private protocol Reachable: Component {
    func visitParts(_ reach: inout Reach)
}

extension Schema: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) {
        reach.visit(properties.values + allOf + oneOf + anyOf + [items, additionalProperties])
        if let discriminator { reach.visit(discriminator, of: self) }
        if let identity { reach.visit(identity.definitions.values) }
        guard let more = applicators else { return }
        reach.visit([more.not, more.ifSchema, more.thenSchema, more.elseSchema, more.contains, more.unevaluatedItems])
        reach.visit([more.propertyNames, more.unevaluatedProperties, more.contentSchema])
        reach.visit(more.prefixItems + more.patternProperties.values + more.dependentSchemas.values)
    }
}

extension Parameter: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) { reach.visit(format) }
}

extension Header: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) { reach.visit(format) }
}

extension MediaType: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) {
        reach.visit([schema, itemSchema])
        for encoding in encoding.values + prefixEncoding + [itemEncoding].compactMap(\.self) {
            for header in encoding.headers.values { reach.visit(header) }
        }
    }
}

extension RequestBody: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) {
        for content in content.values { reach.visit(content) }
    }
}

extension Response: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) {
        for header in headers.values { reach.visit(header) }
        for content in content.values { reach.visit(content) }
        for link in links.values { reach.visit(link) }
    }
}

extension Link: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) {}
}

extension Callback: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) {
        for item in paths.values { reach.visit(item) }
    }
}

extension PathItem: Reachable {
    fileprivate func visitParts(_ reach: inout Reach) {
        for parameter in parameters { reach.visit(parameter) }
        for operation in operations.values {
            for parameter in operation.parameters { reach.visit(parameter) }
            if let body = operation.requestBody { reach.visit(body) }
            for response in operation.responses.byStatus.values { reach.visit(response) }
            for callback in operation.callbacks.values { reach.visit(callback) }
        }
    }
}
