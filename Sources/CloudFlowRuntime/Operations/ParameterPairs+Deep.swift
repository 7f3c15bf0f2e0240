extension ParameterPairs {
    /// How deep the names of the style deepObject may nest.
    private static var depthLimit: Int { 32 }

    /// The value of the style deepObject that has a name; nil where no pair belongs to it.
    mutating func deepNode(named name: String) throws(Refusal) -> TextNode? {
        var entries: [Entry] = []
        for pair in pairs where pair.name.hasPrefix(name) {
            guard let keys = pair.name.dropFirst(name.count).bracketedKeys else { continue }
            guard keys.count <= Self.depthLimit else { throw .invalidData("\(kind) '\(name)' is nested more than \(Self.depthLimit) deep") }
            know(pair.name)
            entries.append(Entry(keys: keys[...], value: pair.value))
        }
        know(name)
        if entries.isEmpty { return nil }
        guard let node = TextNode(entries) else {
            throw .invalidData("\(kind) '\(name)' has a member that is given both as a value and by members")
        }
        return node
    }

    fileprivate struct Entry {
        var keys: ArraySlice<String>
        let value: String
    }
}

extension TextNode {
    /// Nests texts by their keys. Keys that are positions make an array, if the model wants one, and so do empty ones.
    ///
    /// Nil where a text and members have the same place.
    fileprivate init?(_ entries: [ParameterPairs.Entry]) {
        let values = entries.filter(\.keys.isEmpty).map(\.value)
        guard values.isEmpty else {
            guard values.count == entries.count else { return nil }
            self.init(values: values)
            return
        }
        var positions: [String: Int] = [:]
        var groups: [(key: String, entries: [ParameterPairs.Entry])] = []
        for var entry in entries {
            let key = entry.keys.removeFirst()
            // Each pair of empty brackets is an element of its own.
            if let position = positions[key], !key.isEmpty {
                groups[position].entries.append(entry)
            } else {
                positions[key] = groups.count
                groups.append((key, [entry]))
            }
        }
        var members: [Member] = []
        for group in groups {
            guard let node = TextNode(group.entries) else { return nil }
            members.append((group.key, node))
        }
        let byPosition = members.compactMap { member in Int(member.name).map { ($0, member.value) } }.sorted { $0.0 < $1.0 }
        if members.allSatisfy(\.name.isEmpty) {
            self = .array(members.map(\.value))
        } else if byPosition.map(\.0) == Array(members.indices) {
            self = .ambiguous(.array(byPosition.map(\.1)), array: byPosition.map(\.1), object: members)
        } else {
            self = .object(members)
        }
    }
}
