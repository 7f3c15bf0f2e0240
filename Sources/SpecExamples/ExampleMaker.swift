import SpecDocument
import SpecYAML

/// Makes values of schemas. The same schema always gives the same value.
struct ExampleMaker {
    let document: Document
    let access: ExampleAccess
    /// The names of the schemas that are being made, from the outside in.
    private var open: [String] = []
    private var depth = 0
    /// How deep a value may be before what is optional is left out of it.
    private static let deepest = 5

    init(document: Document, access: ExampleAccess) {
        self.document = document
        self.access = access
    }

    mutating func value(of referenced: Referenced<Schema>) -> ExampleValue {
        guard let schema = try? document.resolve(referenced) else { return .object([]) }
        guard let reference = referenced.reference else { return value(of: schema) }
        open.append(reference.text)
        defer { open.removeLast() }
        if let siblings = reference.siblings, let example = siblings.givenExample { return example }
        return value(of: schema)
    }

    private mutating func value(of schema: Schema) -> ExampleValue {
        if let example = schema.givenExample { return example }
        depth += 1
        defer { depth -= 1 }
        if !schema.allOf.isEmpty { return merged(schema) }
        if let alternative = alternative(of: schema) { return joined(own(schema), value(of: alternative), of: schema) }
        return own(schema)
    }

    /// Objects of all parts in one; the first part that is anything else is the value.
    private mutating func merged(_ schema: Schema) -> ExampleValue {
        var rest = schema
        rest.allOf = []
        var result = rest.saysNothing ? nil : value(of: rest)
        for part in schema.allOf {
            let next = value(of: part)
            result = result.map { joined($0, next, of: schema) } ?? next
        }
        return result ?? .object([])
    }

    private func joined(_ first: ExampleValue, _ second: ExampleValue, of schema: Schema) -> ExampleValue {
        guard case .object(let members) = first, case .object(let more) = second else {
            return first == .object([]) || first == .null ? second : first
        }
        let names = Set(more.map(\.name))
        return .object(members.filter { !names.contains($0.name) } + more)
    }

    /// The first alternative that is not null and doesn't lead back to where it is made.
    private func alternative(of schema: Schema) -> Referenced<Schema>? {
        let alternatives = (schema.oneOf + schema.anyOf).filter { (try? document.resolve($0))?.types != [.null] }
        return alternatives.first { !isOpen($0) } ?? alternatives.first
    }

    private func isOpen(_ schema: Referenced<Schema>) -> Bool { schema.reference.map { open.contains($0.text) } ?? false }

    private mutating func own(_ schema: Schema) -> ExampleValue {
        switch schema.exampleType {
        case .object: object(schema)
        case .array: array(schema)
        case .string: .string(schema.exampleText)
        case .integer, .number: .number(schema.exampleNumber)
        case .boolean: .bool(true)
        case .null: .null
        case nil: schema.oneOf.isEmpty && schema.anyOf.isEmpty ? .string("string") : .object([])
        }
    }

    private mutating func object(_ schema: Schema) -> ExampleValue {
        var members: [ExampleValue.Member] = []
        for property in schema.properties {
            let isRequired = schema.required.contains(property.key)
            if !isRequired, depth > Self.deepest || leadsBack(property.value) { continue }
            if depth > Self.deepest * 4 { continue }
            guard let target = try? document.resolve(property.value), isShown(target) else { continue }
            members.append(.init(property.key, value(of: property.value)))
        }
        if members.isEmpty, let additional = schema.additionalProperties, additional.inline?.boolean == nil, !leadsBack(additional),
            depth <= Self.deepest
        {
            members.append(.init("key", value(of: additional)))
        }
        return .object(members)
    }

    private func isShown(_ schema: Schema) -> Bool {
        switch access {
        case .request: !schema.readOnly
        case .response: !schema.writeOnly
        }
    }

    private mutating func array(_ schema: Schema) -> ExampleValue {
        if let tuple = schema.applicators?.prefixItems, !tuple.isEmpty { return .array(tuple.map { value(of: $0) }) }
        let minimum = schema.constraints?.minItems ?? 0
        guard let items = schema.items, minimum > 0 || (!leadsBack(items) && depth <= Self.deepest) else { return .array([]) }
        return .array(Array(repeating: value(of: items), count: max(1, min(minimum, 3))))
    }

    /// Whether a schema, or what it is a list of, is one of those that are being made.
    private func leadsBack(_ schema: Referenced<Schema>) -> Bool {
        if isOpen(schema) { return true }
        guard let inline = schema.inline else { return false }
        return ([inline.items].compactMap { $0 } + inline.allOf + inline.oneOf + inline.anyOf).contains { isOpen($0) }
    }
}
