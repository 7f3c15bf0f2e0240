import SpecYAML

extension SpecNumber {
    /// The number of a scalar in JSON's notation; `nil` for everything else, infinity and NaN too.
    init?(_ node: YAMLNode) {
        switch node.scalarType {
        case .integer:
            if node.text.hasPrefix("0x") || node.text.hasPrefix("0o") {
                guard let integer = node.integer else { return nil }
                self.init(text: String(integer))
            } else {
                self.init(text: Self.inJSONNotation(node.text))
            }
        case .float:
            let text = node.text.lowercased()
            guard !text.hasSuffix("inf"), !text.hasSuffix("nan") else { return nil }
            self.init(text: Self.inJSONNotation(node.text))
        case .null, .bool, .string, nil:
            return nil
        }
    }

    /// The value if it is whole, as that of `3`, `3.0` and `3e2`, and fits 64 bits.
    var whole: Int? { int ?? Int(exactly: double) }

    /// YAML allows `+1`, `007`, `.5` and `5.`, which JSON does not.
    private static func inJSONNotation(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let whole = unsigned.prefix(while: \.isNumber)
        var rest = unsigned.dropFirst(whole.count)
        let digits = whole.drop { $0 == "0" }
        if rest.hasPrefix("."), rest.dropFirst().first?.isNumber != true { rest = rest.dropFirst() }
        return sign + (digits.isEmpty ? "0" : digits) + rest
    }
}
