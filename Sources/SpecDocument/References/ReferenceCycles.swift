import SpecYAML

extension Document {
    /// Breaks circles of components that are nothing but references to each other, and tells each once, at its first reference.
    mutating func breakReferenceCycles() -> [Diagnostic] {
        Components.kinds.flatMap { $0.breakCycles(in: &self) }
    }
}

extension Component {
    fileprivate static func breakCycles(in document: inout Document) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var done: Set<String> = []
        for start in document.components[keyPath: path] where start.value.reference != nil {
            var positions: [String: Int] = [:]
            var references: [Reference<Self>] = []
            var name = start.key
            while !done.contains(name), positions[name] == nil, let reference = document.components[keyPath: path][name]?.reference,
                let next = document.componentName(reference.text, Self.self)
            {
                positions[name] = references.count
                references.append(reference)
                name = next
            }
            if !done.contains(name), let first = positions[name] {
                findings.append(document.breakCycle(Array(references[first...]), of: Self.self))
            }
            done.formUnion(positions.keys)
        }
        return findings
    }
}

extension Document {
    fileprivate mutating func breakCycle<Kind: Component>(_ references: [Reference<Kind>], of kind: Kind.Type) -> Diagnostic {
        let first = references.indices.min { references[$0].location < references[$1].location } ?? 0
        let ordered = references[first...] + references[..<first]
        for reference in ordered {
            guard let name = componentName(reference.text, kind), let entry = components[keyPath: Kind.path].entry(name),
                let substitute = Kind.substitute(at: entry.location)
            else { continue }
            components[keyPath: Kind.path].append(.init(key: name, location: entry.location, value: .inline(substitute)))
        }
        let steps = ordered.map(\.text)
        let shown = steps.count > 5 ? steps.prefix(4) + ["..."] : steps[...]
        let circle = (shown + [steps[0]]).joined(separator: " -> ")
        return Diagnostic(
            .warning,
            at: references[first].location,
            "the reference leads back to itself (\(circle)); let one of them be more than a '$ref', for \(Kind.substitution)",
            leavesOut: true
        )
    }
}
