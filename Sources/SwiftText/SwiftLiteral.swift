extension String {
    /// A Swift string literal for this text, with its quotes.
    var swiftLiteral: String { "\"\(swiftEscaped)\"" }

    /// A Swift string literal for this text in which quotes and backslashes stand as they are, unless something in it can't be shown.
    var swiftRawLiteral: String {
        guard contains(where: { $0 == "\"" || $0 == "\\" }), !unicodeScalars.contains(where: \.isUnprintable) else { return swiftLiteral }
        // Behind a quote or a backslash, as many signs as delimit the literal would end it, or begin an escape.
        var (longest, run, isBehind) = (0, 0, false)
        for byte in utf8 {
            run = byte == UInt8(ascii: "#") && isBehind ? run + 1 : 0
            isBehind = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || run > 0
            longest = max(longest, run)
        }
        let delimiter = String(repeating: "#", count: longest + 1)
        return "\(delimiter)\"\(self)\"\(delimiter)"
    }

    /// The text as it stands in a string literal. Control characters, quotes and backslashes are escaped; the rest stands as it is.
    var swiftEscaped: String {
        let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { return self }
        var literal = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            default:
                if scalar.isUnprintable {
                    literal += "\\u{\(String(scalar.value, radix: 16))}"
                } else {
                    literal.unicodeScalars.append(scalar)
                }
            }
        }
        return literal
    }

    /// The text with each run of white space and control characters made a single space.
    var onOneLine: String {
        unicodeScalars.split { $0.isUnprintable || $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
    }
}

extension Unicode.Scalar {
    /// Whether it would not be seen in source, or would change how the text around it is shown (controls, bidirectional overrides, separators).
    var isUnprintable: Bool {
        if value < 0x80 { return value < 0x20 || value == 0x7f }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: false
        }
    }
}
