/// A name and a value of the style deepObject: `filter[price][min]` and `10`, or `filter[tags][]` and `new`.
struct DeepPair {
    let name: String
    let value: String
    /// Whether the name could not be taken apart again.
    var isTorn = false
}

extension JSONValue {
    /// The scalars of the value, with the names of all that is around them. Arrays of scalars have empty brackets, others positions.
    ///
    /// An array or object that is empty is an empty text. Null is left out.
    func deepPairs(named name: String, isTorn: Bool = false) -> [DeepPair] {
        switch kind {
        case .null: return []
        case .string, .number, .boolean: return [DeepPair(name: name, value: text ?? "", isTorn: isTorn)]
        case .object:
            let members = members
            if members.isEmpty { return [DeepPair(name: name, value: "", isTorn: isTorn)] }
            return members.flatMap { member in
                member.value.deepPairs(named: "\(name)[\(member.name)]", isTorn: isTorn || !member.name.isBracketable)
            }
        case .array:
            let elements = (array ?? []).filter { !$0.isNull }
            if elements.isEmpty { return [DeepPair(name: name, value: "", isTorn: isTorn)] }
            let isFlat = elements.allSatisfy { $0.kind != .object && $0.kind != .array }
            return elements.enumerated().flatMap { index, element in
                element.deepPairs(named: isFlat ? "\(name)[]" : "\(name)[\(index)]", isTorn: isTorn)
            }
        }
    }
}

extension String {
    /// Whether brackets around the name leave it whole: empty ones stand for an element of an array.
    fileprivate var isBracketable: Bool { !isEmpty && !contains { $0 == "[" || $0 == "]" } }
}

extension Substring {
    /// The keys in the brackets behind a name: of `[price][min]` price and min; nil where that isn't what stands there.
    var bracketedKeys: [String]? {
        var keys: [String] = []
        var rest = self
        while let open = rest.popFirst() {
            guard open == "[", let close = rest.firstIndex(of: "]") else { return nil }
            keys.append(String(rest[..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return keys
    }
}
