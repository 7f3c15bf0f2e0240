/// The key of a path: text, and the names of parameters in braces.
public struct PathTemplate: Hashable, Sendable {
    public let parts: [Part]

    /// A stretch of a path.
    public enum Part: Hashable, Sendable {
        case text(String)
        /// The name between the braces.
        case parameter(String)
    }

    /// `nil` if a brace has no counterpart or holds nothing.
    public init?(_ path: String) {
        var parts: [Part] = []
        var rest = path[...]
        while !rest.isEmpty {
            let text = rest.prefix { $0 != "{" && $0 != "}" }
            if !text.isEmpty { parts.append(.text(String(text))) }
            rest = rest.dropFirst(text.count)
            guard let brace = rest.popFirst() else { break }
            let name = rest.prefix { $0 != "{" && $0 != "}" }
            rest = rest.dropFirst(name.count)
            guard brace == "{", !name.isEmpty, rest.popFirst() == "}" else { return nil }
            parts.append(.parameter(String(name)))
        }
        self.parts = parts
    }

    /// The names of its parameters, in the order of the path.
    public var parameterNames: [String] {
        parts.compactMap { part in
            if case .parameter(let name) = part { name } else { nil }
        }
    }

    /// The path with all names taken out: templates that match the same requests have the same shape.
    public var shape: String {
        parts.map { part in
            if case .text(let text) = part { text } else { "{}" }
        }.joined()
    }
}
