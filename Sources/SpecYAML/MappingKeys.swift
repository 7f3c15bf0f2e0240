extension YAMLTreeBuilder {
    /// Looks at the keys of a mapping that is complete: of equal ones the last stays, as in most readers of JSON; `<<` is marked.
    mutating func finishMapping(_ mapping: Int32) {
        markMerging(mapping)
        // A sorted list costs an allocation, which nearly no mapping is worth.
        let duplicates = nodes[Int(mapping)].count <= 8 ? pairwiseDuplicates(of: mapping) : sortedDuplicates(of: mapping)
        guard !duplicates.isEmpty else { return }
        for (first, second) in duplicates {
            let name = String(decoding: textBytes(of: second), as: UTF8.self)
            let place = location(of: nodes[Int(first)])
            note(nodes[Int(second)], "the key '\(name)' is already at \(place); keep one, for that one is left out")
        }
        relink(mapping, without: Set(duplicates.map(\.first)))
    }

    private typealias Duplicate = (first: Int32, second: Int32)

    private func pairwiseDuplicates(of mapping: Int32) -> [Duplicate] {
        var duplicates: [Duplicate] = []
        var key = nodes[Int(mapping)].start
        while key != YAMLTree.Node.none {
            var other = keyAfter(key)
            while other != YAMLTree.Node.none {
                if equal(key, other) {
                    duplicates.append((key, other))
                    break
                }
                other = keyAfter(other)
            }
            key = keyAfter(key)
        }
        return duplicates
    }

    private func sortedDuplicates(of mapping: Int32) -> [Duplicate] {
        let keys = keys(of: mapping).filter { resolved($0).kind == .scalar }.sorted {
            let (left, right) = (textBytes(of: $0), textBytes(of: $1))
            return left.elementsEqual(right) ? $0 < $1 : left.lexicographicallyPrecedes(right)
        }
        return zip(keys, keys.dropFirst()).filter { equal($0, $1) }.map { ($0, $1) }
    }

    private func keys(of mapping: Int32) -> [Int32] {
        Array(sequence(first: nodes[Int(mapping)].start) { keyAfter($0) }.prefix { $0 != YAMLTree.Node.none })
    }

    private func keyAfter(_ key: Int32) -> Int32 { nodes[Int(key) + 1].next }

    private func resolved(_ index: Int32) -> YAMLTree.Node {
        let node = nodes[Int(index)]
        return node.kind == .alias ? nodes[Int(node.start)] : node
    }

    private func textBytes(of key: Int32) -> ArraySlice<UInt8> {
        let node = resolved(key)
        return text[Int(node.start)..<Int(node.start) + Int(node.count)]
    }

    private func equal(_ key: Int32, _ other: Int32) -> Bool {
        let (left, right) = (resolved(key), resolved(other))
        guard left.kind == .scalar, right.kind == .scalar, left.count == right.count else { return false }
        for position in 0..<Int(left.count) where text[Int(left.start) + position] != text[Int(right.start) + position] { return false }
        return true
    }

    private mutating func relink(_ mapping: Int32, without dropped: Set<Int32>) {
        let kept = keys(of: mapping).filter { !dropped.contains($0) }
        nodes[Int(mapping)].start = kept.first ?? YAMLTree.Node.none
        nodes[Int(mapping)].count = Int32(truncatingIfNeeded: kept.count)
        for (key, next) in zip(kept, kept.dropFirst() + [YAMLTree.Node.none]) { nodes[Int(key) + 1].next = next }
    }

    private mutating func markMerging(_ mapping: Int32) {
        var key = nodes[Int(mapping)].start
        while key != YAMLTree.Node.none {
            if isMergeKey(nodes[Int(key)]) {
                if canMerge(key + 1) {
                    nodes[Int(mapping)].merges = true
                } else {
                    let advice = "give it an alias of one, or put the key in quotes, for it is left out"
                    note(nodes[Int(key)], "'<<' can only merge mappings; \(advice)")
                }
            }
            key = keyAfter(key)
        }
    }

    private func isMergeKey(_ node: YAMLTree.Node) -> Bool {
        node.count == 2 && node.kind == .scalar && node.style == .plain && node.tag == .none
            && text[Int(node.start)] == UInt8(ascii: "<") && text[Int(node.start) + 1] == UInt8(ascii: "<")
    }

    private func canMerge(_ value: Int32) -> Bool {
        let node = resolved(value)
        guard node.kind == .sequence else { return node.kind == .mapping }
        var item = node.start
        while item != YAMLTree.Node.none {
            guard resolved(item).kind == .mapping else { return false }
            item = nodes[Int(item)].next
        }
        return true
    }
}
