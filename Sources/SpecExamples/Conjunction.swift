import SchemaValidation
import SpecDocument

/// Schemas that hold together: what a schema refers to, its parts, and the alternatives that were chosen.
struct Conjunction {
    /// Without what they apply to the whole value.
    var schemas: [Schema] = []
    /// The texts of the references that led here.
    var names: [String] = []
    /// Of each `oneOf` and `anyOf` that is still open, the alternatives.
    var choices: [[Referenced<Schema>]] = []
    /// What the document gives as an example, a constant, a default, or one of few values.
    var given: [SchemaValue] = []
    /// Whether a value that is made piece by piece may be refused by what holds for the whole.
    var isCritical = false

    mutating func add(_ referenced: Referenced<Schema>, of document: Document, isPart: Bool = false, depth: Int = 0) {
        guard depth < 50 else { return }
        if let reference = referenced.reference {
            names.append(reference.text)
            if let siblings = reference.siblings {
                given += siblings.givenExamples
                if document.version.major == 3, document.version.minor > 0 { add(siblings, of: document, isPart: isPart, depth: depth) }
            }
            guard let target = try? document.target(of: reference).value else { return }
            add(target, of: document, isPart: isPart, depth: depth + 1)
        } else if let schema = referenced.inline {
            add(schema, of: document, isPart: isPart, depth: depth)
        }
    }

    private mutating func add(_ schema: Schema, of document: Document, isPart: Bool, depth: Int) {
        // Of a part an example is seldom one of the whole, unless it is no object.
        given += schema.givenExamples.filter { !isPart || $0.type != .object }
        for group in [schema.oneOf, schema.anyOf] where !group.isEmpty { choices.append(group) }
        if let condition = schema.applicators?.ifSchema {
            var (holds, fails) = (Schema(location: schema.location), Schema(location: schema.location))
            holds.allOf = [condition] + [schema.applicators?.thenSchema].compactMap { $0 }
            fails.allOf = [schema.applicators?.elseSchema].compactMap { $0 }
            choices.append([.inline(holds), .inline(fails)])
        }
        isCritical = isCritical || !schemas.isEmpty || schema.constraints != nil || schema.applicators != nil || schema.boolean == false
        var rest = schema
        (rest.allOf, rest.oneOf, rest.anyOf) = ([], [], [])
        schemas.append(rest)
        for part in schema.allOf { add(part, of: document, isPart: schema.allOf.count > 1 || !schema.properties.isEmpty, depth: depth + 1) }
    }

    /// The JSON type of an example; nil for any.
    var type: SchemaType? {
        var allowed: [SchemaType]?
        for schema in schemas where !schema.types.isEmpty {
            let types = schema.types
            allowed = allowed.map { $0.compactMap { $0.narrowed(to: types) } } ?? types
        }
        if let allowed { return allowed.first { $0 != .null } ?? allowed.first }
        return schemas.lazy.compactMap(\.impliedType).first
    }

    /// The values that all enumerations allow; nil where there is none.
    var enumeration: [SchemaValue]? {
        var values: [SchemaValue]?
        for schema in schemas {
            guard let own = schema.constant.map({ [$0] }) ?? schema.enumeration else { continue }
            let allowed = own.map { SchemaValue($0) }
            values = values.map { $0.filter { value in allowed.contains { $0.isSame(as: value) } } } ?? allowed
        }
        return values
    }
}

extension SchemaType {
    /// What a value of this type and of one of others may be.
    fileprivate func narrowed(to types: [SchemaType]) -> SchemaType? {
        if types.contains(self) { return self }
        if self == .number, types.contains(.integer) { return .integer }
        return self == .integer && types.contains(.number) ? .integer : nil
    }
}

extension Schema {
    /// What the document gives as examples, a constant or a default.
    fileprivate var givenExamples: [SchemaValue] {
        (examples + [constant, defaultValue].compactMap { $0 }).map { SchemaValue($0) }
    }

    /// The type that the keywords speak of, where none is written.
    fileprivate var impliedType: SchemaType? {
        if !properties.isEmpty || additionalProperties != nil || !required.isEmpty { return .object }
        if items != nil || applicators?.prefixItems.isEmpty == false { return .array }
        let constraints = constraints
        if constraints?.minProperties != nil || applicators?.patternProperties.isEmpty == false { return .object }
        if constraints?.minItems != nil || applicators?.contains != nil { return .array }
        if constraints?.minimum != nil || constraints?.maximum != nil || constraints?.multipleOf != nil { return .number }
        let isText = format != nil || constraints?.pattern != nil || constraints?.minLength != nil || constraints?.maxLength != nil
        return isText ? .string : nil
    }
}
