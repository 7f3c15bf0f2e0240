public import SpecYAML

/// What a reference leads to.
public struct ReferenceTarget<Component: Sendable>: Sendable {
    /// The name in the components; `nil` if it stands elsewhere.
    public let name: String?
    /// Where it stands in the document: one and the same for all references to it, however they are written.
    public let pointer: JSONPointer
    /// The construct, or a further reference.
    public let value: Referenced<Component>
}

extension Document {
    /// What a reference leads to, taking one step.
    ///
    /// Fails if it leads nowhere, to something of another kind, or out of the file.
    public func target<Kind: Component>(of reference: Reference<Kind>) throws(Diagnostics) -> ReferenceTarget<Kind> {
        let use = ReferenceUse(text: reference.text, location: reference.location, kind: Kind.self)
        let place = try place(of: use)
        if let name = place.componentName(of: Kind.self) {
            guard let value = Kind.section(of: components)[name] else { throw missing(Kind.self, name, at: reference.location) }
            return ReferenceTarget(name: name, pointer: place, value: value)
        }
        let node = try node(at: place, for: use)
        let context = ReadingContext(swagger2: swagger2)
        guard let value = Referenced<Kind>.read(node, in: context) else { throw Diagnostics(context.diagnostics) }
        return ReferenceTarget(name: nil, pointer: place, value: value)
    }

    /// The construct itself, with all references to it followed.
    ///
    /// Fails where `target(of:)` does, and if references lead back to themselves or on and on.
    public func resolve<Kind: Component>(_ referenced: Referenced<Kind>) throws(Diagnostics) -> Kind {
        var next = referenced
        var path: [JSONPointer] = []
        while true {
            switch next {
            case .inline(let component):
                return component
            case .reference(let reference):
                let target = try target(of: reference)
                let isCycle = path.contains(target.pointer)
                path.append(target.pointer)
                if isCycle || path.count > Self.longestChain {
                    throw endless(path, at: referenced.reference?.location ?? reference.location)
                }
                next = target.value
            }
        }
    }

    /// No document needs more references in a row.
    private static let longestChain = 50

    private func endless(_ path: [JSONPointer], at location: Location) -> Diagnostics {
        let shown = path.map { "#\($0)" }.suffix(4).joined(separator: " -> ")
        let steps = path.count > 4 ? "... -> " + shown : shown
        return [Diagnostic(.error, at: location, "the references lead to no end (\(steps)); let one of them be more than a '$ref'")]
    }
}
