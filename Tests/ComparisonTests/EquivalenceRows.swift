import Testing

/// Two ways to allow the same.
struct EquivalenceRow: CustomTestStringConvertible {
    var one: String
    var other: String

    init(_ one: String, _ other: String) { (self.one, self.other) = (one, other) }

    var testDescription: String { "\(one) = \(other)" }
}

// swift-format-ignore
let equivalenceRows: [EquivalenceRow] = [
    .init("{type: boolean}", "{type: boolean, enum: [true, false]}"),
    .init("{type: boolean, enum: [false, true]}", "{type: boolean}"),
    .init("{type: array, contains: {type: string}, minContains: 0}", "{type: array}"),
    .init("{type: object, additionalProperties: {type: string}}", "{type: object, unevaluatedProperties: {type: string}}"),
    .init("{type: object, dependentSchemas: {a: true}}", "{type: object}"),
    .init("{type: object, patternProperties: {x: true}}", "{type: object}"),
    .init("{type: string, not: false}", "{type: string}"),
    .init("{type: string, if: {maxLength: 3}}", "{type: string}"),
    .init("{type: object, propertyNames: {type: string}}", "{type: object}"),
    .init("{type: integer, multipleOf: 1}", "{type: integer}"),
    .init("{type: array, prefixItems: [{}, true]}", "{type: array}"),
    .init("{type: object, dependentRequired: {a: [b]}}", "{type: object, dependentSchemas: {a: {required: [b]}}}"),
    .init("{type: array, prefixItems: [{type: string}], items: false}", "{type: array, prefixItems: [{type: string}], unevaluatedItems: false}"),
    .init("{type: array, prefixItems: [{type: string}], items: false}", "{type: array, prefixItems: [{type: string}], maxItems: 1}"),
    .init("{allOf: [{type: integer, multipleOf: 2}, {multipleOf: 3}]}", "{type: integer, multipleOf: 6}"),
    .init("{const: null}", "{type: 'null'}"),
    .init("{type: integer, minimum: 1}", "{type: integer, minimum: 0.5}"),
    .init("{type: integer, maximum: 1}", "{type: integer, maximum: 1.5}"),
    .init("{not: {}}", "false"),
    .init("{anyOf: [{type: string}, {}]}", "{}"),
    .init("{type: [string, integer]}", "{anyOf: [{type: string}, {type: integer}]}"),
    .init("{oneOf: [{type: string}, {type: integer}]}", "{type: [string, integer]}"),
    .init("{type: string, enum: [a, b]}", "{oneOf: [{const: a, title: A}, {const: b}]}"),
    .init("{type: array, items: false}", "{type: array, maxItems: 0}"),
    .init("{type: array, items: {type: string}, unevaluatedItems: false}", "{type: array, items: {type: string}}"),
    .init("{type: object, properties: {a: {}}, unevaluatedProperties: false}", "{type: object, properties: {a: {}}, additionalProperties: false}"),
    .init("{type: integer}", "{type: integer, minLength: 2, pattern: a, required: [a], minItems: 1, maxProperties: 3, additionalProperties: false}"),
    .init("{type: object}", "{type: object, maximum: 2, multipleOf: 3, items: {type: string}, uniqueItems: true, contains: {type: string}}"),
    .init("{type: string}", "{type: string, not: {enum: [1]}, dependentSchemas: {a: {minProperties: 2}}}"),
    .init("{const: a}", "{const: a, enum: [a, b]}"),
    .init("{const: a, enum: [b]}", "false"),
    .init("{allOf: [{type: string}, {type: integer}]}", "false"),
    .init("{anyOf: [{type: 'null'}, false]}", "{type: 'null'}"),
]
