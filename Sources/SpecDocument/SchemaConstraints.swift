extension Schema {
    /// The keywords that bound a value beyond its type.
    public struct Constraints: Sendable {
        public var multipleOf: SpecNumber?
        public var minimum: SpecNumber?
        public var maximum: SpecNumber?
        public var exclusiveMinimum: ExclusiveBound?
        public var exclusiveMaximum: ExclusiveBound?
        /// Of strings, in Unicode scalars.
        public var minLength: Int?
        public var maxLength: Int?
        /// A regular expression of ECMA-262, not anchored.
        public var pattern: String?
        public var minItems: Int?
        public var maxItems: Int?
        public var uniqueItems = false
        /// How many items `contains` must apply to.
        public var minContains: Int?
        public var maxContains: Int?
        public var minProperties: Int?
        public var maxProperties: Int?
        /// Properties that must be there if the key is.
        public var dependentRequired = OrderedMap<String, [String]>()

        public init() {}
    }

    /// `exclusiveMinimum` and `exclusiveMaximum` in the form of the dialect.
    public enum ExclusiveBound: Hashable, Sendable {
        /// OpenAPI 3.0: whether `minimum` or `maximum` itself is excluded.
        case flag(Bool)
        /// OpenAPI 3.1: the bound.
        case number(SpecNumber)
    }
}
