import SpecYAML

extension Comparison {
    /// One object: `level`, `counts` and `changes`; a change has `rule`, `level`, `subject`, `text`, `client`, `service`, `old`, `new`, and,
    /// where there are some, `swift` and `uses`.
    public var jsonReport: String {
        let counts = Level.allCases.map { level in
            "    \(level.rawValue.quoted): \(changes.filter { $0.level == level }.count)"
        }
        let lines = [
            "{", "  \"level\": \(level?.rawValue.quoted ?? "null"),", "  \"counts\": {", counts.joined(separator: ",\n"), "  },",
            "  \"changes\": [" + sorted.map { "\n    " + $0.json }.joined(separator: ",") + (changes.isEmpty ? "]" : "\n  ]"), "}",
        ]
        return lines.joined(separator: "\n")
    }
}

extension Change {
    fileprivate var json: String {
        var members = [
            ("rule", rule.quoted), ("level", level.rawValue.quoted), ("subject", subject.quoted), ("text", text.quoted),
            ("client", client.json), ("service", service.json), ("old", old.json), ("new", new.json),
        ]
        if isDocumentation { members.append(("documentation", "true")) }
        if oldSymbol != nil || newSymbol != nil {
            let names = [("old", oldSymbol), ("new", newSymbol)].compactMap { name in name.1.map { "\(name.0.quoted): \($0.quoted)" } }
            members.append(("swift", "{\(names.joined(separator: ", "))}"))
        }
        if !uses.isEmpty { members.append(("uses", "[\(uses.map(\.quoted).joined(separator: ", "))]")) }
        return "{" + members.map { "\($0.0.quoted): \($0.1)" }.joined(separator: ", ") + "}"
    }
}

extension Impact {
    fileprivate var json: String { "{\"level\": \(level.rawValue.quoted), \"text\": \(text.quoted)}" }
}

extension Location {
    fileprivate var json: String {
        let place = [("line", line), ("column", column)].compactMap { name, value in value.map { ", \"\(name)\": \($0)" } }
        return "{\"file\": \(file.quoted)\(place.joined())}"
    }
}

extension String {
    /// As a string of JSON.
    var quoted: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else { return "\"\(self)\"" }
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
