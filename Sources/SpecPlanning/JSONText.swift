import SpecYAML

extension YAMLNode {
    /// The value as JSON, without white space.
    var jsonText: String {
        switch kind {
        case .mapping: "{" + entries.map { "\($0.key.text.jsonQuoted):\($0.value.jsonText)" }.joined(separator: ",") + "}"
        case .sequence: "[" + items.map(\.jsonText).joined(separator: ",") + "]"
        case .scalar:
            switch scalarType {
            case .null: "null"
            case .bool: bool == true ? "true" : "false"
            case .integer: integer.map { String($0) } ?? text
            case .float: double.flatMap { $0.isFinite ? String($0) : nil } ?? "null"
            case .string, nil: text.jsonQuoted
            }
        }
    }
}

extension String {
    var jsonQuoted: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{8}": quoted += "\\b"
            case "\u{c}": quoted += "\\f"
            default:
                if scalar.value < 0x20 {
                    quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
