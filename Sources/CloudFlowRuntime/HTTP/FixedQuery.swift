/// The query that a path template brings along: `/?action=list`, `/items?id={id}`. Only requests that have all of it are for the route.
struct FixedQuery: Sendable {
    /// A pair of the query: its name decoded, and its value as it is written in the template.
    struct Pair: Sendable {
        let name: String
        let value: Route.Segment
        /// Whether there is a `=` between the two.
        let hasValue: Bool
    }

    let pairs: [Pair]

    /// - Parameter text: what stands behind the `?` of a template.
    init(_ text: Substring) {
        pairs = text.split(separator: "&").map { part in
            let name = part.prefix { $0 != "=" }
            let value = part[name.endIndex...].dropFirst()
            return Pair(
                name: name.percentDecoded(plusIsSpace: true) ?? String(name),
                value: Route.Segment(value),
                hasValue: name.endIndex < part.endIndex
            )
        }
    }

    /// The query with the values of its parameters, percent-encoded.
    func text(_ parameters: [String: String]) -> String {
        pairs.map { "\($0.name.percentEncoded)\($0.hasValue ? "=" : "")\($0.value.text(parameters))" }.joined(separator: "&")
    }

    /// What its parameters are in a query, percent-decoded; nil where the query lacks a part of it.
    func values(in query: ParameterPairs) -> [String: String]? {
        var values: [String: String] = [:]
        for pair in pairs {
            let fitting = query.pairs.lazy.filter { $0.name == pair.name }.compactMap { given -> [String: Substring]? in
                if case .literal(let text) = pair.value { return given.value == text[...].percentDecoded(plusIsSpace: true) ? [:] : nil }
                return given.raw.isEmpty ? nil : pair.value.values(in: given.raw)
            }
            guard let found = fitting.first else { return nil }
            for (name, value) in found { values[name] = value.percentDecoded(plusIsSpace: true) }
        }
        return values
    }
}
