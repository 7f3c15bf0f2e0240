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
        #expect(target.pointer.description == "/components/schemas/Alias")
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

    @Test(arguments: [
        ("#/components/parameters/P/schema/items", SchemaType.boolean, "/components/parameters/P/schema/items"),
        ("#/components/schemas/Anchored/$defs/Inner", .integer, "/components/schemas/Anchored/$defs/Inner"),
        ("#inner", .integer, "/components/schemas/Anchored/$defs/Inner"),
    ]) func placesElsewhereCanBeReferredTo(_ text: String, _ type: SchemaType, _ pointer: String) throws {
        let target = try readCleanly(components).target(of: reference(text, to: Schema.self))
        #expect(target.name == nil)
        #expect(target.pointer.description == pointer)
        #expect(target.value.inline?.types == [type])
    }

    @Test(arguments: ["#here", "https://example.com/anchored"]) func schemasMayNameThemselves(_ text: String) throws {
        #expect(try readCleanly(components).target(of: reference(text, to: Schema.self)).name == "Anchored")
    }

    @Test(arguments: [
        ("#/components/schemas/Devise", "there is no schema 'Devise'; write 'Device'"),
        ("#/components/schemas/Till", "there is no schema 'Till'; add it under 'components/schemas'"),
        ("Device", "'Device' would be another file; write '#/components/schemas/Device'"),
        ("other.yaml#/a", "'other.yaml#/a' leads out of this file, which is not supported yet; copy what it names into the components"),
        ("#/components/parameters/P", "'#/components/parameters/P' is one of the parameters, but a schema is needed; refer to one"),
        ("#/definitions/Device", "'#/definitions/Device' leads nowhere; correct it, or add what it names"),
        (
            "#components/schemas/Device",
            "'#components/schemas/Device' is no reference; write it like '#/components/schemas/Name', '/' in a name as ~1 and '~' as ~0"
        ),
        ("#/a~2", "'#/a~2' is no reference; write it like '#/components/schemas/Name', '/' in a name as ~1 and '~' as ~0"),
        ("#there", "there is no schema with the '$anchor' there; add it, or refer to a component with '#/components/schemas/Name'"),
        ("", "an empty '$ref'; write '#/components/schemas/Name'"),
        ("#/info/title", "a schema must be a mapping, not a string; correct it or it is left out"),
    ]) func whatCannotBeResolvedIsTold(_ text: String, _ message: String) throws {
        let document = try readCleanly(components)
        do {
            _ = try document.target(of: reference(text, to: Schema.self))
            Issue.record("resolved")
        } catch {
            #expect(error.map(\.message) == [message])
            if text != "#/info/title" { #expect(error.first?.location.line == 99) }
        }
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
                == "spec.yaml:99:9: error: the references lead to no end (#/components/schemas/S0 -> #/components/schemas/S1 -> "
                + "#/components/schemas/S0); let one of them be more than a '$ref'"
        )
        #expect(try resolveFirst(chain(49)) == "")
        #expect(
            try resolveFirst(chain(50))
                == "spec.yaml:99:9: error: the references lead to no end (... -> #/components/schemas/S47 -> #/components/schemas/S48 -> "
                + "#/components/schemas/S49 -> #/components/schemas/S50); let one of them be more than a '$ref'"
        )
    }
}
