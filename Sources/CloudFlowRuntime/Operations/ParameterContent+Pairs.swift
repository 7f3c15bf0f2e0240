extension ParameterContent {
    /// The value as the pairs of a query or of cookies.
    func pairs(named name: String, _ style: ParameterStyle, explode: Bool, _ encode: (String) -> String) -> [(name: String, value: String)]
    {
        let encodedName = encode(name)
        switch self {
        case .list(let elements) where explode && !elements.isEmpty: return elements.map { (encodedName, encode($0)) }
        case .members(let members) where explode: return members.map { (encode($0.name), encode($0.value)) }
        default:
            let delimiter = style.delimiter.map { String($0).percentEncoded } ?? ","
            return [(encodedName, joined(by: delimiter, explode: false, encode))]
        }
    }

    /// Whether a value that isn't exploded could not be taken apart again, since the delimiter is no other when it is part of an element.
    func isTorn(by style: ParameterStyle) -> Bool {
        guard let delimiter = style.delimiter else { return false }
        return switch self {
        case .text: false
        case .list(let elements): elements.contains { $0.contains(delimiter) }
        case .members(let members): members.contains { $0.name.contains(delimiter) || $0.value.contains(delimiter) }
        }
    }
}

extension String {
    /// Percent-encodes for a query.
    ///
    /// - Parameter allowsReserved: leaves in what RFC 3986 reserves, but for what a query can't hold or gives a meaning.
    func queryEncoded(allowsReserved: Bool) -> String {
        percentEncoded { $0.isUnreserved || allowsReserved && queryReserved.contains($0) }
    }
}

/// What RFC 3986 reserves and a query may hold, without the delimiters of its pairs and of lists, and without the plus that stands for a space.
private let queryReserved = Set(":/?@!$'()*;".utf8)
