import SpecDocument
import SpecYAML

/// Schemas that hold together for one value: a property that two members of an `allOf` name has two.
typealias SchemaGroup = [Referenced<Schema>]

/// What a group of schemas says of a value, with references followed and `allOf` merged in.
struct FlatSchema {
    /// What it was made of.
    private(set) var group: SchemaGroup
    /// Where the first schema stands.
    var location: Location
    /// Whether nothing is allowed: the schema `false`.
    var isNever = false
    var types = TypeSet.any
    var isNullable = false
    /// One, unless members of an `allOf` disagree.
    var formats: [Found<String>] = []
    var enumeration: Found<[YAMLNode]>?
    var constant: Found<YAMLNode>?
    /// Of `x-extensible-enum`: values that are known, among others that may come.
    var extensibleValues: [YAMLNode] = []
    var defaultValue: Found<YAMLNode>?
    var lower: Bound?
    var upper: Bound?
    var limits: [Limit: Found<Int>] = [:]
    var factors: [Found<SpecNumber>] = []
    var patterns: [Found<String>] = []
    var uniqueItems: Found<Bool>?
    var properties = OrderedMap<String, SchemaGroup>()
    var required: [String: Location] = [:]
    var additional: Found<SchemaGroup>?
    /// Of the properties, and of the items, that nothing else says something of.
    var unevaluatedProperties: Found<SchemaGroup>?
    var unevaluatedItems: Found<SchemaGroup>?
    /// What each schema takes that refuses all other properties.
    var closures: [Closure] = []
    var items: Found<SchemaGroup>?
    var unions: [Union] = []
    var discriminator: Discriminator?
    /// Whether the discriminator is that of this schema itself, and not of a base in its `allOf`.
    var ownsDiscriminator = false
    /// The rarer keywords, of each schema that has some.
    var applicators: [Found<Schema.Applicators>] = []
    var dependentRequired: [String: Found<[String]>] = [:]
    var xml: Found<XML>?
    var texts = Texts()
    /// The names of the components that were met, the outermost first.
    var components: [String] = []
    /// Whether null is one of the alternatives.
    private var offersNull = false
    private var seen: Set<Location> = []
    /// The components that are being added.
    private var open: Set<String> = []

    /// A value, and the schema that says it.
    struct Found<Value> {
        var value: Value
        var location: Location
    }

    /// What it says to people.
    struct Texts {
        var title: String?
        var description: String?
        var examples: [YAMLNode] = []
        var externalDocs: String?
    }

    /// `oneOf` or `anyOf`, without null.
    struct Union {
        var isOneOf: Bool
        var members: [Referenced<Schema>]
        var location: Location
        var discriminator: Discriminator?
    }

    init(_ group: SchemaGroup, of document: Document) {
        self.group = group
        location = document.location
        var isFirst = true
        for schema in group {
            guard let found = document.find(schema) else { continue }
            if isFirst { location = found.location }
            isFirst = false
            add(schema, of: document, depth: 0)
        }
        seen = []
        settle()
    }

    /// What follows of all that was added.
    private mutating func settle() {
        if !asksForContained {
            limits[.minContains] = nil
            limits[.maxContains] = nil
        }
        if types == .any { types = offersNull ? impliedTypes.union(.null) : impliedTypes }
        if offersNull, types.contains(.null) { isNullable = true }
        canonicalize()
    }

    /// What is left once one of its alternatives is chosen.
    func choosing(_ member: Referenced<Schema>, of document: Document) -> FlatSchema {
        var chosen = self
        chosen.unions = []
        chosen.group.append(member)
        chosen.add(member, of: document, depth: 1)
        chosen.settle()
        return chosen
    }

    /// One of its alternatives alone, of the type that stands beside it where it has none of its own.
    func alternative(_ member: Referenced<Schema>, of document: Document) -> FlatSchema {
        var alternative = FlatSchema([member], of: document)
        guard alternative.types == .any, types != .any else { return alternative }
        alternative.types = types
        alternative.group += group
        alternative.canonicalize()
        return alternative
    }

    /// Whether an array must contain something.
    var asksForContained: Bool { applicators.contains { $0.value.contains != nil } }

