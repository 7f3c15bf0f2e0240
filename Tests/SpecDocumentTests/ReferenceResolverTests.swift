import SpecDocument
import SpecYAML
import Testing

@Suite struct ReferenceResolverTests {
    @Test func eachPlaceIsTold() {
        #expect(
            findings(
                head + """
                    components:
                      schemas:
                        A: {properties: {a: {$ref: '#/components/schemas/B'}, b: {$ref: '#/components/schemas/Q'}}}
                        B: {items: {$ref: '#/components/schemas/Q'}}
                    """
            ) == """
                spec.yaml:6:69: warning: there is no schema 'Q'; add it under 'components/schemas', for any value is taken
                spec.yaml:7:23: warning: there is no schema 'Q'; add it under 'components/schemas', for any value is taken
                """
        )
    }

    @Test func cyclesAreToldAndRecursionIsNot() {
        #expect(
            findings(
                head + """
                    components:
                      schemas:
                        A: {$ref: '#/components/schemas/B'}
                        B: {$ref: '#/components/schemas/A'}
                        C: {$ref: '#/components/schemas/C'}
                        D: {properties: {d: {$ref: '#/components/schemas/D'}}}
                    """
            ) == """
                spec.yaml:6:15: warning: the reference leads back to itself (#/components/schemas/B -> #/components/schemas/A -> #/components/schemas/B); let one of them be more than a '$ref', for any value is taken
                spec.yaml:8:15: warning: the reference leads back to itself (#/components/schemas/C -> #/components/schemas/C); let one of them be more than a '$ref', for any value is taken
                """
        )
    }

    @Test func longCyclesAreToldInShort() {
        let links = (0..<1_000).map { "    S\($0): {$ref: '#/components/schemas/S\(($0 + 1) % 1_000)'}\n" }.joined()
        #expect(
            findings(head + "components:\n  schemas:\n" + links)
                == "spec.yaml:6:16: warning: the reference leads back to itself (#/components/schemas/S1 -> #/components/schemas/S2 -> "
                + "#/components/schemas/S3 -> #/components/schemas/S4 -> ... -> #/components/schemas/S1); let one of them be more than a '$ref', for any value is taken"
        )
    }

    @Test func aCycleOutsideTheComponentsIsTold() {
        #expect(
            findings(head + "x-a: {$ref: '#/x-b'}\nx-b: {$ref: '#/x-a'}\ncomponents: {schemas: {S: {$ref: '#/x-a'}}}")
                == "spec.yaml:4:13: warning: the reference leads back to itself (#/components/schemas/x-b -> #/components/schemas/S -> "
                + "#/components/schemas/x-b); let one of them be more than a '$ref', for any value is taken"
        )
    }

    @Test func whatIsOnlyReferredToIsCheckedToo() {
        #expect(
            findings(
                head + """
                    x-schemas: {A: {type: strng, items: {$ref: '#/x-schemas/B'}}, B: {tpye: string, not: {$ref: '#/x-schemas/A'}}}
                    components: {schemas: {S: {$ref: '#/x-schemas/A'}, T: {$ref: '#/x-schemas/A'}}}
                    """
            ) == """
                spec.yaml:4:23: warning: a schema can't have the type 'strng'; write 'string', for it is left out
                spec.yaml:4:67: warning: 'tpye' is no field of a schema; write 'type'
                """
        )
    }

    @Test func everyKindOfComponentCanBeReferredTo() throws {
        let kinds = [
            ("schemas", "{}"), ("responses", "{description: d}"), ("parameters", "{name: p, in: query, schema: {}}"),
            ("examples", "{value: 1}"),
            ("requestBodies", "{content: {a/b: {}}}"), ("headers", "{schema: {}}"), ("securitySchemes", "{type: mutualTLS}"),
            ("links", "{}"),
            ("callbacks", "{}"), ("pathItems", "{}"), ("mediaTypes", "{}"),
        ]
        let sections = kinds.map { "  \($0): {Till: \($1), B: {$ref: '#/components/\($0)/Till'}, C: {$ref: '#/components/\($0)/Tills'}}" }
        let told = findings(head + "components:\n" + sections.joined(separator: "\n"))
        let nouns = [
            "schema", "response", "parameter", "example", "request body", "header", "security scheme", "link", "callback", "path item",
            "media type",
        ]
        let substitutions = [
            "schema": "any value is taken", "response": "the response has no body", "header": "any text is taken",
        ]
        #expect(
            told.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 2).last.map(String.init) }
                == nouns.map {
                    "there is no \($0) 'Tills'; write 'Till', for " + (substitutions[$0] ?? "the \($0) is left out")
                }
        )
    }
}
