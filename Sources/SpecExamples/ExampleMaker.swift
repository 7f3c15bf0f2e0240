import SchemaValidation
import SpecDocument

/// Makes values of schemas, and holds them against these. The same schema always gives the same value.
struct ExampleMaker {
    let document: Document
    let access: SchemaAccess
    let validator: SchemaValidator
    /// Which of several values is made.
    var variant: Int
    /// The references to the schemas that are being made, from the outside in.
    private var open: [String] = []
    private(set) var depth = 0
    /// Whether only what is required is made.
    private(set) var isLean = false
    /// How many values are yet made before they become lean.
    private var allowance = 20_000
    /// How deep a value may be before what is optional is left out of it.
    static let deepest = 5
    /// How many combinations of alternatives are tried for one value.
    private static let mostAttempts = 48

    init(document: Document, access: SchemaAccess, variant: Int = 0) {
        self.document = document
        self.access = access
        self.variant = variant
        validator = SchemaValidator(document, access)
    }

    mutating func value(of schema: Referenced<Schema>) -> SchemaValue { value(of: [schema]) }

    /// A value that is of all of several schemas, so far as one can be found.
    mutating func value(of schemas: [Referenced<Schema>]) -> SchemaValue {
        var conjunction = Conjunction()
        for schema in schemas { conjunction.add(schema, of: document) }
        depth += 1
        let wasLean = isLean
        defer {
            depth -= 1
            isLean = wasLean
        }
        var attempts = Self.mostAttempts
        let first = attempt(conjunction, &attempts, of: schemas)
        if first.isAccepted || isLean { return first.value }
        isLean = true
        attempts = Self.mostAttempts
        let second = attempt(conjunction, &attempts, of: schemas)
        return second.isAccepted ? second.value : first.value
    }

    private typealias Attempt = (value: SchemaValue, isAccepted: Bool)

    /// Makes a value for one choice of alternatives after the other, until one is of the schemas.
    private mutating func attempt(_ conjunction: Conjunction, _ attempts: inout Int, of schemas: [Referenced<Schema>]) -> Attempt {
        var rest = conjunction
        guard !rest.choices.isEmpty else { return made(conjunction, &attempts, of: schemas) }
        let group = rest.choices.removeFirst()
        rest.isCritical = true
        var first: Attempt?
        for alternative in ordered(group) where attempts > 0 || first == nil {
            var next = rest
            next.add(alternative, of: document)
            let result = attempt(next, &attempts, of: schemas)
            if result.isAccepted { return result }
            first = first ?? result
        }
        return first ?? (.null, false)
    }

    /// The alternatives that are not null and don't lead back to where they are made come first.
    private func ordered(_ group: [Referenced<Schema>]) -> [Referenced<Schema>] {
        func rank(_ schema: Referenced<Schema>) -> Int {
            if leadsBack(schema) { return 2 }
            return (try? document.resolve(schema))?.types == [.null] ? 1 : 0
        }
        let ranked = group.map { (schema: $0, rank: rank($0)) }
        let sorted = (0...2).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.schema) }
        let first = ranked.count { $0.rank == 0 }
        guard first > 1, variant > 0, depth == 1 else { return sorted }
        return Array(sorted[(variant % first)..<first] + sorted[..<(variant % first)] + sorted[first...])
    }

    private mutating func made(_ conjunction: Conjunction, _ attempts: inout Int, of schemas: [Referenced<Schema>]) -> Attempt {
        attempts -= 1
        allowance -= 1
        if allowance < 0 { isLean = true }
        func accepts(_ value: SchemaValue) -> Bool { schemas.allSatisfy { validator.accepts(value, $0) } }
        if let given = conjunction.given.first(where: accepts) { return (given, true) }
        if let values = conjunction.enumeration {
            let fitting = values.filter(accepts)
            let shown = fitting.filter { $0 != .null }
            if !shown.isEmpty { return (shown[variant % shown.count], true) }
            return (fitting.first ?? values.first ?? .null, !fitting.isEmpty)
        }
        open += conjunction.names
        defer { open.removeLast(conjunction.names.count) }
        let value = own(conjunction)
        return (value, !conjunction.isCritical || accepts(value))
    }

    private mutating func own(_ conjunction: Conjunction) -> SchemaValue {
        let parts = conjunction.schemas
        switch conjunction.type {
        case .object: return object(parts)
        case .array: return array(parts)
        case .string: return .string(text(parts))
        case .integer: return .number(number(parts, isInteger: true))
        case .number: return .number(number(parts, isInteger: false))
        case .boolean: return .bool(variant.isMultiple(of: 2))
        case .null: return .null
        case nil: return .string(text(parts))
        }
    }

    /// Whether a schema, or what it is a list of, is one of those that are being made.
    func leadsBack(_ schema: Referenced<Schema>) -> Bool {
        if isOpen(schema) { return true }
        guard let inline = schema.inline else { return false }
        return ([inline.items].compactMap { $0 } + inline.allOf + inline.oneOf + inline.anyOf).contains { isOpen($0) }
    }

    private func isOpen(_ schema: Referenced<Schema>) -> Bool { schema.reference.map { open.contains($0.text) } ?? false }
}
