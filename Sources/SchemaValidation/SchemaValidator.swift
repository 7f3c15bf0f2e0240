public import SpecDocument

/// Tells whether values are of schemas, by the rules of JSON Schema and what OpenAPI makes of them.
///
/// Of OpenAPI 3.0 and of Swagger 2.0, what stands beside a `$ref` doesn't count, and `nullable` allows null. What is `writeOnly` has no place in
/// an answer; what is `readOnly` may be missing from a request.
public struct SchemaValidator: Sendable {
    let document: Document
    let access: SchemaAccess
    /// How deep schemas apply schemas: one that applies itself to the same value says nothing at all.
    private static let deepest = 100

    public init(_ document: Document, _ access: SchemaAccess) {
        self.document = document
        self.access = access
    }

    /// What keeps the value from being of the schema; empty where nothing does.
    public func problems(of value: SchemaValue, in schema: Referenced<Schema>) -> [SchemaProblem] {
        var validation = Validation(validator: self)
        validation.check(value, schema, at: "", depth: 0)
        return validation.problems
    }

    public func accepts(_ value: SchemaValue, _ schema: Referenced<Schema>) -> Bool { problems(of: value, in: schema).isEmpty }

    /// The schemas that hold where one stands: it, or what it refers to, and what stands beside the reference.
    func applied(_ referenced: Referenced<Schema>) -> [Schema] {
        guard let reference = referenced.reference else { return referenced.inline.map { [$0] } ?? [] }
        let target = try? document.target(of: reference).value
        let siblings = document.version.minor >= 1 && document.version.major == 3 ? reference.siblings : nil
        return (target.map { applied($0, depth: 0) } ?? []) + (siblings.map { [$0] } ?? [])
    }

    private func applied(_ referenced: Referenced<Schema>, depth: Int) -> [Schema] { depth > 50 ? [] : applied(referenced) }

    /// The walk through a value.
    struct Validation {
        let validator: SchemaValidator
        var problems: [SchemaProblem] = []

        mutating func check(_ value: SchemaValue, _ referenced: Referenced<Schema>, at pointer: String, depth: Int) {
            if depth > SchemaValidator.deepest { return }
            for schema in validator.applied(referenced) { check(value, schema, at: pointer, depth: depth + 1) }
        }

        mutating func refuse(_ keyword: String, at pointer: String, _ message: String) {
            problems.append(SchemaProblem(pointer: pointer, keyword: keyword, message))
        }

        /// Whether another schema holds for the value.
        func accepts(_ value: SchemaValue, _ schema: Referenced<Schema>, depth: Int) -> Bool {
            var validation = Validation(validator: validator)
            validation.check(value, schema, at: "", depth: depth)
            return validation.problems.isEmpty
        }

        private mutating func check(_ value: SchemaValue, _ schema: Schema, at pointer: String, depth: Int) {
            if let boolean = schema.boolean {
                if !boolean { refuse("false", at: pointer, "is not allowed") }
                return
            }
            if value == .null, schema.nullable { return }
            guard checkType(value, schema, at: pointer) else { return }
            checkValues(value, schema, at: pointer)
            switch value {
            case .string(let text): check(text, schema, at: pointer)
            case .number(let text): check(number: text, schema, at: pointer)
            case .array(let items): check(items, schema, at: pointer, depth: depth)
            case .object(let members): check(members, schema, at: pointer, depth: depth)
            case .null, .bool: break
            }
            checkCombinations(value, schema, at: pointer, depth: depth)
        }

        private mutating func checkType(_ value: SchemaValue, _ schema: Schema, at pointer: String) -> Bool {
            if schema.types.isEmpty || schema.types.contains(where: { value.isOf($0) }) { return true }
            let expected = schema.types.map(\.rawValue).joined(separator: " or ")
            refuse("type", at: pointer, "is \(value.type.rawValue), not \(expected)")
            return false
        }

        private mutating func checkValues(_ value: SchemaValue, _ schema: Schema, at pointer: String) {
            if let allowed = schema.enumeration, !allowed.contains(where: { SchemaValue($0).isSame(as: value) }) {
                refuse("enum", at: pointer, "is none of the \(allowed.count) values allowed")
            }
            if let constant = schema.constant, !SchemaValue(constant).isSame(as: value) {
                refuse("const", at: pointer, "is not the value that it must be")
            }
        }

        private mutating func checkCombinations(_ value: SchemaValue, _ schema: Schema, at pointer: String, depth: Int) {
            for part in schema.allOf { check(value, part, at: pointer, depth: depth) }
            if !schema.anyOf.isEmpty, !schema.anyOf.contains(where: { accepts(value, $0, depth: depth) }) {
                refuse("anyOf", at: pointer, "is of none of the alternatives")
            }
            if !schema.oneOf.isEmpty {
                let count = schema.oneOf.count { accepts(value, $0, depth: depth) }
                if count != 1 { refuse("oneOf", at: pointer, "is of \(count) of the alternatives, not of one") }
            }
            guard let rare = schema.applicators else { return }
            if let not = rare.not, accepts(value, not, depth: depth) { refuse("not", at: pointer, "is what it must not be") }
            if let condition = rare.ifSchema {
                let consequence = accepts(value, condition, depth: depth) ? rare.thenSchema : rare.elseSchema
                if let consequence { check(value, consequence, at: pointer, depth: depth) }
            }
        }
    }
}

extension SchemaValue {
    /// Whether it is of a type. A number without a fraction is an integer, however it is written.
    public func isOf(_ type: SchemaType) -> Bool {
        if type == .integer, case .number(let text) = self { return text.isWholeNumber }
        return self.type == type
    }
}
