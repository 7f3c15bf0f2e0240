/// A media type, or a range of them: `application/json`, `text/plain; charset=utf-8`, `image/*`, `*/*` (RFC 9110, section 8.3.1).
public struct MediaType: Sendable, Hashable {
    /// The text as it was given.
    public let text: String
    /// Type and subtype in lower case: `text/plain`.
    public let essence: String
    /// The parameters, their names in lower case.
    public let parameters: [String: String]

    /// Nil where the text is not a type and a subtype.
    public init?(_ text: String) {
        self.init(lenient: text)
        let parts = essence.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), essence.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
    }

    private init(lenient text: String) {
        self.text = text
        essence = mediaTypeEssence(text)
        let parameters = fieldParameters(text.drop { $0 != ";" }).map { ($0.name.lowercased(), $0.value) }
        self.parameters = Dictionary(parameters) { first, _ in first }
    }

    public static func == (first: MediaType, second: MediaType) -> Bool {
        first.essence == second.essence && first.parameters == second.parameters
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(essence)
        hasher.combine(parameters)
    }
}

extension MediaType: ExpressibleByStringLiteral, CustomStringConvertible {
    /// A text that is no media type matches itself alone: specs hold such things.
    public init(stringLiteral value: String) { self.init(lenient: value) }
    public var description: String { text }
}

extension MediaType {
    /// The subtype.
    var subtype: Substring { essence.drop { $0 != "/" }.dropFirst() }

    /// How well a body of the type `other` fits this one, which may be a range; nil where it doesn't.
    ///
    /// JSON takes what is built on it, `application/problem+json`; more parameters in common fit better.
    private func fitness(for other: MediaType) -> Int? {
        let type = essence.prefix { $0 != "/" }
        if essence == other.essence {
            let declared = parameters.filter { $0.key != "charset" }
            let missing = declared.filter { other.parameters[$0.key] == nil }
            let isContradicted = declared.contains { name, value in
                other.parameters[name].map { $0.lowercased() != value.lowercased() } ?? false
            }
            return isContradicted ? nil : 1_000 + declared.count - 2 * missing.count
        }
        if subtype.hasPrefix("*+"), other.essence.hasPrefix(type + "/"), other.subtype.hasSuffix(subtype.dropFirst()) { return 3 }
        if essence == "application/json", isJSON(other.essence) { return 2 }
        if subtype == "*", other.essence.hasPrefix(type + "/") { return 1 }
        return essence == "*/*" ? 0 : nil
    }

    /// The one of several types that a body of this type fits best; the earlier of two that it fits as well.
    package func best(among accepted: [MediaType]) -> MediaType? {
        var best: (type: MediaType, fitness: Int)?
        for type in accepted {
            guard let fitness = type.fitness(for: self), fitness > best?.fitness ?? -1 else { continue }
            best = (type, fitness)
        }
        return best?.type
    }
}
