import SchemaValidation
import SpecDocument

/// Takes texts for what schemas make of them: what is a number, and what is a list of one, only the schema says.
struct TextReading {
    let document: Document
    let validator: SchemaValidator

    init(_ document: Document) {
        self.document = document
        validator = SchemaValidator(document, .request)
    }

    /// A text as the value that the schema allows, if it is one of those that it may stand for.
    func value(of text: String, _ schema: Referenced<Schema>) -> SchemaValue {
        var candidates: [SchemaValue] = []
        if let json = SchemaValue(json: Array(text.utf8)), json.type != .string { candidates.append(json) }
        candidates.append(.string(text))
        if text.isEmpty { candidates.append(.null) }
        let kinds = kinds(of: schema)
        // What is of a type that the schema has is shown where none will do, so that the problem is about the value.
        let likely = candidates.first { candidate in kinds.contains { candidate.isOf($0) } }
        return candidates.first { validator.accepts($0, schema) } ?? likely ?? .string(text)
    }

    func list(of texts: [String], _ schema: Referenced<Schema>) -> SchemaValue {
        let items = parts(of: schema).lazy.compactMap(\.items).first
        return .array(texts.map { text in items.map { value(of: text, $0) } ?? .string(text) })
    }

    func object(of members: [(name: String, value: String)], _ schema: Referenced<Schema>) -> SchemaValue {
        .object(
            members.map { name, text in
                .init(name, property(name, of: schema).map { value(of: [text], $0) } ?? .string(text))
            }
        )
    }

    /// What is given under one name, once or several times.
    func value(of texts: [String], _ schema: Referenced<Schema>) -> SchemaValue {
        let kinds = kinds(of: schema)
        if kinds.contains(.array), texts.count != 1 || !kinds.contains(.string) { return list(of: texts, schema) }
        return texts.count == 1 ? value(of: texts[0], schema) : list(of: texts, schema)
    }

    func property(_ name: String, of schema: Referenced<Schema>) -> Referenced<Schema>? {
        parts(of: schema).lazy.compactMap { $0.properties[name] ?? $0.additionalProperties }.first
    }

    /// The types that a schema and what it consists of have; all where none says one.
    func kinds(of schema: Referenced<Schema>) -> Set<SchemaType> {
        let types = Set(parts(of: schema).flatMap(\.impliedTypes))
        return types.isEmpty ? Set(SchemaType.allCases) : types
    }

    /// The names of the properties that a schema and what it consists of have.
    func propertyNames(of schema: Referenced<Schema>) -> Set<String> { Set(parts(of: schema).flatMap(\.properties.keys)) }

    /// A schema, its parts and its alternatives.
    private func parts(of schema: Referenced<Schema>, depth: Int = 0) -> [Schema] {
        guard depth < 10, let found = try? document.resolve(schema) else { return [] }
        return [found] + (found.allOf + found.oneOf + found.anyOf).flatMap { parts(of: $0, depth: depth + 1) }
    }
}

extension Schema {
    fileprivate var impliedTypes: [SchemaType] {
        if !types.isEmpty { return types }
        if !properties.isEmpty { return [.object] }
        return items == nil ? [] : [.array]
    }
}
