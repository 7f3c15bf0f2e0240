import SpecComparison
import Testing

/// One change of a schema, sent to a service and sent to a client.
struct SchemaRow: CustomTestStringConvertible {
    var rule: String
    var old: String
    var new: String
    var text: String
    var request: Level
    var response: Level
    var components = ("", "")

    init(
        _ rule: String,
        _ old: String,
        _ new: String,
        _ text: String,
        _ request: Level,
        _ response: Level,
        components old1: String = "",
        _ new1: String? = nil
    ) {
        (self.rule, self.old, self.new, self.text, self.request, self.response) = (rule, old, new, text, request, response)
        components = (old1, new1 ?? old1)
    }

    var testDescription: String { "\(rule): \(old) -> \(new)" }
}

/// All changes of a schema, sent to a service and sent to a client, without the direction in the names of the rules.
struct ManyChangesRow: CustomTestStringConvertible {
    var old: String
    var new: String
    var components: (String, String)
    /// `nil` where only the other direction matters.
    var request: [String]?
    var response: [String]?

    init(_ old: String, _ new: String, _ old1: String = "", _ new1: String? = nil, _ request: [String]? = nil, response: [String]? = nil) {
        (self.old, self.new, self.request, self.response) = (old, new, request, response)
        components = (old1, new1 ?? old1)
        if request == [] { self.response = [] }
    }

    /// A change with the direction in the name of its rule.
    func directed(_ change: String, _ direction: String) -> String {
        let levels = ["possibly breaking ", "breaking ", "compatible "]
        guard let level = levels.first(where: change.hasPrefix) else { return change }
        return "\(level)\(direction)-\(change.dropFirst(level.count))"
    }

    var testDescription: String { "\(old) -> \(new), with \(components.0) -> \(components.1)" }
}

@Suite struct SchemaTests {
    @Test(arguments: valueRows + objectRows + unionRows + conjunctionRows) func aSchemaThatChanges(_ row: SchemaRow) throws {
        let sent = try Specs.changes(Specs.request(row.old, row.components.0), Specs.request(row.new, row.components.1))
        #expect(sent == ["\(row.request.rawValue) request-\(row.rule): \(row.text)"])
        let answered = try Specs.changes(Specs.response(row.old, row.components.0), Specs.response(row.new, row.components.1))
        #expect(answered == ["\(row.response.rawValue) response-\(row.rule): \(row.text)"])
    }

