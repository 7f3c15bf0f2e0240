public import SpecYAML

/// One way in which a description differs from an older one.
public struct Change: Sendable {
    /// The kind of change, as `request-property-became-required`; the same in every version of this generator.
    public var rule: String
    public var client: Impact
    public var service: Impact
    /// What has changed, in the terms of the description: `POST /devices, request body`, `schema Device, property name`.
    public var subject: String
    /// How it has changed: `maxLength went from 20 to 10`.
    public var text: String
    /// Where the older description says it, or where it would stand.
    public var old: Location
    /// Where the newer description says it, or where it would stand.
    public var new: Location
    /// Whether it says something else to people alone.
    public var isDocumentation = false
    /// The operations that it concerns, if it stands in a component: `POST /devices`.
    public var uses: [String] = []
    /// What the generated code for the older description calls it, as `Device.name`; `nil` if it has no name there.
    public var oldSymbol: String?
    /// What the generated code for the newer description calls it; `nil` if it has no name there.
    public var newSymbol: String?
    /// A sentence about what is new, from the description.
    public var summary: String?
    var anchor: Anchor
    /// The operation or the component that it was found in.
    var owner = 0

    /// The worse of what it does to a client and to a service.
    public var level: Level { max(client.level, service.level) }
}

/// What the generated code may have a name for.
indirect enum Anchor: Hashable, Sendable {
    case none
    /// By method and path: `GET /devices`.
    case operation(old: String?, new: String?)
    /// By operation, place and name.
    case parameter(operation: [String?], name: String)
    /// A case of an operation's answers, by its status.
    case status(operation: [String?], status: String)
    /// By where the schema stands in each description.
    case schema(old: Location?, new: Location?)
    case property(name: String, old: Location?, new: Location?)
    /// The first of the two that has a name: an inline text has none, but the property that it is.
    case nearest(Anchor, else: Anchor)
    case value(text: String, old: Location?, new: Location?)
}
