import FoundationEssentials
import SchemaValidation
import SpecDocument
import SpecExamples
import SpecYAML

/// A value beside the one that is known to be good: at the edge of what a schema allows, or just beyond it.
struct Variation: Sendable {
    /// `/name: longer than maxLength 64`.
    var title: String
    var value: SchemaValue
    /// Whether the schema allows it.
    var isInside: Bool
}

/// Makes variations of a value, by all that its schema says, and holds them against it.
struct VariationMaker {
    let document: Document
    /// Whether scalars are sent as texts: then any value will do for a string.
    let areTexts: Bool
    private let validator: SchemaValidator
    private static let deepest = 5
    /// The longest text and the longest list that are made.
    private static let largest = 20_000

    init(_ document: Document, areTexts: Bool) {
        self.document = document
        self.areTexts = areTexts
        validator = SchemaValidator(document, .request)
    }

    func variations(of value: SchemaValue, _ schema: Referenced<Schema>) -> [Variation] {
        var seen: Set<SchemaValue> = []
        return candidates(for: value, schema, at: "", depth: 0).filter { candidate in
            candidate.isInside == validator.accepts(candidate.value, schema) && seen.insert(candidate.value).inserted
        }
    }

    private func candidates(for value: SchemaValue, _ schema: Referenced<Schema>, at pointer: String, depth: Int) -> [Variation] {
        guard depth < Self.deepest else { return [] }
        let parts = parts(of: schema)
        var found: [Variation] = []
        func add(_ title: String, _ value: SchemaValue?, isInside: Bool) {
            if let value {
                found.append(Variation(title: pointer.isEmpty ? title : "\(pointer): \(title)", value: value, isInside: isInside))
            }
        }
        for part in parts { addValues(part, schema, value, add) }
        switch value {
        case .object(let members): found += objectCandidates(members, parts, at: pointer, depth: depth)
        case .array(let items): found += arrayCandidates(items, parts, at: pointer, depth: depth)
        default: break
        }
        return found
    }

    private typealias Adding = (_ title: String, _ value: SchemaValue?, _ isInside: Bool) -> Void

    private func addValues(_ part: Schema, _ schema: Referenced<Schema>, _ value: SchemaValue, _ add: Adding) {
        if let type = part.types.first(where: { $0 != .null }) {
            if !areTexts || type != .string { add("of a wrong type", type.another, false) }
            if !areTexts { add("null", .null, false) }
        }
        if let values = part.enumeration {
            for allowed in values.prefix(6) { add("the value \(SchemaValue(allowed).jsonLine)", SchemaValue(allowed), true) }
            let isText = values.contains { $0.string != nil }
            add("an unknown value", isText ? .string("noSuchValue") : .number("987654321"), false)
        }
        if case .string(let text) = value { addTexts(part, schema, text, add) }
        if case .number = value { addNumbers(part, add) }
    }

    private func addTexts(_ part: Schema, _ schema: Referenced<Schema>, _ text: String, _ add: Adding) {
        if let format = part.format { add("not of the format \(format)", .string("no \(format)!"), false) }
        guard let constraints = part.constraints else { return }
        func example(length: Int) -> SchemaValue? {
            guard 0...Self.largest ~= length else { return nil }
            var bounds = Schema(location: part.location)
            var lengths = Schema.Constraints()
            (lengths.minLength, lengths.maxLength) = (length, length)
            bounds.types = [.string]
            bounds.constraints = lengths
            var both = Schema(location: part.location)
            both.allOf = [.inline(bounds), .inline(part.withoutExamples)]
            return document.example(of: .inline(both), .request)
        }
        if let minimum = constraints.minLength, minimum > 0 {
            add("as short as minLength \(minimum)", example(length: minimum), true)
            add("shorter than minLength \(minimum)", .string(String(text.prefix(minimum - 1))), false)
        }
        if let maximum = constraints.maxLength, maximum < Self.largest {
            add("as long as maxLength \(maximum)", example(length: maximum), true)
            let long = text + String(repeating: "x", count: max(0, maximum + 1 - text.unicodeScalars.count))
            add("longer than maxLength \(maximum)", .string(long), false)
        }
        if constraints.pattern != nil {
            let other = ["!", "no match", "\u{20ac}", "-", "A", "0", ""].first {
                !validator.accepts(.string($0), .inline(part.onlyPattern))
            }
            add("not of the pattern", other.map { .string($0) }, false)
        }
    }

