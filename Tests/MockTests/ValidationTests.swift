import SchemaValidation
import SpecDocument
import SpecExamples
import SpecYAML
import Testing

/// Which values are of which schemas, and that what is made of a schema is of it.
@Suite struct ValidationTests {
    private func described(_ schema: String, version: String = "3.1.0") throws -> (document: Document, schema: Referenced<Schema>) {
        let document = try document(
            """
            openapi: \(version)
            info: {title: Values, version: "1"}
            paths: {}
            components:
              schemas:
                Tested: \(schema)
                Cat: {type: object, required: [meow], properties: {meow: {type: boolean}}}
                Dog: {type: object, required: [bark], properties: {bark: {type: integer, minimum: 2}}}
                Tree: {type: object, required: [name], properties: {name: {type: string}, children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
            """
        )
        return (document, try #require(document.components.schemas["Tested"]))
    }

    private func problems(_ schema: String, _ json: String, _ access: SchemaAccess = .response, version: String = "3.1.0") throws
        -> [String]
    {
        let (document, tested) = try described(schema, version: version)
        let value = try #require(SchemaValue(json: Array(json.utf8)))
        return SchemaValidator(document, access).problems(of: value, in: tested).map { "\($0.pointer) \($0.keyword)" }
    }

    @Test(arguments: [
        ("{type: integer}", "1.0", []),
        ("{type: integer}", "1.5", [" type"]),
        ("{type: [string, 'null']}", "null", []),
        ("{type: string, nullable: true}", "null", []),
        ("{type: string, maxLength: 2}", #""🎈🎈🎈""#, [" maxLength"]),
        ("{type: string, pattern: '^a+$'}", #""aab""#, [" pattern"]),
        ("{type: string, format: date}", #""2024-02-30""#, [" format"]),
        ("{type: number, multipleOf: 0.1}", "0.3", []),
        ("{type: number, multipleOf: 0.1}", "0.35", [" multipleOf"]),
        ("{exclusiveMinimum: 3}", "3", [" exclusiveMinimum"]),
        ("{type: integer, format: int32}", "2147483648", [" format"]),
        ("{type: integer, format: uint8}", "256", [" format"]),
        ("{type: integer, format: int16}", "-32769", [" format"]),
        ("{enum: [1, two]}", "1.0", []),
        ("{enum: [1, two]}", #""three""#, [" enum"]),
        ("{type: array, uniqueItems: true}", #"[{"a":1,"b":2},{"b":2,"a":1.0}]"#, [" uniqueItems"]),
        ("{contains: {type: string}, maxContains: 1}", #"["a","b"]"#, [" contains"]),
        ("{prefixItems: [{type: string}], items: false}", #"["a",1]"#, ["/1 false"]),
        ("{required: [a/b], properties: {c: {type: string}}}", #"{"c":1}"#, ["/a~1b required", "/c type"]),
        ("{additionalProperties: false, patternProperties: {'^x-': {type: integer}}}", #"{"x-a":1,"y":2}"#, ["/y additionalProperties"]),
        ("{propertyNames: {maxLength: 2}, maxProperties: 1}", #"{"abc":1,"d":1}"#, [" maxProperties", "/abc propertyNames"]),
        ("{dependentRequired: {card: [address]}}", #"{"card":1}"#, ["/address dependentRequired"]),
        ("{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}", #"{"meow":true,"bark":3}"#, [" oneOf"]),
        ("{anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}", #"{"bark":1}"#, [" anyOf"]),
        ("{not: {type: string}}", #""a""#, [" not"]),
        ("{if: {required: [a]}, then: {required: [b]}, else: {required: [c]}}", #"{"a":1}"#, ["/b required"]),
        ("{allOf: [{$ref: '#/components/schemas/Cat'}], unevaluatedProperties: false}", #"{"meow":true,"x":1}"#, ["/x false"]),
        (
            "{$ref: '#/components/schemas/Tree'}", #"{"name":"a","children":[{"name":"b","children":[{}]}]}"#,
            ["/children/0/children/0/name required"]
        ),
        ("{properties: {secret: {type: string, writeOnly: true}}, required: [secret]}", "{}", []),
        ("{properties: {secret: {type: string, writeOnly: true}}}", #"{"secret":"x"}"#, ["/secret writeOnly"]),
    ])
    func problemsOfValues(_ schema: String, _ json: String, _ expected: [String]) throws {
        #expect(try problems(schema, json).sorted() == expected.sorted())
    }

    @Test func whatIsOnlyAnsweredMayBeMissingFromARequest() throws {
        let schema = "{required: [id], properties: {id: {type: integer, readOnly: true}}}"
        #expect(try problems(schema, "{}", .request).isEmpty)
        #expect(try problems(schema, "{}", .response) == ["/id required"])
    }

    @Test func whatStandsBesideAReferenceCountsFrom3_1On() throws {
        let schema = "{$ref: '#/components/schemas/Cat', required: [name]}"
        #expect(try problems(schema, #"{"meow":true}"#, version: "3.1.0") == ["/name required"])
        #expect(try problems(schema, #"{"meow":true}"#, version: "3.0.3").isEmpty)
    }

    @Test func problemsDoNotTellTheValue() throws {
        let (document, tested) = try described("{type: string, maxLength: 2}")
        let problems = SchemaValidator(document, .request).problems(of: .string("s3cret"), in: tested)
        #expect(problems.map(\.description) == ["the value is longer than 2"])
    }

    /// What is made of a schema is of it.
    @Test(arguments: [
        "{type: string, pattern: '^[A-Z]{3}-[0-9]{4}$'}",
        #"{type: string, pattern: '^(?!0)\d+$', minLength: 5}"#,
        "{type: string, format: date-time, maxLength: 20}",
        "{type: string, minLength: 300, maxLength: 300}",
        "{type: integer, exclusiveMinimum: 5, multipleOf: 4}",
        "{type: number, minimum: 0, exclusiveMaximum: 1, multipleOf: 0.25}",
        "{type: number, exclusiveMinimum: 0, maximum: 0.5}",
        "{type: integer, maximum: -7, multipleOf: 7}",
        "{type: integer, not: {enum: [1]}}",
        "{type: array, minItems: 4, uniqueItems: true, items: {type: integer, minimum: 3}}",
        "{type: array, minItems: 2, uniqueItems: true, items: {enum: [a, b, c]}}",
        "{type: array, items: {type: string}, contains: {const: x}}",
        "{type: array, maxItems: 0, items: {type: string}}",
        "{type: object, minProperties: 3, additionalProperties: {type: integer}}",
        "{type: object, maxProperties: 1, required: [b], properties: {a: {type: string}, b: {type: string}}}",
        "{type: object, minProperties: 1, propertyNames: {pattern: '^k[0-9]$'}}",
        "{type: object, patternProperties: {'^x-[a-z]+$': {type: integer}}, additionalProperties: false, minProperties: 1}",
        "{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {meow: {type: boolean}, paws: {type: integer}}}]}",
        "{allOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {required: [name]}]}",
        "{allOf: [{type: string, maxLength: 4}, {type: string, minLength: 3}]}",
        "{allOf: [{enum: [a, b]}, {enum: [b, c]}]}",
        "{anyOf: [{type: string, maxLength: 0}, {type: integer}], not: {type: string}}",
        "{type: object, properties: {a: {type: string}, b: {type: string}}, not: {required: [a]}}",
        "{type: object, properties: {kind: {enum: [x, y]}, size: {type: integer}}, if: {properties: {kind: {const: x}}}, then: {required: [name]}}",
        "{type: object, example: {a: 1}, required: [b]}",
        "{$ref: '#/components/schemas/Tree'}",
        "{type: string, default: 5, minLength: 2}",
    ])
    func whatIsMadeIsValid(_ schema: String) throws {
        let (document, tested) = try described(schema)
        for variant in 0..<4 {
            let value = document.example(of: tested, .response, variant: variant)
            let problems = SchemaValidator(document, .response).problems(of: value, in: tested)
            #expect(problems.isEmpty, "\(value.jsonLine): \(problems)")
        }
    }
}
