import SpecComparison

// swift-format-ignore
/// What several schemas say of one value: each `if`, `not` and `contains` is one of its own, and what differs is not lost behind the first.
let conjunctionRows: [SchemaRow] = [
    .init("if-added", all("\(when("a", "x")), \(when("b", "y"))"), all("\(when("a", "x")), \(when("b", "y")), \(when("c", "y"))"), "if is new", .breaking, .possiblyBreaking),
    .init("if-removed", all("\(when("a", "x")), \(when("b", "x"))"), all(when("a", "x")), "if is gone", .compatible, .breaking),
    .init("if-changed", all("\(when("a", "x")), \(when("b", "y"))"), all("\(when("a", "x")), \(when("c", "y"))"), "it has changed", .possiblyBreaking, .possiblyBreaking),
    .init("if-changed", all("\(when("a", "x")), \(when("b", "y"))"), all("\(when("a", "y")), \(when("b", "x"))"), "several have changed", .possiblyBreaking, .possiblyBreaking),
    .init("property-became-required", all("\(when("a", "x")), \(when("b", "y"))"), all("\(when("b", "y, z")), \(when("a", "x"))"), "it is required, and was optional", .breaking, .breaking),
    .init("not-changed", all("{not: {type: string}}, {not: {type: integer}}"), all("{not: {type: string}}, {not: {type: boolean}}"), "it has changed", .possiblyBreaking, .possiblyBreaking),
    .init("not-changed", all("{not: {required: [a, b]}}, {not: {required: [c, d]}}"), all("{not: {required: [a, c]}}, {not: {required: [b, d]}}"), "it has changed", .possiblyBreaking, .possiblyBreaking),
    .init("not-removed", all("{not: {type: string}}, {not: {type: integer}}"), all("{not: {type: integer}}"), "not is gone", .compatible, .breaking),
    .init("const-changed", all("{contains: {const: a}}, {contains: {const: b}}"), all("{contains: {const: a}}, {contains: {const: c}}"), "const went from \"b\" to \"c\"", .breaking, .breaking),
    .init("contains-added", all("{contains: {const: a}}"), all("{contains: {const: a}}, {contains: {const: c}}"), "contains is new", .breaking, .possiblyBreaking),
    .init("contains-added", "{type: array}", "{type: array, contains: {}}", "contains is new", .breaking, .possiblyBreaking),
    .init("format-changed", all("{type: string, format: uuid}, {format: uri}"), all("{type: string, format: uuid}, {format: email}"), "the format went from uri to email", .breaking, .breaking),
    .init("nothing-allowed", all("{const: 1}, {const: 1}"), all("{const: 1}, {const: 2}"), "no value is allowed any more", .breaking, .possiblyBreaking),
    .init("dependent-required-added", all("{type: object, dependentRequired: {a: [b]}}, {dependentRequired: {a: [c]}}"), all("{type: object, dependentRequired: {a: [b, d]}}, {dependentRequired: {a: [c]}}"), "it asks for d", .breaking, .possiblyBreaking),
    .init("content-encoding-changed", all("{type: string, contentEncoding: base64}, {contentEncoding: base64}"), all("{type: string, contentEncoding: base64}, {contentEncoding: base32}"), "contentEncoding went from base64 to base32 and base64", .breaking, .breaking),
    .init("max-length-decreased", "{$ref: '#/components/schemas/L0'}", "{$ref: '#/components/schemas/L0'}", "maxLength went from 9 to 8", .breaking, .possiblyBreaking, components: chain("9"), chain("8")),
    .init("pattern-property-added-to-closed-object", "{type: object, additionalProperties: false}", "{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: false}", "pattern ^x is new", .compatible, .possiblyBreaking),
    .init("pattern-property-removed-from-closed-object", "{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: false}", "{type: object, additionalProperties: false}", "pattern ^x is gone", .breaking, .possiblyBreaking),
    .init("optional-property-removed", "{type: object, properties: {xa: {type: string}}, patternProperties: {'^x': {type: string}}, additionalProperties: false}", "{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: false}", "the optional property is gone", .possiblyBreaking, .possiblyBreaking),
    .init("property-removed-from-closed-object", "{type: object, properties: {a: {type: string}, b: {type: string}}, additionalProperties: false}", all("{type: object, properties: {a: {type: string}}, additionalProperties: false}, {type: object, properties: {b: {type: string}}}"), "it is refused by a schema that does not name it", .breaking, .possiblyBreaking),
    .init("type-changed", "{type: object, additionalProperties: {type: string}, unevaluatedProperties: false}", "{type: object, additionalProperties: {type: integer}, unevaluatedProperties: false}", "the type went from string to integer", .breaking, .breaking),
    .init("max-items-decreased", "{type: array, prefixItems: [{type: string}, {type: string}], items: false}", "{type: array, prefixItems: [{type: string}], items: false}", "maxItems went from 2 to 1", .breaking, .possiblyBreaking),
    .init("max-items-increased", "{type: array, prefixItems: [{type: string}], items: false}", "{type: array, prefixItems: [{type: string}, {type: string}], items: false}", "maxItems went from 1 to 2", .compatible, .breaking),
    .init("pattern-removed", "{type: string, pattern: '^a'}", "{type: string, pattern: '^.*$'}", "the pattern went from '^a' to none", .compatible, .breaking),
    .init("enum-value-removed", "{type: string, nullable: true, enum: [a, null]}", "{type: string, nullable: true, enum: [a]}", "the value null is gone", .breaking, .compatible),
    .init("became-any-of-several", needs("a"), "{anyOf: [\(needs("a")), \(needs("b"))]}", "it is one of 2 alternatives", .compatible, .breaking),
    .init("type-widened", "{type: [string, 'null']}", "{oneOf: [{type: [string, 'null']}, {type: integer}]}", "the type went from string or null to string or integer or null", .compatible, .breaking),
    .init("one-of-removed", "{oneOf: [\(needs("a")), \(needs("b"))], anyOf: [\(needs("b")), \(needs("c"))]}", "{anyOf: [\(needs("b")), \(needs("c"))]}", "oneOf is gone", .compatible, .breaking),
    .init("became-nullable", "{oneOf: [{type: string}, {type: integer}]}", "{oneOf: [{type: string}, {type: integer}, {$ref: '#/components/schemas/N'}]}", "null is allowed", .compatible, .breaking, components: "N: {type: 'null'}"),
    .init("content-encoding-changed", "{type: string}", "{type: string, contentEncoding: base64}", "contentEncoding went from none to base64", .breaking, .breaking),
    .init("content-encoding-changed", "{type: string, format: byte}", "{type: string, format: byte, contentEncoding: base32}", "contentEncoding went from none to base32", .breaking, .breaking),
    .init("format-changed", "{type: string, format: binary}", "{type: string}", "the format went from binary to none", .breaking, .breaking),
    .init("enum-value-added", "{type: integer, enum: [1, 2]}", "{type: number, enum: [1, 2, 3]}", "the value 3 is new", .compatible, .possiblyBreaking),
    .init("alternatives-replaced", "{type: string}", "{oneOf: [{type: integer}, {type: boolean, default: true}]}", "it is one of 2 alternatives, none of which is what it was", .breaking, .breaking),
    .init("alternatives-replaced", "{oneOf: [{type: integer}, {type: boolean, default: true}]}", "{type: string}", "it was one of 2 alternatives, none of which is what it is", .breaking, .breaking),
    .init("alternatives-replaced", needs("a"), "{oneOf: [\(needs("b")), \(needs("c"))]}", "it is one of 2 alternatives, none of which is what it was", .breaking, .breaking),
    .init("alternatives-narrowed", "{type: object}", "{oneOf: [\(needs("b")), \(needs("c"))]}", "it is one of 2 alternatives, none of which is what it was", .breaking, .possiblyBreaking),
    .init("alternatives-widened", "{oneOf: [\(needs("b")), \(needs("c"))]}", "{type: object}", "it was one of 2 alternatives, none of which is what it is", .possiblyBreaking, .breaking),
    .init("property-sunset-moved-earlier", sunset("x-sunset: 2999-01-01"), sunset("x-sunset: 2998-01-01"), "x-sunset went from 2999-01-01 to 2998-01-01", .possiblyBreaking, .possiblyBreaking),
    .init("property-sunset-moved-later", sunset("x-sunset: 2998-01-01"), sunset("x-sunset: 2999-01-01"), "x-sunset went from 2998-01-01 to 2999-01-01", .compatible, .compatible),
    .init("property-sunset-removed", sunset("x-sunset: 2999-01-01"), sunset(""), "x-sunset was 2999-01-01", .possiblyBreaking, .possiblyBreaking),
    .init("property-sunset-added", sunset(""), sunset("x-sunset: 2999-01-01"), "it goes on 2999-01-01", .compatible, .compatible),
    .init("property-sunset-over", sunset(""), sunset("x-sunset: 2020-01-01"), "it was to go on 2020-01-01, which is over", .possiblyBreaking, .possiblyBreaking),
    .init("property-sunset-not-a-date", sunset(""), sunset("x-sunset: soon"), "x-sunset is 'soon'", .possiblyBreaking, .possiblyBreaking),
    .init("property-stability-decreased", sunset(""), sunset("x-stability-level: beta"), "x-stability-level went from stable to beta", .possiblyBreaking, .possiblyBreaking),
    .init("property-stability-increased", sunset("x-stability-level: beta"), sunset("x-stability-level: stable"), "x-stability-level went from beta to stable", .compatible, .compatible),
    .init("property-stability-unknown", sunset(""), sunset("x-stability-level: rocky"), "x-stability-level went from stable to rocky", .possiblyBreaking, .possiblyBreaking),
]

