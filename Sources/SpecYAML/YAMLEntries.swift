extension YAMLNode {
    /// A key of a mapping and its value.
    public struct Entry: Sendable {
        /// A scalar.
        public let key: YAMLNode
        public let value: YAMLNode
    }

    /// The entries of a mapping in the order of the document, then those that its merge keys (`<<`) bring; empty for other nodes.
    public var entries: [Entry] {
        guard node.kind == .mapping else { return [] }
        let own = ownEntries
        guard node.merges else { return own }
        var entries = own.filter { !$0.isMerge }
        var seen = Set(entries.map(\.key.text))
        for mapping in merged {
            for entry in mapping.entries where seen.insert(entry.key.text).inserted { entries.append(entry) }
        }
        return entries
    }

    /// The items of a sequence; empty for other nodes.
    public var items: [YAMLNode] {
        guard node.kind == .sequence else { return [] }
        var items: [YAMLNode] = []
        items.reserveCapacity(count)
        var item = node.start
        while item != YAMLTree.Node.none {
            items.append(YAMLNode(tree: tree, index: item))
            item = tree.nodes[Int(item)].next
        }
        return items
    }

    /// The value of a key; `nil` if there is none, or if it is no mapping.
    public subscript(key: String) -> YAMLNode? {
        guard node.kind == .mapping else { return nil }
        if node.merges { return entries.first { $0.key.text == key }?.value }
        var next = node.start
        while next != YAMLTree.Node.none {
            if tree.text(of: tree.nodes[Int(tree.resolved(next))], equals: key.utf8) { return YAMLNode(tree: tree, index: next + 1) }
            next = tree.nodes[Int(next) + 1].next
        }
        return nil
    }

    /// The nodes on the way from here down to another one, both included; those behind aliases are not found.
    public func path(to node: YAMLNode) -> [YAMLNode] {
        var path = [self]
        // Nodes are numbered in the order of the document, so a node lies in the last child that does not come after it.
        while let last = path.last, last != node {
            let children = last.kind == .mapping ? last.ownEntries.flatMap { [$0.key, $0.value] } : last.items
            guard let next = children.last(where: { $0.index <= node.index }), next.index > last.index else { break }
            path.append(next)
        }
        return path
    }

    /// Whether a scalar has this text; compares bytes and allocates nothing.
    public func hasText(_ text: StaticString) -> Bool {
        let node = node
        guard node.kind == .scalar, Int(node.count) == text.utf8CodeUnitCount else { return false }
        return tree.text(of: node, equals: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private var ownEntries: [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        var key = node.start
        while key != YAMLTree.Node.none {
            entries.append(Entry(key: YAMLNode(tree: tree, index: key), value: YAMLNode(tree: tree, index: key + 1)))
            key = tree.nodes[Int(key) + 1].next
        }
        return entries
    }

    /// The mappings that merge keys name, in the order in which they count.
    private var merged: [YAMLNode] {
        ownEntries.filter(\.isMerge).flatMap { $0.value.kind == .sequence ? $0.value.items : [$0.value] }
    }
}

extension YAMLNode.Entry {
    var isMerge: Bool { key.node.style == .plain && key.node.tag == .none && key.hasText("<<") }
}
