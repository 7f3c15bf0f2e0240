import SpecDocument
import SpecYAML
import Testing

@Suite struct SchemaKeywordsReadingTests {
    @Test func constraints() throws {
        let constraints = try #require(
            try schema(
                """
                minimum: -1.50
                maximum: 18446744073709551615
                exclusiveMinimum: true
                exclusiveMaximum: 1e2
                multipleOf: 0.01
                minLength: 1
                maxLength: 2.0
                pattern: ^a$
                minItems: 3
                maxItems: 4
                uniqueItems: true
                minContains: 5
                maxContains: 6
                minProperties: 7
                maxProperties: 8
                dependentRequired: {a: [b, c]}
                """
            ).constraints
        )
        #expect(constraints.minimum?.text == "-1.50")
        #expect(constraints.maximum?.text == "18446744073709551615")
        #expect(constraints.exclusiveMinimum == .flag(true))
        #expect(constraints.exclusiveMaximum == .number(SpecNumber(text: "1e2")))
        #expect(constraints.multipleOf?.text == "0.01")
        #expect((constraints.minLength, constraints.maxLength, constraints.pattern) == (1, 2, "^a$"))
        #expect((constraints.minItems, constraints.maxItems, constraints.uniqueItems) == (3, 4, true))
        #expect((constraints.minContains, constraints.maxContains) == (5, 6))
        #expect((constraints.minProperties, constraints.maxProperties) == (7, 8))
        #expect(constraints.dependentRequired["a"] == ["b", "c"])
    }

    @Test func applicators() throws {
        let applicators = try #require(
            try schema(
                """
                not: {type: string}
                if: {type: object}
                then: {type: array}
                else: {type: number}
                prefixItems: [{type: string}, true]
                contains: {type: integer}
                unevaluatedItems: false
                patternProperties: {^x-: {type: boolean}}
                propertyNames: {minLength: 1}
                unevaluatedProperties: false
                dependentSchemas: {a: {type: 'null'}}
                contentEncoding: base64
                contentMediaType: image/png
                contentSchema: {type: string}
                """
            ).applicators
        )
        #expect(applicators.not?.inline?.types == [.string])
        #expect(applicators.ifSchema?.inline?.types == [.object])
        #expect(applicators.thenSchema?.inline?.types == [.array])
        #expect(applicators.elseSchema?.inline?.types == [.number])
        #expect(applicators.prefixItems.map { $0.inline?.boolean } == [nil, true])
        #expect(applicators.contains?.inline?.types == [.integer])
        #expect(applicators.unevaluatedItems?.inline?.boolean == false)
        #expect(applicators.patternProperties["^x-"]?.inline?.types == [.boolean])
        #expect(applicators.propertyNames?.inline?.constraints?.minLength == 1)
        #expect(applicators.unevaluatedProperties?.inline?.boolean == false)
        #expect(applicators.dependentSchemas["a"]?.inline?.types == [.null])
        #expect((applicators.contentEncoding, applicators.contentMediaType) == ("base64", "image/png"))
        #expect(applicators.contentSchema?.inline?.types == [.string])
    }

    @Test func identity() throws {
        let identity = try #require(
            try schema(
                "$schema: s\n$id: i\n$anchor: a\n$dynamicAnchor: d\n$dynamicRef: '#d'\n$comment: c\n$defs: {T: {type: string}}"
            ).identity
        )
        #expect((identity.dialect, identity.id, identity.anchor) == ("s", "i", "a"))
        #expect((identity.dynamicAnchor, identity.dynamicReference, identity.comment) == ("d", "#d", "c"))
        #expect(identity.definitions["T"]?.inline?.types == [.string])
        #expect(try schema("definitions: {T: {}}").identity?.definitions.keys == ["T"])
    }

    @Test func aPlainSchemaHasNoneOfThem() throws {
        let schema = try schema("type: string\nx-a: 1")
        #expect(schema.constraints == nil)
        #expect(schema.applicators == nil)
        #expect(schema.identity == nil)
    }
}
