public import SpecYAML

/// What a reference leads to.
public struct ReferenceTarget<Component: Sendable>: Sendable {
    /// Its name in the components.
    public let name: String
    /// The construct, or a further reference.
    public let value: Referenced<Component>
}

extension Document {
    /// What a reference leads to, taking one step: a component, for reading makes one of whatever is referred to.
    ///
    /// Fails if there is no such component, as may be in a reference that reading did not come upon.
    public func target<Kind: Component>(of reference: Reference<Kind>) throws(Diagnostics) -> ReferenceTarget<Kind> {
        guard let name = componentName(reference.text, Kind.self) else {
            throw [Diagnostic(.warning, at: reference.location, "'\(reference.text)' is to no component; refer to one")]
        }
        guard let value = components[keyPath: Kind.path][name] else { throw missing(Kind.self, name, at: reference.location) }
        return ReferenceTarget(name: name, value: value)
    }

    /// The construct itself, with all references to it followed.
    ///
    /// Fails where `target(of:)` does, and if references lead back to themselves or on and on.
    public func resolve<Kind: Component>(_ referenced: Referenced<Kind>) throws(Diagnostics) -> Kind {
        var next = referenced
        var path: [String] = []
        while true {
            switch next {
            case .inline(let component):
                return component
            case .reference(let reference):
                let target = try target(of: reference)
                path.append(target.name)
                if path.count > Self.longestChain { throw endless(path, at: referenced.reference?.location ?? reference.location) }
                next = target.value
            }
        }
    }

    /// The name of a component, if a reference of this text is to one.
    func componentName(_ text: String, _ kind: any Component.Type) -> String? {
        if let name = text.plainComponentName(in: "#/components/", kind.section) { return name }
        guard text.hasPrefix("#"), let pointer = JSONPointer(fragment: text.dropFirst()) else { return nil }
        let tokens = pointer.tokens
        if tokens.count == 3, tokens[0] == "components", tokens[1] == kind.section { return tokens[2] }
        guard swagger2 != nil, tokens.count == 2, tokens[0] == kind.swagger2Section else { return nil }
        return tokens[1]
    }

    /// No document needs more references in a row.
    private static let longestChain = 50

    private func endless(_ path: [String], at location: Location) -> Diagnostics {
        let shown = path.suffix(4).map { "'\($0)'" }.joined(separator: " -> ")
        let message = "the references lead on and on (... -> \(shown)); let one of them be more than a '$ref'"
        return [Diagnostic(.warning, at: location, message)]
    }

    /// So that a file with thousands of wrong references to thousands of names is told about in a second.
    private static let mostNamesCompared = 1000

    func missing(_ kind: any Component.Type, _ name: String, at location: Location) -> Diagnostics {
        let section = swagger2 == nil ? "components/\(kind.section)" : kind.swagger2Section ?? kind.section
        let names = kind.names(in: components, atMost: Self.mostNamesCompared)
        let advice = NearestName.nearest(to: name, among: names).map { "write '\($0)'" } ?? "add it under '\(section)'"
        return [Diagnostic(.warning, at: location, "there is no \(kind.noun) '\(name)'; \(advice)")]
    }
}

extension String {
    /// The name in `#/components/<section>/<name>` where nothing is escaped, which nearly all references are.
    func plainComponentName(in home: String, _ section: String) -> String? {
        let place = home + section + "/"
        guard hasPrefix(place) else { return nil }
        let name = utf8.dropFirst(place.utf8.count)
        let isPlain = name.allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "~") && $0 != UInt8(ascii: "%") }
        return isPlain ? String(Substring(name)) : nil
    }
}
