import SpecYAML

/// Finds the nodes that references lead to, in whatever file.
struct ReferenceFinder {
    /// `nil` if other files are not to be read.
    var folder: SpecFolder?
    /// Schemas by `$id`, and by their file with `#anchor` behind it.
    var identifiers: [String: YAMLNode] = [:]

    /// What a reference leads to, taking one step.
    func target(of use: ReferenceUse) throws(Diagnostics) -> YAMLNode {
        do throws(Diagnostics) {
            return try target(of: use.node)
        } catch {
            guard let found = localDefinition(for: use.node) else { throw error }
            return found
        }
    }

    /// What `#/$defs/Name` means inside a schema that has definitions of its own, as where a JSON Schema was put into the description.
    private func localDefinition(for node: YAMLNode) -> YAMLNode? {
        guard node.text.hasPrefix("#/$defs/") || node.text.hasPrefix("#/definitions/"),
            let pointer = JSONPointer(fragment: node.text.dropFirst())
        else { return nil }
        for schema in node.root.path(to: node).reversed() {
            if let found = schema.node(at: pointer) { return found }
        }
        return nil
    }

    /// What a reference leads to, taking one step.
    ///
    /// - Parameters:
    ///   - node: the text of the reference; it is relative to the file that this stands in.
    ///   - depth: how many references are being followed already.
    func target(of node: YAMLNode, depth: Int = 0) throws(Diagnostics) -> YAMLNode {
        let text = node.text
        func failure(_ message: String) -> Diagnostics { [Diagnostic(.warning, at: node.location, message)] }
        if let named = identifiers[node.file + text] ?? identifiers[text] { return named }
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let root = try file(parts[0], for: node)
        guard parts.count == 2, !parts[1].isEmpty else {
            guard root["openapi"] == nil, root["swagger"] == nil else {
                throw failure("'\(text)' leads to a whole description; name the part of it that is meant")
            }
            return root
        }
        if let named = identifiers[root.file + "#" + parts[1]] { return named }
        guard let pointer = JSONPointer(fragment: parts[1]) else {
            if parts[1].contains("/") || parts[1].contains("%") || parts[1].contains("~") {
                throw failure("'\(text)' is no reference; write a '/' before each name, '/' in a name as ~1 and '~' as ~0")
            }
            throw failure("there is no schema with the '$anchor' \(parts[1]); add it, or refer to a component")
        }
        guard depth < Self.longestChain, let target = follow(pointer.tokens, from: root, depth) else {
            throw failure("'\(text)' leads nowhere; correct it, or add what it names")
        }
        return target
    }

    /// The root of the file, or of the schema with the `$id`, that the part of a reference before `#` names.
    private func file(_ part: Substring, for node: YAMLNode) throws(Diagnostics) -> YAMLNode {
        if part.isEmpty { return node.root }
        if let named = identifiers[String(part)] { return named }
        do throws(Diagnostics) {
            guard let folder else {
                throw [Diagnostic(.warning, at: node.location, "'\(node.text)' leads out of this file; save the description as a file")]
            }
            return try folder.file(part, from: node, at: node.location)
        } catch {
            // An `$id` is mostly a URL, of which other schemas name the last part.
            if let named = identifiers.filter({ $0.key.hasSuffix("/" + part) }).min(by: { $0.key < $1.key }) { return named.value }
            throw error
        }
    }

    /// The node that the keys and indices lead to; a `$ref` on the way is followed.
    private func follow(_ tokens: [String], from root: YAMLNode, _ depth: Int) -> YAMLNode? {
        var node = root
        for token in tokens {
            var steps = 0
            while node[token] == nil, let reference = node["$ref"], reference.string != nil {
                steps += 1
                guard steps <= Self.longestChain, let next = try? target(of: reference, depth: depth + 1) else { return nil }
                node = next
            }
            guard let next = node.node(at: JSONPointer(tokens: [token])) else { return nil }
            node = next
        }
        return node
    }

    /// No document needs more references in a row.
    private static let longestChain = 50
}
