import SpecYAML

extension Document {
    /// What is wrong with references: each that leads nowhere, to the wrong kind, out of the file or back to itself.
    ///
    /// What stands outside the components and is only referred to is read here for the first time, and its findings are told as well.
    func unresolvableReferences(_ uses: [ReferenceUse]) -> Diagnostics {
        var findings: [Diagnostic] = []
        var good: Set<Target> = []
        var pending = uses
        while let use = pending.popLast() {
            do {
                // What was found good once is good for everyone; what is bad is told at each place.
                let target = Target(place: try place(of: use), kind: ObjectIdentifier(use.kind))
                guard !good.contains(target) else { continue }
                let context = try use.kind.check(use, at: target.place, in: self)
                good.insert(target)
                findings += context.diagnostics
                pending += context.references
            } catch {
                findings += error
            }
        }
        return Diagnostics(findings)
    }

    private struct Target: Hashable {
        let place: JSONPointer
        let kind: ObjectIdentifier
    }
}

extension Component {
    /// Follows a reference to its end; gives what came up in reading what is no component.
    fileprivate static func check(_ use: ReferenceUse, at place: JSONPointer, in document: Document) throws(Diagnostics) -> ReadingContext {
        let context = ReadingContext()
        if place.componentName(of: Self.self) == nil {
            _ = Referenced<Self>.read(try document.node(at: place, for: use), in: context)
        }
        _ = try document.resolve(.reference(Reference<Self>(text: use.text, location: use.location)))
        return context
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
