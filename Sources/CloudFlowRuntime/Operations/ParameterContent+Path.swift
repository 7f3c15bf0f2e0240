extension ParameterContent {
    /// The value as a segment of a path.
    func pathText(named name: String, _ style: ParameterStyle, explode: Bool, allowsReserved: Bool) -> String {
        // The delimiters of all styles are encoded inside values, but for the dot: it is that of exploded labels alone.
        let isDotKept = style != .label || !explode
        let encode = { (text: String) in
            text.percentEncoded { byte in
                byte == UInt8(ascii: ".") ? isDotKept : byte.isUnreserved || allowsReserved && pathReserved.contains(byte)
            }
        }
        return switch style {
        case .label: "." + joined(by: explode ? "." : ",", explode: explode, encode)
        case .matrix: matrixText(named: encode(name), explode: explode, encode)
        default: joined(by: ",", explode: explode, encode)
        }
    }

    /// The elements one behind the other. Names stand before their values: exploded with an equals sign, otherwise as elements.
    func joined(by delimiter: String, explode: Bool, _ encode: (String) -> String) -> String {
        switch self {
        case .text(let text): encode(text)
        case .list(let elements): elements.map(encode).joined(separator: delimiter)
        case .members(let members):
            members.map { encode($0.name) + (explode ? "=" : delimiter) + encode($0.value) }.joined(separator: delimiter)
        }
    }

    private func matrixText(named name: String, explode: Bool, _ encode: (String) -> String) -> String {
        let pairs: [(name: String, value: String)] =
            switch self {
            case .list(let elements) where explode: elements.map { (name, encode($0)) }
            case .members(let members) where explode: members.map { (encode($0.name), encode($0.value)) }
            default: [(name, joined(by: ",", explode: false, encode))]
            }
        return pairs.map { ";\($0.name)\($0.value.isEmpty ? "" : "=")\($0.value)" }.joined()
    }
}

/// What RFC 3986 reserves and a path may hold, without the delimiters of the styles.
private let pathReserved = Set(":@!$&'()*+".utf8)