// swift-format-ignore
let manyChangesRows: [ManyChangesRow] = [
    .init("{type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/R'}]}}, required: [a]}", "{type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/R'}]}}, required: [a]}", "R: {type: string}", "R: {type: string, readOnly: true}", ["possibly breaking required-property-became-read-only: it is read-only"], response: []),
    .init("{type: object, properties: {a: {type: string, writeOnly: true}}, required: [a]}", "{type: object, properties: {a: {allOf: [{type: string, writeOnly: true}]}}, required: [a]}", "", "", []),
    .init("{type: object, properties: {a: {type: string, deprecated: true}}}", "{type: object, properties: {a: {allOf: [{type: string, deprecated: true}]}}}", "", "", []),
    .init("{type: object, properties: {a: {type: string, readOnly: true}}}", "{type: object, required: [a]}", "", "", ["breaking property-became-required: it is required, and was left out"]),
    .init(needs("a"), "{oneOf: [\(needs("a")), \(needs("b"))], minProperties: 3}", "", "", ["possibly breaking became-one-of-several: it is one of 2 alternatives", "breaking one-of-added: oneOf is new, with more beside it"]),
    .init("{oneOf: [\(needs("a")), \(needs("b"))], required: [z]}", needs("a"), "", "", response: ["possibly breaking became-the-only-alternative: it is the only one of 2 alternatives", "breaking one-of-removed: oneOf is gone, with what was beside it"]),
    .init("{oneOf: [\(needs("a")), \(needs("b"))]}", "{type: object, oneOf: [\(needs("a")), \(needs("b"))]}", "", "", []),
    .init("{oneOf: [{type: string, maxLength: 4}, {type: integer, maximum: 4}]}", "{oneOf: [{type: string, maxLength: 3}, {type: integer, maximum: 3}]}", "", "", response: ["possibly breaking max-length-decreased: maxLength went from 4 to 3", "possibly breaking maximum-decreased: maximum went from 4 to 3"]),
    .init(all("{oneOf: [\(needs("a")), \(needs("b"))]}, {oneOf: [\(needs("b")), \(needs("c"))]}"), all("{oneOf: [\(needs("b")), \(needs("c"))]}, {oneOf: [\(needs("a")), \(needs("b"))]}"), "", "", []),
    .init("{oneOf: [{title: X, type: string}, {title: X, type: integer}]}", "{oneOf: [{title: X, type: integer}, {title: X, type: string}]}", "", "", []),
    .init("{type: integer, exclusiveMinimum: 0}", "{type: integer, minimum: 1}", "", "", []),
    .init(all("{type: array, prefixItems: [{type: string}, {type: integer}]}, {prefixItems: [{maxLength: 3}]}"), all("{prefixItems: [{maxLength: 3}]}, {type: array, prefixItems: [{type: string}, {type: integer}]}"), "", "", []),
    .init("{default: 1, anyOf: [{type: string}, {type: integer}]}", "{type: string}", "", "", ["breaking type-narrowed: the type went from string or integer to string", "possibly breaking default-removed: the default went from 1 to none"]),
    .init("{type: array}", "{type: array, items: {description: Anything}}", "", "", []),
    .init("{type: object, additionalProperties: false}", "{type: object, unevaluatedProperties: false}", "", "", []),
]

private func all(_ schemas: String) -> String { "{allOf: [\(schemas)]}" }
private func when(_ value: String, _ names: String) -> String { "{if: {properties: {t: {const: \(value)}}}, then: {required: [\(names)]}}" }
private func needs(_ name: String) -> String { "{type: object, properties: {\(name): {type: string}}, required: [\(name)]}" }
private func sunset(_ field: String) -> String { "{type: object, properties: {a: {type: string, deprecated: true, \(field)}}}" }

/// A chain of `allOf` that is longer than anyone draws it.
private func chain(_ length: String) -> String {
    let links = (0..<40).map { "L\($0): {allOf: [{$ref: '#/components/schemas/L\($0 + 1)'}, {properties: {p\($0): {type: string}}}]}" }
    return (links + ["L40: {type: object, properties: {z: {type: string, maxLength: \(length)}}}"]).joined(separator: ", ")
}