    /// What other keywords say of the type where `type` is missing: nobody writes properties of a number.
    private var impliedTypes: TypeSet {
        if !properties.isEmpty { return .object }
        if items != nil { return .array }
        return listedTypes ?? .any
    }

    /// The only values allowed; `nil` if there may be others.
    var listedValues: [YAMLNode]? { constant.map { [$0.value] } ?? enumeration?.value }

    /// Their types.
    var listedTypes: TypeSet? { listedValues.map { TypeSet(of: $0) } }

    /// Whether it says a format, be it by its content.
    func says(format: String) -> Bool {
        if formats.contains(where: { $0.value == format }) { return true }
        guard let content = ContentFormat(rawValue: format) else { return false }
        return applicators.contains { content.isSaid(by: $0.value) }
    }

    private mutating func add(_ referenced: Referenced<Schema>, of document: Document, depth: Int) {
        guard depth < 1000 else { return }
        switch referenced {
        case .inline(let schema):
            // A schema that Swagger 2.0 has no place for stands where what it was made of does.
            if seen.insert(schema.location).inserted || schema.allOf.isEmpty { add(schema, of: document, depth: depth) }
        case .reference(let reference):
            if let siblings = reference.siblings { add(siblings, of: document, depth: depth) }
            if let description = reference.description, depth == 0 { texts.description = description }
            guard let target = try? document.target(of: reference) else { return }
            guard open.insert(target.name).inserted else { return }
            components.append(target.name)
            add(target.value, of: document, depth: depth + 1)
            open.remove(target.name)
        }
    }

    private mutating func add(_ schema: Schema, of document: Document, depth: Int) {
        if schema.boolean == false { isNever = true }
        addTypes(schema)
        addValues(schema)
        if let constraints = schema.constraints { add(constraints, at: schema.location) }
        addObject(schema)
        addItems(schema)
        addUnion(schema.oneOf, isOneOf: true, schema, of: document, depth)
        addUnion(schema.anyOf, isOneOf: false, schema, of: document, depth)
        if schema.oneOf.isEmpty, schema.anyOf.isEmpty, discriminator == nil, let own = schema.discriminator {
            discriminator = own
            ownsDiscriminator = depth <= 1
        }
        if let rare = schema.canonicalApplicators { add(rare, at: schema.location) }
        if let xml = schema.xml { self.xml = self.xml ?? Found(value: xml, location: schema.location) }
        texts.title = texts.title ?? schema.title
        texts.description = texts.description ?? schema.description
        if texts.examples.isEmpty { texts.examples = schema.examples }
        texts.externalDocs = texts.externalDocs ?? schema.externalDocs?.url
        // What has no name of its own and one member is that member, with something beside it.
        let isWrapper = components.isEmpty && schema.allOf.count == 1
        for member in schema.allOf { add(member, of: document, depth: isWrapper ? depth : depth + 2) }
    }

    private mutating func addItems(_ schema: Schema) {
        guard let items = schema.items else { return }
        let first = schema.applicators?.prefixItems.count ?? 0
        if items.allowsNothing {
            // None but the first.
            add(.maxItems, first, at: schema.location)
            if self.items == nil, first == 0 { self.items = Found(value: [], location: schema.location) }
        } else {
            self.items = Found(value: (self.items?.value ?? []) + [items], location: schema.location)
        }
    }

    private mutating func add(_ rare: Schema.Applicators, at location: Location) {
        applicators.append(Found(value: rare, location: location))
        if rare.not?.allowsAnything == true { isNever = true }
        func adding(_ schema: Referenced<Schema>?, to others: Found<SchemaGroup>?) -> Found<SchemaGroup>? {
            guard let schema, !schema.allowsAnything else { return others }
            return Found(value: (others?.value ?? []) + [schema], location: location)
        }
        unevaluatedItems = adding(rare.unevaluatedItems, to: unevaluatedItems)
        unevaluatedProperties = adding(rare.unevaluatedProperties, to: unevaluatedProperties)
    }

    private mutating func addTypes(_ schema: Schema) {
        if !schema.types.isEmpty { types.formIntersection(TypeSet(schema.types).union(schema.nullable ? .null : [])) }
        if schema.nullable { isNullable = true }
    }

