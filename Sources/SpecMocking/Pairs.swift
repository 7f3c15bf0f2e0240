import CloudFlowRuntime
import HTTPTypes

/// A name and a value of a query, of cookies or of a form.
struct Pair {
    let name: String
    let value: String
    /// Before it was decoded.
    let raw: Substring
}

extension [Pair] {
    /// The pairs of a query or of a form; nil where they are not percent-encoded UTF-8.
    init?(form text: Substring) {
        self = []
        for part in text.split(separator: "&") {
            let name = part.prefix { $0 != "=" }
            let raw = part[name.endIndex...].dropFirst()
            guard let name = name.percentDecoded(plusIsSpace: true), let value = raw.percentDecoded(plusIsSpace: true) else { return nil }
            append(Pair(name: name, value: value, raw: raw))
        }
    }
}

extension APIRequest {
    /// Nil where they are not percent-encoded UTF-8.
    var queryPairs: [Pair]? { [Pair](form: query ?? "") }

    var cookiePairs: [Pair] {
        (head.headerFields[.cookie] ?? "").split(separator: ";").map { part in
            let part = part.drop { $0 == " " }
            let name = part.prefix { $0 != "=" }
            let raw = part[name.endIndex...].dropFirst()
            return Pair(name: String(name), value: raw.percentDecoded() ?? String(raw), raw: raw)
        }
    }
}
