import SpecComparison

// swift-format-ignore
let objectRows: [SchemaRow] = [
    .init("required-property-added", object("a"), object("a, b", required: "b"), "the required property is new", .breaking, .breaking),
    .init("required-property-with-default-added", object("a"), "{type: object, properties: {a: {type: string}, b: {type: string, default: x}}, required: [b]}", "the required property is new", .possiblyBreaking, .breaking),
    .init("optional-property-added", object("a"), object("a, b"), "the optional property is new", .compatible, .compatible),
    .init("property-refused", "{type: object}", "{type: object, properties: {a: false}}", "it is refused", .breaking, .possiblyBreaking),
    .init("property-became-required", "{type: object}", "{type: object, required: [a]}", "it is required, and was optional", .breaking, .breaking),
    .init("required-property-removed", object("a, b", required: "b"), object("a"), "the required property is gone", .possiblyBreaking, .breaking),
    .init("optional-property-removed", object("a, b"), object("a"), "the optional property is gone", .possiblyBreaking, .possiblyBreaking),
    .init("property-added-to-closed-object", object("a", closed: true), object("a, b", closed: true), "the optional property is new", .compatible, .possiblyBreaking),
    .init("property-removed-from-closed-object", object("a, b", closed: true), object("a", closed: true), "the optional property is gone", .breaking, .possiblyBreaking),
    .init("property-became-required", object("a"), object("a", required: "a"), "it is required, and was optional", .breaking, .breaking),
    .init("property-became-optional", object("a", required: "a"), object("a"), "it is optional, and was required", .compatible, .breaking),
    .init("property-removed-before-sunset", "{type: object, properties: {a: {deprecated: true, x-sunset: 2027-01-01}}}", "{type: object}", "the optional property is gone, before its sunset 2027-01-01", .breaking, .breaking),
    .init("property-deprecated", object("a"), "{type: object, properties: {a: {type: string, deprecated: true}}}", "it is deprecated", .compatible, .compatible),
    .init("property-no-longer-deprecated", "{type: object, properties: {a: {type: string, deprecated: true}}}", object("a"), "it is no longer deprecated", .compatible, .compatible),
    .init("additional-properties-refused", object("a"), object("a", closed: true), "other properties are refused", .breaking, .possiblyBreaking),
    .init("additional-properties-allowed", object("a", closed: true), object("a"), "other properties are allowed", .compatible, .possiblyBreaking),
    .init("additional-properties-schema-added", "{type: object}", "{type: object, additionalProperties: {type: string}}", "other properties have a schema", .breaking, .possiblyBreaking),
    .init("additional-properties-schema-removed", "{type: object, additionalProperties: {type: string}}", "{type: object}", "other properties may be anything", .compatible, .breaking),
    .init("type-widened", "{type: object, additionalProperties: {type: integer}}", "{type: object, additionalProperties: {type: number}}", "the type went from integer to number", .compatible, .breaking),
    .init("pattern-property-added", "{type: object}", "{type: object, patternProperties: {'^x': {type: string}}}", "pattern ^x is new", .breaking, .possiblyBreaking),
    .init("pattern-property-removed", "{type: object, patternProperties: {'^x': {type: string}}}", "{type: object}", "pattern ^x is gone", .compatible, .breaking),
    .init("property-names-added", "{type: object}", "{type: object, propertyNames: {maxLength: 3}}", "propertyNames is new", .breaking, .possiblyBreaking),
    .init("property-names-removed", "{type: object, propertyNames: {maxLength: 3}}", "{type: object}", "propertyNames is gone", .compatible, .breaking),
    .init("additional-properties-schema-added", "{type: object}", "{type: object, unevaluatedProperties: {type: string}}", "other properties have a schema", .breaking, .possiblyBreaking),
    .init("additional-properties-schema-removed", "{type: object, unevaluatedProperties: {type: string}}", "{type: object}", "other properties may be anything", .compatible, .breaking),
    .init("dependent-required-added", "{type: object}", "{type: object, dependentRequired: {a: [b]}}", "it asks for b", .breaking, .possiblyBreaking),
    .init("dependent-required-removed", "{type: object, dependentRequired: {a: [b]}}", "{type: object}", "it no longer asks for b", .compatible, .breaking),
    .init("dependent-required-added", "{type: object}", "{type: object, dependentSchemas: {a: {required: [b]}}}", "it asks for b", .breaking, .possiblyBreaking),
    .init("dependent-schema-removed", "{type: object, dependentSchemas: {a: {minProperties: 2}}}", "{type: object}", "dependentSchemas a is gone", .compatible, .breaking),
    .init("items-added", "{type: array}", "{type: array, items: {type: string}}", "items is new", .breaking, .possiblyBreaking),
    .init("items-removed", "{type: array, items: {type: string}}", "{type: array}", "items is gone", .compatible, .breaking),
    .init("max-length-decreased", "{type: array, items: {type: string, maxLength: 3}}", "{type: array, items: {type: string, maxLength: 2}}", "maxLength went from 3 to 2", .breaking, .possiblyBreaking),
    .init("prefix-items-added", "{type: array}", "{type: array, prefixItems: [{type: string}]}", "item 1 is new", .possiblyBreaking, .possiblyBreaking),
    .init("prefix-items-removed", "{type: array, prefixItems: [{type: string}]}", "{type: array}", "item 1 is gone", .possiblyBreaking, .possiblyBreaking),
    .init("items-added", "{type: array}", "{type: array, unevaluatedItems: {type: string}}", "items is new", .breaking, .possiblyBreaking),
    .init("items-removed", "{type: array, unevaluatedItems: {type: string}}", "{type: array}", "items is gone", .compatible, .breaking),
    .init("contains-added", "{type: array}", "{type: array, contains: {type: string}}", "contains is new", .breaking, .possiblyBreaking),
    .init("contains-removed", "{type: array, contains: {type: string}}", "{type: array}", "contains is gone", .compatible, .breaking),
    .init("min-contains-increased", "{type: array, contains: {type: string}, minContains: 2}", "{type: array, contains: {type: string}, minContains: 3}", "minContains went from 2 to 3", .breaking, .possiblyBreaking),
    .init("max-contains-added", "{type: array, contains: {type: string}}", "{type: array, contains: {type: string}, maxContains: 3}", "maxContains went from none to 3", .breaking, .possiblyBreaking),
    .init("not-added", "{type: string}", "{type: string, not: {const: a}}", "not is new", .breaking, .possiblyBreaking),
    .init("not-removed", "{type: string, not: {const: a}}", "{type: string}", "not is gone", .compatible, .breaking),
    .init("not-changed", "{type: string, not: {const: a}}", "{type: string, not: {const: b}}", "it has changed", .possiblyBreaking, .possiblyBreaking),
    .init("if-changed", "{type: string, if: {const: a}, then: {minLength: 1}}", "{type: string, if: {const: b}, then: {minLength: 1}}", "it has changed", .possiblyBreaking, .possiblyBreaking),
    .init("then-added", "{type: string, if: {const: a}, else: {maxLength: 9}}", "{type: string, if: {const: a}, then: {minLength: 1}, else: {maxLength: 9}}", "then is new", .breaking, .possiblyBreaking),
    .init("else-removed", "{type: string, if: {const: a}, then: {maxLength: 9}, else: {minLength: 1}}", "{type: string, if: {const: a}, then: {maxLength: 9}}", "else is gone", .compatible, .breaking),
    .init("content-schema-added", "{type: string}", "{type: string, contentSchema: {type: object}}", "contentSchema is new", .breaking, .possiblyBreaking),
    .init("content-schema-removed", "{type: string, contentSchema: {type: object}}", "{type: string}", "contentSchema is gone", .compatible, .breaking),
    .init("max-length-decreased", "{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/A'}", "maxLength went from 9 to 8", .breaking, .possiblyBreaking, components: "A: {type: object, properties: {next: {$ref: '#/components/schemas/A'}, name: {type: string, maxLength: 9}}}", "A: {type: object, properties: {next: {$ref: '#/components/schemas/A'}, name: {type: string, maxLength: 8}}}"),
    .init("property-became-required", "{allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}", "{allOf: [{$ref: '#/components/schemas/A'}, {required: [a]}]}", "it is required, and was optional", .breaking, .breaking, components: "A: {type: object, properties: {a: {type: string}}}"),
    .init("optional-property-removed", "{allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}", "{allOf: [{$ref: '#/components/schemas/A'}]}", "the optional property is gone", .possiblyBreaking, .possiblyBreaking, components: "A: {type: object, properties: {a: {type: string}}}, B: {type: object, properties: {b: {type: string}}}"),
]

