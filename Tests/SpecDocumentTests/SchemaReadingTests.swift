import SpecDocument
import SpecYAML
import Testing

@Suite struct SchemaReadingTests {
    @Test func annotationsAndTypes() throws {
        let schema = try schema(
            """
            type: [string, 'null']
            format: date
            title: t
            description: d
            enum: [a, 1, null]
            const: a
            default: b
            example: c
            examples: [d, e]
            deprecated: true
            readOnly: true
            writeOnly: true
            nullable: true
            """
        )
        #expect(schema.types == [.string, .null])
        #expect((schema.format, schema.title, schema.description) == ("date", "t", "d"))
        #expect(schema.enumeration?.map(\.text) == ["a", "1", "null"])
        #expect(schema.enumeration?.map(\.scalarType) == [.string, .integer, .null])
        #expect(schema.constant?.text == "a")
        #expect(schema.defaultValue?.text == "b")
        #expect(schema.examples.map(\.text) == ["c", "d", "e"])
        #expect([schema.deprecated, schema.readOnly, schema.writeOnly, schema.nullable] == [true, true, true, true])
        #expect(schema.location.description == "spec.yaml:7:7")
    }

    @Test func objectsAndArrays() throws {
        let schema = try schema(
            """
            type: object
            required: [b]
            properties:
              b: {type: integer}
              a: {$ref: '#/components/schemas/S'}
            additionalProperties: false
            items: {type: number}
            """
        )
        #expect(schema.properties.keys == ["b", "a"])
        #expect(schema.properties.entry("b")?.location.description == "spec.yaml:10:9")
        #expect(schema.properties["a"]?.reference?.text == "#/components/schemas/S")
        #expect(schema.properties["a"]?.reference?.location.description == "spec.yaml:11:19")
        #expect(schema.required == ["b"])
        #expect(schema.additionalProperties?.inline?.boolean == false)
        #expect(schema.items?.inline?.types == [.number])
    }

    @Test func composition() throws {
        let schema = try schema(
            """
            allOf: [{type: object}]
            oneOf: [{type: string}, {type: integer}]
            anyOf: [true]
            discriminator:
              propertyName: kind
              mapping: {a: S, b: '#/components/schemas/S'}
              defaultMapping: S
              x-d: 1
            """
        )
        #expect([schema.allOf.count, schema.oneOf.count, schema.anyOf.count] == [1, 2, 1])
        #expect(schema.anyOf[0].inline?.boolean == true)
        #expect(schema.discriminator?.propertyName == "kind")
        #expect(schema.discriminator?.mapping.values == ["S", "#/components/schemas/S"])
        #expect(schema.discriminator?.defaultMapping == "S")
    }

    @Test func xmlAndExternalDocs() throws {
        let schema = try schema(
            "xml: {name: n, namespace: s, prefix: p, attribute: true, wrapped: true, nodeType: text}\nexternalDocs: {url: u}"
        )
        #expect(schema.xml?.name == "n")
        #expect(schema.xml?.wrapped == true)
        #expect(schema.xml?.nodeType == "text")
        #expect(schema.externalDocs?.url == "u")
    }

    @Test func wrongSchemasAreTold() {
        #expect(
            findings(schema: "properties:\n  a: [x]\n  b: hello\n  c:\n  d: {type: [string, foo, 3, [x]]}\n  e: {type: [null]}") == """
                spec.yaml:8:12: warning: a schema must be a mapping, not a list; correct it, for it is left out
                spec.yaml:9:12: warning: a schema must be a mapping, not a string; correct it, for it is left out
                spec.yaml:10:11: warning: a schema must be a mapping, not null; write {} for any value
                spec.yaml:11:28: warning: a schema can't have the type 'foo'; use 'null', 'boolean', 'object', 'array', 'number', 'string' or 'integer', for it is left out
                spec.yaml:11:33: warning: a schema can't have the type '3'; use 'null', 'boolean', 'object', 'array', 'number', 'string' or 'integer', for it is left out
                spec.yaml:11:36: warning: a schema can't have the type a list; use 'null', 'boolean', 'object', 'array', 'number', 'string' or 'integer', for it is left out
                spec.yaml:12:20: warning: the type null must be a string; put it in quotes
                """
        )
    }

    @Test func typosAreTold() {
        #expect(
            findings(schema: "tpye: string\ndescripton: d\nmaxlength: 3\nref: x") == """
                spec.yaml:7:7: warning: 'tpye' is no field of a schema; write 'type'
                spec.yaml:8:7: warning: 'descripton' is no field of a schema; write 'description'
                spec.yaml:9:7: warning: 'maxlength' is no field of a schema; write 'maxLength'
                spec.yaml:10:7: warning: 'ref' is no field of a schema; write '$ref'
                """
        )
    }

    @Test func olderFormsAreReadAndTold() throws {
        let text = "items: [{type: string}, {type: integer}]\ndiscriminator: kind\nrequired: true"
        #expect(
            findings(schema: text) == """
                spec.yaml:7:14: warning: 'items' must be one schema, not a list; write 'prefixItems' for one schema an item
                spec.yaml:8:22: warning: a discriminator must be a mapping; write 'propertyName: kind' below it
                spec.yaml:9:17: warning: 'required' of a schema lists properties; name this one in the schema around it
                """
        )
        let document = try read(head + "components:\n  schemas:\n    S:\n" + text.indented(by: 6))
        let schema = try #require(document.components.schemas["S"]?.inline)
        #expect(schema.applicators?.prefixItems.compactMap(\.inline?.types) == [[.string], [.integer]])
        #expect(schema.discriminator?.propertyName == "kind")
        #expect(schema.items == nil)
    }

    @Test func aDiscriminatorNeedsAProperty() {
        #expect(
            findings(schema: "discriminator: {mapping: {}}")
                == "spec.yaml:7:22: warning: a discriminator without 'propertyName'; add it, for the discriminator is left out"
        )
        #expect(
            findings(schema: "discriminator: []")
                == "spec.yaml:7:22: warning: a discriminator must be a mapping, not a list; correct it, for it is left out"
        )
    }
}
