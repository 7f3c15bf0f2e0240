extension ParameterPairs {
    /// The pairs of a query, or of a form in a body; nil where they are not percent-encoded UTF-8.
    init?(form text: Substring, kind: StaticString) {
        let decode = { @Sendable (part: Substring) in part.percentDecoded(plusIsSpace: true) }
        var pairs: [Pair] = []
        for part in text.split(separator: "&") {
            let name = part.prefix { $0 != "=" }
            let raw = part[name.endIndex...].dropFirst()
            guard let name = decode(name), let value = decode(raw) else { return nil }
            pairs.append(Pair(name: name, value: value, raw: raw))
        }
        self.init(pairs, kind: kind, decode: decode)
    }

    /// The pairs of a `Cookie` field (RFC 6265, section 4.2.1). What isn't percent-encoded stands for itself: not everybody encodes cookies.
    init(cookies text: String) {
        let decode = { @Sendable (part: Substring) in part.percentDecoded() ?? String(part) }
        let pairs = text.split(separator: ";").map { part in
            let part = part.drop { $0 == " " }
            let name = part.prefix { $0 != "=" }
            let raw = part[name.endIndex...].dropFirst()
            return Pair(name: decode(name), value: decode(raw), raw: raw)
        }
        self.init(pairs, kind: "cookie", decode: decode)
    }
}
