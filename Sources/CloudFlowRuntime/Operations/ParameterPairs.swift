/// The pairs of a query, of cookies or of a form, and which of them were asked for.
struct ParameterPairs {
    struct Pair {
        let name: String
        let value: String
        /// The value before it was decoded.
        let raw: Substring
    }

    /// What a pair is called in a message: `query parameter`.
    let kind: StaticString
    let pairs: [Pair]
    /// Takes percent-encoding off a part of a value.
    let decode: @Sendable (Substring) -> String?
    /// The names that were asked for, in that order.
    private(set) var known: [String] = []
    private var isKnown: Set<String> = []

    init(_ pairs: [Pair], kind: StaticString, decode: @escaping @Sendable (Substring) -> String?) {
        self.pairs = pairs
        self.kind = kind
        self.decode = decode
    }

    /// Notes that a name was asked for.
    mutating func know(_ name: String) {
        if isKnown.insert(name).inserted { known.append(name) }
    }

    /// The pairs that nobody asked for.
    var strays: [Pair] { pairs.filter { !isKnown.contains($0.name) } }

    /// What is given under a name.
    mutating func values(named name: String) -> [Pair] {
        know(name)
        return pairs.filter { $0.name == name }
    }

    /// What is given under a name that may be given once.
    mutating func single(_ name: String) throws(Refusal) -> Pair? {
        let values = values(named: name)
        guard values.count <= 1 else { throw .invalidData("\(kind) '\(name)' is given \(values.count) times; give it once") }
        return values.first
    }

    /// Reads a value that has a style.
    ///
    /// - Returns: Nil where it is absent.
    mutating func value<Value: JSONReadable>(
        named name: String,
        _ style: ParameterStyle,
        explode: Bool,
        isRequired: Bool
    ) throws(Refusal) -> Value? {
        if explode, style != .deepObject { return try explodedValue(named: name, isRequired: isRequired) }
        let node = style == .deepObject ? try deepNode(named: name) : try joinedNode(named: name, style)
        guard let node else { return nil }
        return try value(of: node.read().result, named: name)
    }

    /// The value of a style that doesn't explode; nil where it is absent.
    mutating func joinedNode(named name: String, _ style: ParameterStyle) throws(Refusal) -> TextNode? {
        guard let pair = try single(name) else { return nil }
        guard let node = TextNode(joined: pair.raw.delimited(by: style), by: style.delimiter ?? ",", explode: false, decode) else {
            throw .invalidData("\(kind) '\(name)' is not percent-encoded UTF-8")
        }
        return node
    }

    /// Reads a value whose elements all have its name, or which is an object whose members have their own.
    private mutating func explodedValue<Value: JSONReadable>(named name: String, isRequired: Bool) throws(Refusal) -> Value? {
        let values = pairs.filter { $0.name == name }.map(\.value)
        let members = strays.filter { $0.name != name }.grouped.map { ($0.name, TextNode(values: $0.values)) }
        let node = values.isEmpty ? TextNode.object(members) : TextNode(values: values, object: members)
        let read: (result: Result<Value, JSONError>, names: [String]) = node.read(isShared: true)
        read.names.forEach { know($0) }
        if values.isEmpty {
            if case .failure(let error) = read.result, error.pointer.isEmpty, case .wrongType(_, found: .object) = error.kind {
                // It is no object, and so it would stand under its name.
                know(name)
                return nil
            }
            if !isRequired, read.names.isEmpty { return nil }
        } else {
            know(name)
        }
        return try value(of: read.result, named: name)
    }

    private func value<Value>(of result: Result<Value, JSONError>, named name: String) throws(Refusal) -> Value {
        switch result {
        case .success(let value): return value
        case .failure(let error): throw .invalidData(error.message(for: "\(kind) '\(name)'"))
        }
    }
}

extension [ParameterPairs.Pair] {
    /// The values by their names, both in the order in which they came.
    var grouped: [(name: String, values: [String])] {
        var positions: [String: Int] = [:]
        var groups: [(name: String, values: [String])] = []
        for pair in self {
            if let position = positions[pair.name] {
                groups[position].values.append(pair.value)
            } else {
                positions[pair.name] = groups.count
                groups.append((pair.name, [pair.value]))
            }
        }
        return groups
    }
}
