extension Schema {
    /// The rarer keywords that apply other schemas to a value or to its parts.
    public struct Applicators: Sendable {
        public var not: Referenced<Schema>?
        public var ifSchema: Referenced<Schema>?
        public var thenSchema: Referenced<Schema>?
        public var elseSchema: Referenced<Schema>?
        /// Of the first items, one each.
        public var prefixItems: [Referenced<Schema>] = []
        public var contains: Referenced<Schema>?
        public var unevaluatedItems: Referenced<Schema>?
        /// By regular expression.
        public var patternProperties = OrderedMap<String, Referenced<Schema>>()
        public var propertyNames: Referenced<Schema>?
        public var unevaluatedProperties: Referenced<Schema>?
        /// Schemas of the whole object that hold if the key is there.
        public var dependentSchemas = OrderedMap<String, Referenced<Schema>>()
        /// As `base64`.
        public var contentEncoding: String?
        public var contentMediaType: String?
        /// Of the value that a string holds, decoded.
        public var contentSchema: Referenced<Schema>?

        public init() {}
    }

    /// The keywords of JSON Schema that name schemas and refer to them by other means than `$ref`.
    public struct Identity: Sendable {
        /// `$schema`: the dialect.
        public var dialect: String?
        /// `$id`: the URI that references inside it start from.
        public var id: String?
        /// `$anchor`: a name in place of a pointer.
        public var anchor: String?
        public var dynamicAnchor: String?
        public var dynamicReference: String?
        /// `$comment`
        public var comment: String?
        /// `$defs`: schemas to refer to.
        public var definitions = OrderedMap<String, Referenced<Schema>>()

        public init() {}
    }
}
