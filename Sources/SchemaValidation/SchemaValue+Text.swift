extension SchemaValue {
    /// The JSON text on several lines, indented by two spaces.
    public var json: String { text(indentation: "", separator: " ", isFolded: false) }

    /// The JSON text on one line.
    public var jsonLine: String { text(indentation: "", separator: "", isFolded: true) }

    private func text(indentation: String, separator: String, isFolded: Bool) -> String {
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let text): return text
        case .string(let text): return text.jsonQuoted
        case .array(let items):
            return list(items, "[", "]", indentation, isFolded) { $0.text(indentation: $1, separator: separator, isFolded: isFolded) }
        case .object(let members):
            return list(members, "{", "}", indentation, isFolded) { member, indentation in
                let value = member.value.text(indentation: indentation, separator: separator, isFolded: isFolded)
                return member.name.jsonQuoted + ":" + separator + value
            }
        }
    }

    private func list<Element>(
        _ elements: [Element],
        _ opening: String,
        _ closing: String,
        _ indentation: String,
        _ isFolded: Bool,
        text: (Element, _ indentation: String) -> String
    ) -> String {
        if elements.isEmpty { return opening + closing }
        let inner = indentation + "  "
        let texts = elements.map { text($0, inner) }
        if isFolded { return opening + texts.joined(separator: ",") + closing }
        return opening + "\n" + texts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indentation + closing
    }

    /// The value as a parameter or a plain text shows it: strings without quotes.
    public var plainText: String {
        if case .string(let text) = self { text } else { jsonLine }
    }
}

extension String {
    fileprivate var jsonQuoted: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20: quoted += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
