public import SpecYAML

/// A construct that stands where it is used, or a reference to where it stands.
public enum Referenced<Component: Sendable>: Sendable {
    indirect case inline(Component)
    indirect case reference(Reference<Component>)

    /// The construct, if it stands here.
    public var inline: Component? {
        guard case .inline(let component) = self else { return nil }
        return component
    }

    /// The reference, if it is one.
    public var reference: Reference<Component>? {
        guard case .reference(let reference) = self else { return nil }
        return reference
    }
}

/// A `$ref` as it is written.
public struct Reference<Component: Sendable>: Sendable {
    /// What follows `$ref:`, as `#/components/schemas/Device`.
    public var text: String
    /// Where that text stands.
    public var location: Location
    /// Replaces the summary of what is referred to (OpenAPI 3.1).
    public var summary: String?
    /// Replaces the description of what is referred to (OpenAPI 3.1).
    public var description: String?
    /// Of a schema or a path item: what stands beside the `$ref`, `nil` if nothing does that counts.
    ///
    /// In OpenAPI 3.1 both hold. OpenAPI 3.0 says that siblings of a schema's `$ref` are ignored, yet many documents describe a property so.
    public var siblings: Component?
    public var extensions = Extensions()

    public init(text: String, location: Location) {
        self.text = text
        self.location = location
    }
}
