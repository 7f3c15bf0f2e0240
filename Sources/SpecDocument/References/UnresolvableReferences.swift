import SpecYAML

extension Document {
    /// What is wrong with references: each that leads nowhere, to the wrong kind, out of the file or back to itself.
    ///
    /// What stands outside the components and is only referred to is read here for the first time, and its findings are told as well.
    func unresolvableReferences(_ uses: [ReferenceUse]) -> Diagnostics {
        var findings: [Diagnostic] = []
        var visits: [ReferenceStep: Visit] = [:]
        var pending = uses
        while let use = pending.popLast() {
            do {
                let step = ReferenceStep(place: try place(of: use), kind: ObjectIdentifier(use.kind))
                if let visit = visits[step] {
                    findings += visit.failures.map { Diagnostic($0.severity, at: use.location, $0.message) }
                    continue
                }
                let visit = use.kind.visit(use, at: step.place, in: self)
                visits[step] = visit
                findings += visit.failures
                findings += visit.context.diagnostics
                pending += visit.context.references
            } catch {
                findings += error
            }
        }
        return Diagnostics(findings + cycles(visits.compactMapValues(\.next)))
    }

    /// References that lead to each other in a circle, told once a circle at its first reference.
    private func cycles(_ next: [ReferenceStep: ReferenceUse]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var done: Set<ReferenceStep> = []
        for start in next.keys {
            var path: [ReferenceStep: Int] = [:]
            var uses: [ReferenceUse] = []
            var step = start
            while !done.contains(step), path[step] == nil, let use = next[step], let place = try? place(of: use) {
                path[step] = uses.count
                uses.append(use)
                step = ReferenceStep(place: place, kind: step.kind)
            }
            if !done.contains(step), let first = path[step] { findings.append(Self.cycle(Array(uses[first...]))) }
            done.formUnion(path.keys)
        }
        return findings
    }

    private static func cycle(_ uses: [ReferenceUse]) -> Diagnostic {
        let first = uses.indices.min { uses[$0].location < uses[$1].location } ?? 0
        let steps = (uses[first...] + uses[..<first]).map(\.text)
        let shown = steps.count > 5 ? steps.prefix(4) + ["..."] : steps[...]
        return Diagnostic(
            .error,
            at: uses[first].location,
            "the reference leads back to itself (\((shown + [steps[0]]).joined(separator: " -> "))); let one of them be more than a '$ref'"
        )
    }
}

/// What a reference leads to, as a construct of one kind.
private struct ReferenceStep: Hashable {
    let place: JSONPointer
    let kind: ObjectIdentifier
}

/// What was found at the end of a reference.
private struct Visit {
    /// What came up in reading it, unless it is a component, which was read before.
    let context: ReadingContext
    /// Why nothing is there; to be told at each reference to it.
    var failures: [Diagnostic] = []
    /// The reference that stands there, if it is one.
    var next: ReferenceUse?
}

extension Component {
    fileprivate static func visit(_ use: ReferenceUse, at place: JSONPointer, in document: Document) -> Visit {
        let context = ReadingContext(swagger2: document.swagger2)
        var visit = Visit(context: context)
        do {
            if place.componentName(of: Self.self) == nil {
                let value = Referenced<Self>.read(try document.node(at: place, for: use), in: context)
                visit.next = value?.reference.map { ReferenceUse(text: $0.text, location: $0.location, kind: Self.self) }
            } else {
                let target = try document.target(of: Reference<Self>(text: use.text, location: use.location))
                visit.next = target.value.reference.map { ReferenceUse(text: $0.text, location: $0.location, kind: Self.self) }
            }
        } catch {
            visit.failures = Array(error)
        }
        return visit
    }
}

extension YAMLNode {
    /// The pointers from here to some nodes, found in one walk; of a node behind aliases, the first.
    func pointers(to nodes: [String: YAMLNode]) -> [String: JSONPointer] {
        guard !nodes.isEmpty else { return [:] }
        let wanted = Set(nodes.values)
        var found: [YAMLNode: JSONPointer] = [:]
        var pending = [(self, JSONPointer(tokens: []))]
        while let (node, pointer) = pending.popLast(), found.count < wanted.count {
            if wanted.contains(node), found[node] == nil { found[node] = pointer }
            for (index, item) in node.items.enumerated() { pending.append((item, JSONPointer(tokens: pointer.tokens + [String(index)]))) }
            for entry in node.entries { pending.append((entry.value, JSONPointer(tokens: pointer.tokens + [entry.key.text]))) }
        }
        return nodes.compactMapValues { found[$0] }
    }
}