    private func addNumbers(_ part: Schema, _ add: Adding) {
        if part.types == [.integer] { add("with a fraction", .number("1.5"), false) }
        if part.format == "int32" { add("beyond int32", .number("2147483648"), false) }
        if part.format == "int64" { add("beyond int64", .number("9223372036854775808"), false) }
        guard let constraints = part.constraints else { return }
        let step = constraints.multipleOf.flatMap { Decimal(string: $0.text) } ?? 1
        func number(_ value: Decimal) -> SchemaValue { .number(value.description) }
        if let text = constraints.minimum?.text, let bound = Decimal(string: text) {
            let isExclusive = constraints.exclusiveMinimum == .flag(true)
            add("at the least: \(text)", number(isExclusive ? bound + step : bound), true)
            add("below the least: \(text)", number(isExclusive ? bound : bound - step), false)
        }
        if let text = constraints.maximum?.text, let bound = Decimal(string: text) {
            let isExclusive = constraints.exclusiveMaximum == .flag(true)
            add("at the most: \(text)", number(isExclusive ? bound - step : bound), true)
            add("above the most: \(text)", number(isExclusive ? bound : bound + step), false)
        }
        if case .number(let text) = constraints.exclusiveMinimum, let bound = Decimal(string: text.text) {
            add("just above \(text.text)", number(bound + step), true)
            add("at the bound \(text.text)", number(bound), false)
        }
        if case .number(let text) = constraints.exclusiveMaximum, let bound = Decimal(string: text.text) {
            add("just below \(text.text)", number(bound - step), true)
            add("at the bound \(text.text)", number(bound), false)
        }
        if constraints.multipleOf != nil { add("no multiple of \(step)", number(step / 2 + step), false) }
    }

    private func objectCandidates(_ members: [SchemaValue.Member], _ parts: [Schema], at pointer: String, depth: Int) -> [Variation] {
        var found: [Variation] = []
        let place = pointer.isEmpty ? "" : pointer + ": "
        let required = Set(parts.flatMap(\.required))
        for name in required.sorted() where members.contains(where: { $0.name == name }) {
            found.append(Variation(title: "\(place)without '\(name)'", value: .object(members.filter { $0.name != name }), isInside: false))
        }
        let needed = members.filter { required.contains($0.name) }
        if needed.count < members.count {
            found.append(Variation(title: "\(place)only what is required", value: .object(needed), isInside: true))
        }
        let stranger = SchemaValue.object(members + [.init("noSuchProperty", .string("x"))])
        found.append(Variation(title: "\(place)with an unknown property", value: stranger, isInside: false))
        for (index, member) in members.enumerated() {
            guard let property = parts.lazy.compactMap({ $0.properties[member.name] }).first else { continue }
            for candidate in candidates(for: member.value, property, at: "\(pointer)/\(member.name)", depth: depth + 1) {
                var changed = members
                changed[index] = .init(member.name, candidate.value)
                found.append(Variation(title: candidate.title, value: .object(changed), isInside: candidate.isInside))
            }
        }
        return found
    }

    private func arrayCandidates(_ items: [SchemaValue], _ parts: [Schema], at pointer: String, depth: Int) -> [Variation] {
        var found: [Variation] = []
        let place = pointer.isEmpty ? "" : pointer + ": "
        func add(_ title: String, _ items: [SchemaValue], isInside: Bool) {
            found.append(Variation(title: place + title, value: .array(items), isInside: isInside))
        }
        for constraints in parts.compactMap(\.constraints) {
            if let minimum = constraints.minItems, minimum > 0 {
                if items.count >= minimum { add("as few as minItems \(minimum)", Array(items.prefix(minimum)), isInside: true) }
                add("fewer than minItems \(minimum)", Array(items.prefix(minimum - 1)), isInside: false)
            }
            if let maximum = constraints.maxItems, maximum < Self.largest, let schema = parts.lazy.compactMap(\.items).first {
                let more = (0..<max(0, maximum + 1 - items.count)).map { document.example(of: schema, .request, variant: $0 + 1) }
                add("as many as maxItems \(maximum)", Array((items + more).prefix(maximum)), isInside: true)
                add("more than maxItems \(maximum)", items + more, isInside: false)
            }
            if constraints.uniqueItems, let first = items.first { add("with two equal items", items + [first], isInside: false) }
        }
        if let first = items.first, let schema = parts.lazy.compactMap(\.items).first {
            for candidate in candidates(for: first, schema, at: pointer + "/0", depth: depth + 1) {
                found.append(
                    Variation(title: candidate.title, value: .array([candidate.value] + items.dropFirst()), isInside: candidate.isInside)
                )
            }
        }
        return found
    }

    /// A schema and its parts.
    private func parts(of schema: Referenced<Schema>, depth: Int = 0) -> [Schema] {
        guard depth < 10, let found = try? document.resolve(schema) else { return [] }
        return [found] + found.allOf.flatMap { parts(of: $0, depth: depth + 1) }
    }
}

extension SchemaType {
    /// A value of another type.
    fileprivate var another: SchemaValue {
        switch self {
        case .string: .number("1")
        case .object: .array([])
        case .null, .boolean, .number, .integer, .array: .string("text")
        }
    }
}

extension Schema {
    fileprivate var withoutExamples: Schema {
        var schema = self
        (schema.examples, schema.defaultValue) = ([], nil)
        return schema
    }

    fileprivate var onlyPattern: Schema {
        var schema = Schema(location: location)
        var only = Constraints()
        only.pattern = constraints?.pattern
        schema.constraints = only
        return schema
    }
}