    @Test(arguments: discriminatorRows + manyChangesRows + alternativeRows) func aSchemaThatChangesInManyWays(_ row: ManyChangesRow) throws
    {
        let sent = try Specs.changes(Specs.request(row.old, row.components.0), Specs.request(row.new, row.components.1))
        if let expected = row.request { #expect(sent == expected.map { row.directed($0, "request") }) }
        let answered = try Specs.changes(Specs.response(row.old, row.components.0), Specs.response(row.new, row.components.1))
        if let expected = row.response { #expect(answered == expected.map { row.directed($0, "response") }) }
    }

    @Test(arguments: equivalenceRows) func whatIsSaidOtherwiseIsTheSame(_ row: EquivalenceRow) throws {
        for (old, new) in [(row.one, row.other), (row.other, row.one)] {
            #expect(try Specs.changes(Specs.request(old), Specs.request(new)) == [])
            #expect(try Specs.changes(Specs.response(old), Specs.response(new)) == [])
        }
    }

    /// Schemas that lead to themselves by several alternatives without names, of which it is asked again and again which is which.
    @Test func alternativesThatLeadBackToThemselvesAreToldApartInNoTime() throws {
        func alternatives(_ count: Int, _ more: String) -> String {
            let members = (0..<count).map { "{type: object, properties: {k: {$ref: '#/components/schemas/A\($0)'}}}" }
            let union = "{oneOf: [\(members.joined(separator: ", "))]}"
            let schemas = (0..<count).map { "A\($0): {type: object, properties: {x: \(union), y\($0): {type: string\(more)}}}" }
            return schemas.joined(separator: ", ")
        }
        let first = "{$ref: '#/components/schemas/A0'}"
        let spec = Specs.response(first, alternatives(6, ""))
        #expect(try Specs.comparison(spec, spec).changes.isEmpty)
        let changes = try Specs.changes(spec, Specs.response(first, alternatives(6, ", maxLength: 3")))
        #expect(changes.contains("possibly breaking response-max-length-added: maxLength went from none to 3"))
    }

    @Test(arguments: valueRows + objectRows + unionRows + conjunctionRows) func aSchemaThatStaysTheSame(_ row: SchemaRow) throws {
        for schema in [row.old, row.new] {
            let spec = Specs.request(schema, row.components.0)
            #expect(try Specs.comparison(spec, spec).changes.isEmpty)
        }
    }
}

// swift-format-ignore
private let valueRows: [SchemaRow] =
    [
        .init("type-widened", "{type: integer}", "{type: number}", "the type went from integer to number", .compatible, .breaking),
        .init("type-narrowed", "{type: number}", "{type: integer}", "the type went from number to integer", .breaking, .possiblyBreaking),
        .init("type-changed", "{type: string}", "{type: integer}", "the type went from string to integer", .breaking, .breaking),
        .init("type-widened", "{type: string}", "{}", "the type went from string to any type", .compatible, .breaking),
        .init("type-narrowed", "{}", "{type: string}", "the type went from any type to string", .breaking, .possiblyBreaking),
        .init("type-widened", "{type: string}", "{type: [string, integer]}", "the type went from string to string or integer", .compatible, .breaking),
        .init("became-nullable", "{type: string}", "{type: [string, 'null']}", "null is allowed", .compatible, .breaking),
        .init("became-not-nullable", "{type: [string, 'null']}", "{type: string}", "null is no longer allowed", .breaking, .possiblyBreaking),
        .init("became-nullable", "{type: string}", "{type: string, nullable: true}", "null is allowed", .compatible, .breaking),
        .init("became-nullable", "{type: string}", "{oneOf: [{type: string}, {type: 'null'}]}", "null is allowed", .compatible, .breaking),
        .init("format-added", "{type: string}", "{type: string, format: uuid}", "the format went from none to uuid", .breaking, .possiblyBreaking),
        .init("format-removed", "{type: string, format: uuid}", "{type: string}", "the format went from uuid to none", .compatible, .breaking),
        .init("format-changed", "{type: string, format: date}", "{type: string, format: date-time}", "the format went from date to date-time", .breaking, .breaking),
        .init("format-widened", "{type: integer, format: int32}", "{type: integer, format: int64}", "the format went from int32 to int64", .compatible, .breaking),
        .init("format-narrowed", "{type: number, format: double}", "{type: number, format: float}", "the format went from double to float", .breaking, .possiblyBreaking),
        .init("enum-value-added", "{type: string, enum: [a]}", "{type: string, enum: [a, b]}", "the value \"b\" is new", .compatible, .possiblyBreaking),
        .init("enum-value-removed", "{type: string, enum: [a, b]}", "{type: string, enum: [a]}", "the value \"b\" is gone", .breaking, .compatible),
        .init("enum-added", "{type: string}", "{type: string, enum: [a, b]}", "only \"a\", \"b\" are allowed", .breaking, .possiblyBreaking),
        .init("enum-removed", "{type: string, enum: [a]}", "{type: string}", "more than \"a\" is allowed", .compatible, .breaking),
        .init("const-added", "{type: string}", "{type: string, const: a}", "only \"a\" is allowed", .breaking, .possiblyBreaking),
        .init("const-removed", "{type: string, const: a}", "{type: string}", "more than \"a\" is allowed", .compatible, .breaking),
        .init("const-changed", "{const: 1}", "{const: 2}", "const went from 1 to 2", .breaking, .breaking),
        .init("enum-value-added", "{const: a}", "{enum: [a, b]}", "the value \"b\" is new", .compatible, .possiblyBreaking),
        .init("extensible-enum-value-added", "{type: string, x-extensible-enum: [a]}", "{type: string, x-extensible-enum: [a, b]}", "the value \"b\" is new", .compatible, .compatible),
        .init("extensible-enum-value-removed", "{type: string, x-extensible-enum: [a, b]}", "{type: string, x-extensible-enum: [a]}", "the value \"b\" is gone", .breaking, .compatible),
        .init("default-added", "{type: integer}", "{type: integer, default: 1}", "the default went from none to 1", .possiblyBreaking, .possiblyBreaking),
        .init("default-removed", "{type: integer, default: 1}", "{type: integer}", "the default went from 1 to none", .possiblyBreaking, .possiblyBreaking),
        .init("default-changed", "{type: integer, default: 1}", "{type: integer, default: 2}", "the default went from 1 to 2", .possiblyBreaking, .possiblyBreaking),
        .init("minimum-added", "{type: integer}", "{type: integer, minimum: 1}", "minimum went from none to 1", .breaking, .possiblyBreaking),
        .init("minimum-removed", "{type: integer, minimum: 1}", "{type: integer}", "minimum went from 1 to none", .compatible, .breaking),
        .init("minimum-increased", "{type: integer, minimum: 1}", "{type: integer, minimum: 2}", "minimum went from 1 to 2", .breaking, .possiblyBreaking),
        .init("minimum-decreased", "{type: integer, minimum: 2}", "{type: integer, minimum: 1}", "minimum went from 2 to 1", .compatible, .breaking),
        .init("minimum-increased", "{type: number, minimum: 1}", "{type: number, exclusiveMinimum: 1}", "minimum went from 1 to 1 (excluded)", .breaking, .possiblyBreaking),
        .init("minimum-increased", "{type: number, minimum: 1}", "{type: number, minimum: 1, exclusiveMinimum: true}", "minimum went from 1 to 1 (excluded)", .breaking, .possiblyBreaking),
        .init("maximum-added", "{type: integer}", "{type: integer, maximum: 1}", "maximum went from none to 1", .breaking, .possiblyBreaking),
        .init("maximum-removed", "{type: integer, maximum: 1}", "{type: integer}", "maximum went from 1 to none", .compatible, .breaking),
        .init("maximum-increased", "{type: number, maximum: 1.5}", "{type: number, maximum: 2}", "maximum went from 1.5 to 2", .compatible, .breaking),
        .init("maximum-decreased", "{type: number, maximum: 2}", "{type: number, maximum: 1.5}", "maximum went from 2 to 1.5", .breaking, .possiblyBreaking),
        .init("maximum-decreased", "{type: integer, maximum: 18446744073709551615}", "{type: integer, maximum: 18446744073709551614}", "maximum went from 18446744073709551615 to 18446744073709551614", .breaking, .possiblyBreaking),
    .init("multiple-of-added", "{type: integer}", "{type: integer, multipleOf: 2}", "multipleOf went from none to 2", .breaking, .possiblyBreaking),
        .init("multiple-of-removed", "{type: integer, multipleOf: 2}", "{type: integer}", "multipleOf went from 2 to none", .compatible, .breaking),
        .init("multiple-of-narrowed", "{type: integer, multipleOf: 2}", "{type: integer, multipleOf: 4}", "multipleOf went from 2 to 4", .breaking, .possiblyBreaking),
        .init("multiple-of-widened", "{type: number, multipleOf: 0.1}", "{type: number, multipleOf: 0.01}", "multipleOf went from 0.1 to 0.01", .compatible, .breaking),
        .init("multiple-of-changed", "{type: integer, multipleOf: 2}", "{type: integer, multipleOf: 3}", "multipleOf went from 2 to 3", .breaking, .breaking),
        .init("pattern-added", "{type: string}", "{type: string, pattern: '^a'}", "the pattern went from none to '^a'", .breaking, .possiblyBreaking),
        .init("pattern-removed", "{type: string, pattern: '^a'}", "{type: string}", "the pattern went from '^a' to none", .compatible, .breaking),
        .init("pattern-changed", "{type: string, pattern: '^a'}", "{type: string, pattern: '^b'}", "the pattern went from '^a' to '^b'", .possiblyBreaking, .possiblyBreaking),
        .init("pattern-removed", "{type: string, pattern: '^a'}", "{type: string, pattern: '.*'}", "the pattern went from '^a' to none", .compatible, .breaking),
        .init("unique-items-added", "{type: array}", "{type: array, uniqueItems: true}", "no two items may be equal", .breaking, .possiblyBreaking),
        .init("unique-items-removed", "{type: array, uniqueItems: true}", "{type: array}", "items may be equal", .compatible, .breaking),
        .init("xml-changed", "{type: string, xml: {name: a}}", "{type: string, xml: {name: b}}", "its form in XML has changed", .possiblyBreaking, .possiblyBreaking),
        .init("content-encoding-changed", "{type: string, contentEncoding: base64}", "{type: string, contentEncoding: base32}", "contentEncoding went from base64 to base32", .breaking, .breaking),
        .init("content-media-type-changed", "{type: string, contentMediaType: text/a}", "{type: string, contentMediaType: text/b}", "contentMediaType went from text/a to text/b", .breaking, .breaking),
        .init("nothing-allowed", "{type: string}", "false", "no value is allowed any more", .breaking, .possiblyBreaking),
        .init("anything-allowed", "false", "{type: string}", "values are allowed where none was", .compatible, .breaking),
    ] + limitRows

private let limitRows: [SchemaRow] = [("Length", "string"), ("Items", "array"), ("Properties", "object")].flatMap { name, type in
    let id = name.lowercased()
    func schema(_ keyword: String, _ value: Int?) -> String {
        value.map { "{type: \(type), \(keyword)\(name): \($0)}" } ?? "{type: \(type)}"
    }
    return [
        SchemaRow("min-\(id)-added", schema("min", nil), schema("min", 2), "min\(name) went from 0 to 2", .breaking, .possiblyBreaking),
        SchemaRow("min-\(id)-removed", schema("min", 2), schema("min", nil), "min\(name) went from 2 to 0", .compatible, .breaking),
        SchemaRow("min-\(id)-increased", schema("min", 2), schema("min", 3), "min\(name) went from 2 to 3", .breaking, .possiblyBreaking),
        SchemaRow("min-\(id)-decreased", schema("min", 3), schema("min", 2), "min\(name) went from 3 to 2", .compatible, .breaking),
        SchemaRow("max-\(id)-added", schema("max", nil), schema("max", 2), "max\(name) went from none to 2", .breaking, .possiblyBreaking),
        SchemaRow("max-\(id)-removed", schema("max", 2), schema("max", nil), "max\(name) went from 2 to none", .compatible, .breaking),
        SchemaRow("max-\(id)-increased", schema("max", 2), schema("max", 3), "max\(name) went from 2 to 3", .compatible, .breaking),
        SchemaRow("max-\(id)-decreased", schema("max", 3), schema("max", 2), "max\(name) went from 3 to 2", .breaking, .possiblyBreaking),
    ]
}
