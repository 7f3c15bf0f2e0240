public import SpecYAML

/// A mapping in the order of the document, with the place of each key.
public struct OrderedMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// A key, where it stands, and its value.
    public struct Entry: Sendable {
        public let key: Key
        public let location: Location
        public var value: Value

        public init(key: Key, location: Location, value: Value) {
            self.key = key
            self.location = location
            self.value = value
        }
    }

    private var entries: [Entry] = []
    /// Positions by key, once a linear search would cost more than it saves.
    private var positions: [Key: Int] = [:]
    private static var longestLinearSearch: Int { 8 }

    public init() {}

    /// Of entries with one key the last one counts.
    public init(_ entries: some Sequence<Entry>) {
        for entry in entries { append(entry) }
    }

    /// Adds an entry at the end, or replaces the value of the one that has its key.
    public mutating func append(_ entry: Entry) {
        if let position = position(of: entry.key) {
            entries[position] = entry
            return
        }
        entries.append(entry)
        if !positions.isEmpty {
            positions[entry.key] = entries.count - 1
        } else if entries.count > Self.longestLinearSearch {
            for (position, entry) in entries.enumerated() { positions[entry.key] = position }
        }
    }

    public subscript(key: Key) -> Value? { entry(key)?.value }

    /// The entry of a key: its value, and where the key stands.
    public func entry(_ key: Key) -> Entry? { position(of: key).map { entries[$0] } }

    public var keys: [Key] { entries.map(\.key) }
    public var values: [Value] { entries.map(\.value) }

    /// The same keys with other values.
    public func mapValues<Other, Failure: Error>(_ transform: (Value) throws(Failure) -> Other) throws(Failure) -> OrderedMap<Key, Other> {
        var mapped = OrderedMap<Key, Other>()
        for entry in entries {
            mapped.append(.init(key: entry.key, location: entry.location, value: try transform(entry.value)))
        }
        return mapped
    }

    private func position(of key: Key) -> Int? {
        positions.isEmpty ? entries.firstIndex { $0.key == key } : positions[key]
    }
}

extension OrderedMap: RandomAccessCollection {
    public var startIndex: Int { entries.startIndex }
    public var endIndex: Int { entries.endIndex }
    public subscript(position: Int) -> Entry { entries[position] }
}

/// The specification extensions of an object: its `x-…` fields as they are written.
public typealias Extensions = OrderedMap<String, YAMLNode>
