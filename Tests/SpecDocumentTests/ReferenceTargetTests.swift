import SpecDocument
import SpecYAML
import Testing

@Suite struct ReferenceTargetTests {
    private let components =
        head + """
            components:
              schemas:
                Device: {type: object, properties: {parent: {$ref: '#/components/schemas/Device'}}}
                Alias: {$ref: '#/components/schemas/Device'}
                a/b~c d: {type: string}
                Anchored: {$id: https://example.com/anchored, $anchor: here, $defs: {Inner: {$anchor: inner, type: integer}}}
              parameters:
                P: {name: p, in: query, schema: {type: array, items: {type: boolean}}}
            """

    private func reference<Kind>(_ text: String, to kind: Kind.Type) -> Reference<Kind> {
        Reference(text: text, location: Location(file: "spec.yaml", line: 99, column: 9))
    }

    @Test func oneStepKeepsTheName() throws {
        let document = try readCleanly(components)
        let target = try document.target(of: reference("#/components/schemas/Alias", to: Schema.self))
        #expect(target.name == "Alias")
        #expect(target.value.reference?.text == "#/components/schemas/Device")
    }

    @Test func allStepsLeadToTheConstruct() throws {
        let document = try readCleanly(components)
        let schema = try document.resolve(.reference(reference("#/components/schemas/Alias", to: Schema.self)))
        #expect(schema.types == [.object])
        #expect(schema.location.description == "spec.yaml:6:13")
        #expect(try document.resolve(.inline(schema)).types == [.object])
    }

    @Test(arguments: ["#/components/schemas/a~1b~0c d", "#/components/schemas/a~1b~0c%20d"]) func namesMayBeEscaped(_ text: String) throws {
        let target = try readCleanly(components).target(of: reference(text, to: Schema.self))
        #expect(target.name == "a/b~c d")
        #expect(target.value.inline?.types == [.string])
    }

    /// The document with a schema `Use` that has a property of this reference, and the schema that the property is.
    private func use(_ text: String) throws -> (findings: String, name: String?, schema: Schema) {
        let text = components.replacing("schemas:\n", with: "schemas:\n    Use: {properties: {p: {$ref: '\(text)'}}}\n")
        let document = try read(text)
        let property = try #require(document.components.schemas["Use"]?.inline?.properties["p"])
        let name = try property.reference.map { try document.target(of: $0).name }
        return (findings(text), name, try document.resolve(property))
    }

    @Test(arguments: [
        ("#/components/parameters/P/schema/items", SchemaType.boolean, "P.item"),
        ("#/components/schemas/Anchored/$defs/Inner", .integer, "Anchored.Inner"),
        ("#inner", .integer, "inner"),
    ]) func placesElsewhereBecomeComponents(_ text: String, _ type: SchemaType, _ name: String) throws {
        let use = try use(text)
        #expect(use.findings == "")
        #expect(use.name == name)
        #expect(use.schema.types == [type])
    }

    @Test func whatBecameAComponentIsReferredToWhereItStands() throws {
        let document = try readCleanly(
            head + """
                components:
                  schemas:
                    Whole: {properties: {part: {properties: {again: {$ref: '#/components/schemas/Whole/properties/part'}}}}}
                """
        )
        #expect(document.components.schemas.keys == ["Whole", "Whole.part"])
        let part = try #require(document.components.schemas["Whole"]?.inline?.properties["part"]?.reference)
        #expect(part.text == "#/components/schemas/Whole.part")
        #expect(document.components.schemas["Whole.part"]?.inline?.properties["again"]?.reference?.text == part.text)
    }

    @Test func definitionsInsideASchemaAreFound() throws {
        let document = try readCleanly(
            head + """
                components:
                  schemas:
                    Till: {properties: {a: {$ref: '#/$defs/Drawer'}}, $defs: {Drawer: {type: boolean}}}
                """
        )
        let property = try #require(document.components.schemas["Till"]?.inline?.properties["a"])
        #expect(try document.resolve(property).types == [.boolean])
    }

    @Test func aDynamicReferenceLeadsWhereAStaticOneWould() throws {
        let document = try readCleanly(
            head + """
                components:
                  schemas:
                    Tree: {$dynamicAnchor: node, properties: {children: {items: {$dynamicRef: '#node'}}}}
                """
        )
        let items = try #require(document.components.schemas["Tree"]?.inline?.properties["children"]?.inline?.items)
        #expect(items.reference?.text == "#/components/schemas/Tree")
    }

    @Test(arguments: ["#here", "https://example.com/anchored"]) func schemasMayNameThemselves(_ text: String) throws {
        #expect(try use(text).name == "Anchored")
    }

    @Test(arguments: [
        ("#/components/schemas/Devise", "there is no schema 'Devise'; write 'Device'"),
        ("#/components/schemas/Till", "there is no schema 'Till'; add it under 'components/schemas'"),
        ("other.yaml#/a", "'other.yaml#/a' leads out of this file; save the description as a file"),
        ("#/definitions/Device", "'#/definitions/Device' leads nowhere; correct it, or add what it names"),
        (
            "#components/schemas/Device",
            "'#components/schemas/Device' is no reference; write a '/' before each name, '/' in a name as ~1 and '~' as ~0"
        ),
        ("#/a~2", "'#/a~2' is no reference; write a '/' before each name, '/' in a name as ~1 and '~' as ~0"),
        ("#there", "there is no schema with the '$anchor' there; add it, or refer to a component"),
        ("", "an empty '$ref'; write '#/components/schemas/Name'"),
    ]) func whatCannotBeResolvedIsToldAndTakenForAnyValue(_ text: String, _ message: String) throws {
        let use = try use(text)
        #expect(use.findings == "spec.yaml:6:34: warning: " + message + ", for any value is taken")
        #expect(use.name == nil)
        #expect(use.schema.types.isEmpty)
    }

    @Test func theSchemaInAnotherComponentIsTaken() throws {
        let use = try use("#/components/parameters/P")
        let what = "'#/components/parameters/P' is one of the parameters, but a schema is needed"
        #expect(use.findings == "spec.yaml:6:34: warning: \(what); refer to one, for the schema in it is taken")
        #expect(use.name != nil)
    }

    @Test func aNameAloneIsTakenForTheComponent() throws {
        let use = try use("Device")
        #expect(
            use.findings
                == "spec.yaml:6:34: warning: 'Device' would be another file; write '#/components/schemas/Device', for which it is taken"
        )
        #expect(use.name == "Device")
    }

    @Test func referencesWithoutEndAreTold() throws {
        func resolveFirst(_ schemas: String) throws -> String {
            let document = try read(head + "components:\n  schemas:\n" + schemas)
            do {
                _ = try document.resolve(.reference(reference("#/components/schemas/S0", to: Schema.self)))
                return ""
            } catch {
                return error.description
            }
        }
        func chain(_ length: Int) -> String {
            (0..<length).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" }.joined() + "    S\(length): {}\n"
        }
        #expect(
            try resolveFirst("    S0: {$ref: '#/components/schemas/S1'}\n    S1: {$ref: '#/components/schemas/S0'}\n")
                == ""
        )
        #expect(try resolveFirst(chain(49)) == "")
        #expect(
            try resolveFirst(chain(50))
                == "spec.yaml:99:9: warning: the references lead on and on (... -> 'S47' -> 'S48' -> 'S49' -> 'S50'); "
                + "let one of them be more than a '$ref'"
        )
    }
}