    private mutating func addValues(_ schema: Schema) {
        func found<Value>(_ value: Value) -> Found<Value> { Found(value: value, location: schema.location) }
        if let format = schema.format, !formats.contains(where: { $0.value == format }) { formats.append(found(format)) }
        if let values = schema.enumeration {
            let texts = enumeration.map { Set($0.value.map(\.canonicalText)) }
            enumeration = found(texts.map { texts in values.filter { texts.contains($0.canonicalText) } } ?? values)
        }
        if extensibleValues.isEmpty, let list = schema.extensions["x-extensible-enum"], list.kind == .sequence {
            extensibleValues = list.items
        }
        if let constant = schema.constant {
            if let known = self.constant, known.value.canonicalText != constant.canonicalText { isNever = true }
            self.constant = self.constant ?? found(constant)
        }
        if let value = schema.defaultValue { defaultValue = defaultValue ?? found(value) }
    }

    private mutating func addObject(_ schema: Schema) {
        for property in schema.properties {
            let group = (properties[property.key] ?? []) + [property.value]
            let location = properties.entry(property.key)?.location ?? property.location
            properties.append(.init(key: property.key, location: location, value: group))
        }
        for name in schema.required where required[name] == nil { required[name] = schema.location }
        if let additional = schema.additionalProperties {
            self.additional = Found(value: (self.additional?.value ?? []) + [additional], location: schema.location)
            if additional.allowsNothing {
                let patterns = schema.applicators?.patternProperties.keys.map(\.self) ?? []
                closures.append(Closure(names: Set(schema.properties.keys), patterns: patterns))
            }
        }
        for entry in schema.canonicalDependents {
            let known = dependentRequired[entry.key]?.value ?? []
            dependentRequired[entry.key] = Found(value: known + entry.value.filter { !known.contains($0) }, location: entry.location)
        }
    }

    private mutating func addUnion(
        _ members: [Referenced<Schema>],
        isOneOf: Bool,
        _ schema: Schema,
        of document: Document,
        _ depth: Int
    ) {
        guard !members.isEmpty else { return }
        let others = members.filter { document.find($0)?.isNull != true }
        let nulls = members.count - others.count + (others.contains(where: \.takesNull) ? 1 : 0)
        // What fits two alternatives of 'oneOf' is refused.
        if isOneOf, nulls > 1 { types.remove(.null) }
        let offersNull = others.count < members.count && types.contains(.null)
        if offersNull { self.offersNull = true }
        if others.isEmpty {
            types.formIntersection(.null)
            return
        }
        // A single alternative is no choice, and holds for the value.
        if others.count == 1, schema.discriminator == nil {
            let (outer, wasNever) = (types, isNever)
            types = .any
            add(others[0], of: document, depth: components.isEmpty ? depth : depth + 1)
            if offersNull, isNever, !wasNever { (isNever, types) = (false, []) }
            types = outer.intersection(offersNull ? types.union(.null) : types)
            return
        }
        if !isOneOf, schema.discriminator == nil, others.contains(where: \.allowsAnything) { return }
        unions.append(Union(isOneOf: isOneOf, members: others, location: schema.location, discriminator: schema.discriminator))
    }

    private mutating func add(_ constraints: Schema.Constraints, at location: Location) {
        if let bound = Bound.lower(of: constraints, at: location), lower.map({ $0.isBelow(bound) }) ?? true { lower = bound }
        if let bound = Bound.upper(of: constraints, at: location), upper.map({ bound.isBelow($0) }) ?? true { upper = bound }
        for limit in Limit.allCases {
            if let value = constraints[limit] { add(limit, value, at: location) }
        }
        if let factor = constraints.multipleOf { factors.append(Found(value: factor, location: location)) }
        if let pattern = constraints.pattern { patterns.append(Found(value: pattern, location: location)) }
        if constraints.uniqueItems { uniqueItems = Found(value: true, location: location) }
    }

    mutating func add(_ limit: Limit, _ value: Int, at location: Location) {
        if let known = limits[limit]?.value, limit.isLower ? value <= known : value >= known { return }
        limits[limit] = Found(value: value, location: location)
    }
}
