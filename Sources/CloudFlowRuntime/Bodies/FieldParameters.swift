/// The parameters behind the value of a header field: of `; charset=utf-8; title="a; b"` two pairs (RFC 9110, section 5.6.6).
///
/// In quotes `\"` is a quote, and any other backslash itself: file names of Windows come so.
func fieldParameters(_ text: Substring) -> [(name: String, value: String)] {
    var parameters: [(name: String, value: String)] = []
    var rest = text.utf8[...]
    while true {
        rest = rest.drop { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if rest.isEmpty { return parameters }
        let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
        rest = rest[name.endIndex...]
        guard rest.popFirst() == UInt8(ascii: "=") else { continue }
        let value = rest.first == UInt8(ascii: "\"") ? quoted(&rest) : plain(&rest)
        parameters.append((String(decoding: name, as: UTF8.self).trimmed, value))
    }
}

private func plain(_ rest: inout Substring.UTF8View.SubSequence) -> String {
    let value = rest.prefix { $0 != UInt8(ascii: ";") }
    rest = rest[value.endIndex...]
    return String(decoding: value, as: UTF8.self).trimmed
}

private func quoted(_ rest: inout Substring.UTF8View.SubSequence) -> String {
    rest.removeFirst()
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "\\") where rest.first == UInt8(ascii: "\"") && !endsParameter(rest.dropFirst()):
            bytes.append(UInt8(ascii: "\""))
            rest.removeFirst()
        case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Whether nothing, or the next parameter, comes behind a quote: then it closes a text that ends in a backslash.
private func endsParameter(_ rest: Substring.UTF8View.SubSequence) -> Bool {
    let next = rest.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return next == nil || next == UInt8(ascii: ";")
}

extension String {
    /// Without spaces and tabs around it.
    var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
