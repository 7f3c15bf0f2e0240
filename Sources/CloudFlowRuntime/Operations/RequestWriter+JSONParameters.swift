import HTTPTypes

/// Parameters that are JSON texts: those that the spec gives a `content` of `application/json`. Nil is left out.
extension RequestWriter {
    /// Fills the place of a parameter in the path.
    public mutating func path(_ name: StaticString, json value: some JSONWritable) {
        guard let json = json(of: value, for: "path parameter '\(name)'") else { return }
        path("\(name)", encoded: String(decoding: json.bytes, as: UTF8.self).percentEncoded)
    }

    /// Adds a parameter to the query.
    public mutating func query(_ name: StaticString, json value: (some JSONWritable)?) {
        guard let value, let json = json(of: value, for: "query parameter '\(name)'") else { return }
        addQuery("\(name)".percentEncoded, String(decoding: json.bytes, as: UTF8.self).percentEncoded)
    }

    /// Makes a JSON text the query as a whole: OpenAPI's `in: querystring`.
    public mutating func wholeQuery(_ name: StaticString, json value: (some JSONWritable)?) {
        guard let value, let json = json(of: value, for: "query '\(name)'") else { return }
        addQuery(String(decoding: json.bytes, as: UTF8.self).percentEncoded)
    }

    /// Adds a header field.
    public mutating func header(_ name: StaticString, json value: (some JSONWritable)?) {
        guard let value, let json = json(of: value, for: "header field '\(name)'") else { return }
        guard let field = HTTPField.Name("\(name)") else { return fail("'\(name)' can't be the name of a header field") }
        fields[field] = json.asciiText
    }

    /// Adds a cookie.
    public mutating func cookie(_ name: StaticString, json value: (some JSONWritable)?) {
        guard let value, let json = json(of: value, for: "cookie '\(name)'") else { return }
        cookies.append("\("\(name)".percentEncoded)=\(String(decoding: json.bytes, as: UTF8.self).percentEncoded)")
    }
}

extension JSONValue {
    /// The JSON with everything outside ASCII escaped, as a header field can hold it.
    var asciiText: String {
        var text = ""
        for unit in String(decoding: bytes, as: UTF8.self).utf16 {
            if unit < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            } else {
                text += "\\u" + String(unit, radix: 16).leftPadded
            }
        }
        return text
    }
}

extension String {
    /// Hexadecimal digits as four.
    fileprivate var leftPadded: String { String(repeating: "0", count: 4 - utf8.count) + self }
}