// swift-format-ignore
let unionRows: [SchemaRow] = [
    .init("one-of-alternative-added", "{oneOf: [\(a), \(b)]}", "{oneOf: [\(a), \(b), \(c)]}", "C is a new alternative", .possiblyBreaking, .breaking, components: letters),
    .init("discriminated-alternative-added", "{oneOf: [\(a)], discriminator: {propertyName: kind}}", "{oneOf: [\(a), \(b)], discriminator: {propertyName: kind}}", "B is a new alternative", .compatible, .breaking, components: letters),
    .init("one-of-alternative-removed", "{oneOf: [\(a), \(b), \(c)]}", "{oneOf: [\(a), \(b)]}", "C is no longer an alternative", .breaking, .possiblyBreaking, components: letters),
    .init("any-of-alternative-added", "{anyOf: [\(a), \(b)]}", "{anyOf: [\(b), \(c), \(a)]}", "C is a new alternative", .compatible, .breaking, components: letters),
    .init("any-of-alternative-removed", "{anyOf: [\(a), \(b), \(c)]}", "{anyOf: [\(c), \(a)]}", "B is no longer an alternative", .breaking, .possiblyBreaking, components: letters),
    .init("one-of-became-any-of", "{oneOf: [\(a), \(b)]}", "{anyOf: [\(a), \(b)]}", "oneOf became anyOf", .compatible, .possiblyBreaking, components: letters),
    .init("any-of-became-one-of", "{anyOf: [\(a), \(b)]}", "{oneOf: [\(a), \(b)]}", "anyOf became oneOf", .possiblyBreaking, .possiblyBreaking, components: letters),
    .init("became-one-of-several", "\(a)", "{oneOf: [\(a), \(b)]}", "it is one of 2 alternatives beside A", .possiblyBreaking, .breaking, components: letters),
    .init("became-the-only-alternative", "{oneOf: [\(a), \(b)]}", "\(a)", "it is the only one of 2 alternatives", .breaking, .possiblyBreaking, components: letters),
    .init("alternatives-changed", "{type: object, properties: {z: {type: string}}}", "{oneOf: [\(a), \(b)]}", "it is one of 2 alternatives, none of which is what it was", .possiblyBreaking, .possiblyBreaking, components: letters),
    .init("one-of-added", "{type: object, properties: {a: {}, b: {}}}", "{type: object, properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]}", "oneOf is new", .breaking, .possiblyBreaking),
    .init("any-of-removed", "{type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}", "{type: object, properties: {a: {}, b: {}}}", "anyOf is gone", .compatible, .breaking),
    .init("max-length-decreased", "{oneOf: [{type: string, maxLength: 3}, {type: integer}]}", "{oneOf: [{type: integer}, {type: string, maxLength: 2}]}", "maxLength went from 3 to 2", .breaking, .possiblyBreaking),
    .init("became-nullable", "{oneOf: [\(a), \(b)]}", "{oneOf: [\(a), \(b), {type: 'null'}]}", "null is allowed", .compatible, .breaking, components: letters),
    .init("became-not-nullable", "{type: [string, 'null']}", "{oneOf: [{type: string}]}", "null is no longer allowed", .breaking, .possiblyBreaking),
    .init("multiple-of-narrowed", "{allOf: [{type: integer, multipleOf: 2}]}", "{allOf: [{type: integer, multipleOf: 2}, {multipleOf: 3}]}", "multipleOf went from 2 to 6", .breaking, .possiblyBreaking),
    .init("discriminator-added", "{oneOf: [\(a), \(b)]}", "{oneOf: [\(a), \(b)], discriminator: {propertyName: kind}}", "kind tells the alternatives apart", .possiblyBreaking, .possiblyBreaking, components: letters),
    .init("discriminator-removed", "{oneOf: [\(a), \(b)], discriminator: {propertyName: kind}}", "{oneOf: [\(a), \(b)]}", "kind no longer tells the alternatives apart", .possiblyBreaking, .possiblyBreaking, components: letters),
    .init("discriminator-property-changed", "{oneOf: [\(a)], discriminator: {propertyName: kind}}", "{oneOf: [\(a)], discriminator: {propertyName: sort}}", "the property went from kind to sort", .breaking, .breaking, components: letters),
    .init("discriminator-mapping-added", mapping("x: A, y: B"), mapping("x: A, y: B, z: B"), "the value z is new", .compatible, .breaking, components: letters),
    .init("discriminator-mapping-removed", mapping("x: A, y: B, z: B"), mapping("x: A, y: B"), "the value z is gone", .breaking, .possiblyBreaking, components: letters),
    .init("discriminator-mapping-changed", mapping("x: A, y: B, z: A"), mapping("x: A, y: B, z: '#/components/schemas/B'"), "the value z went from A to B", .breaking, .breaking, components: letters),
    .init("descendant-added", "{$ref: '#/components/schemas/Base'}", "{$ref: '#/components/schemas/Base'}", "Dog is a new descendant", .compatible, .breaking, components: "Base: {type: object, discriminator: {propertyName: k}, properties: {k: {type: string}}}", "Base: {type: object, discriminator: {propertyName: k}, properties: {k: {type: string}}}, Dog: {allOf: [{$ref: '#/components/schemas/Base'}]}"),
    .init("max-length-decreased", "{$ref: '#/components/schemas/Base'}", "{$ref: '#/components/schemas/Base'}", "maxLength went from 3 to 2", .breaking, .possiblyBreaking, components: descendant("3"), descendant("2")),
]

private let a = "{$ref: '#/components/schemas/A'}"
private let b = "{$ref: '#/components/schemas/B'}"
private let c = "{$ref: '#/components/schemas/C'}"
private let letters = ["A", "B", "C"].map { "\($0): {type: object, properties: {kind: {type: string}, \($0): {type: integer}}}" }.joined(
    separator: ", "
)

private func mapping(_ values: String) -> String { "{oneOf: [\(a), \(b)], discriminator: {propertyName: kind, mapping: {\(values)}}}" }

private func descendant(_ length: String) -> String {
    """
    Base: {type: object, discriminator: {propertyName: k}, properties: {k: {type: string}}}, \
    Dog: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {bark: {type: string, maxLength: \(length)}}}]}
    """
}

private func object(_ names: String, required: String = "", closed: Bool = false) -> String {
    let properties = names.split(separator: ", ").map { "\($0): {type: string}" }.joined(separator: ", ")
    return "{type: object, properties: {\(properties)}" + (required.isEmpty ? "" : ", required: [\(required)]")
        + (closed ? ", additionalProperties: false}" : "}")
}
