public import SpecYAML

/// A JSON Schema as it is written, in the dialects of OpenAPI 3.0 and of JSON Schema 2020-12.
///
/// Whatever a schema leaves out is `nil`, empty or `false`. Keywords that few schemas have stand in `constraints`, `applicators` and `identity`.
public struct Schema: Sendable {
    public var location: Location
    /// Of the schemas `true` (anything) and `false` (nothing), which say nothing else.
    public var boolean: Bool?

    /// The JSON types allowed, as written; empty for any.
    public var types: [SchemaType] = []
    /// Whether `null` is allowed beside `types` (OpenAPI 3.0).
    public var nullable = false
    public var format: String?
    /// The only values allowed.
    public var enumeration: [YAMLNode]?
    /// The only value allowed.
    public var constant: YAMLNode?
    public var defaultValue: YAMLNode?

    public var title: String?
    public var description: String?
    public var deprecated = false
    public var readOnly = false
    public var writeOnly = false
    /// Both of `example` and `examples`.
    public var examples: [YAMLNode] = []

    /// Of objects.
    public var properties = OrderedMap<String, Referenced<Schema>>()
    public var required: [String] = []
    /// The type of properties that `properties` and `patternProperties` don't name; a boolean schema where a boolean is written.
    public var additionalProperties: Referenced<Schema>?
    /// Of arrays: the type of the items, of those after `prefixItems`.
    public var items: Referenced<Schema>?

    public var allOf: [Referenced<Schema>] = []
    public var oneOf: [Referenced<Schema>] = []
    public var anyOf: [Referenced<Schema>] = []

    public var extensions = Extensions()

    private var boxedConstraints: Box<Constraints>?
    private var boxedApplicators: Box<Applicators>?
    private var boxedIdentity: Box<Identity>?
    private var boxedDiscriminator: Box<Discriminator>?
    private var boxedXML: Box<XML>?
    private var boxedExternalDocs: Box<ExternalDocs>?

    public init(location: Location) { self.location = location }

    /// The bounds of values; `nil` if it has none.
    public var constraints: Constraints? {
        get { boxedConstraints?.value }
        set { boxedConstraints = newValue.map(Box.init) }
    }

    /// The rarer keywords that apply other schemas; `nil` if it has none.
    public var applicators: Applicators? {
        get { boxedApplicators?.value }
        set { boxedApplicators = newValue.map(Box.init) }
    }

    /// What it is called inside JSON Schema; `nil` if it is called nothing.
    public var identity: Identity? {
        get { boxedIdentity?.value }
        set { boxedIdentity = newValue.map(Box.init) }
    }

    /// Which property tells the alternatives of `oneOf` and `anyOf`, or the descendants of this schema, apart.
    public var discriminator: Discriminator? {
        get { boxedDiscriminator?.value }
        set { boxedDiscriminator = newValue.map(Box.init) }
    }

    public var xml: XML? {
        get { boxedXML?.value }
        set { boxedXML = newValue.map(Box.init) }
    }

    public var externalDocs: ExternalDocs? {
        get { boxedExternalDocs?.value }
        set { boxedExternalDocs = newValue.map(Box.init) }
    }
}

/// A type of JSON Schema: JSON's own, and `integer`.
public enum SchemaType: String, Sendable, CaseIterable {
    case null, boolean, object, array, number, string, integer
}
