import Testing

/// Names that the configuration gives in place of those that would be made up.
@Suite struct NamingTests {
    private let schemas = """
            Pet:
              type: object
              properties:
                kind: { type: string, enum: [cat, dog] }
                home: { type: object, properties: { city: { type: string } } }
        """

    @Test func schemasHaveTheNamesThatAreChosenForThem() throws {
        let names = """
            names:
              schemas:
                Pet: Animal
                "#/components/schemas/Pet/properties/kind": Species
            """
        let specs = try VersionedSpecs([spec(schemas: schemas)], configuration: names)
        #expect(specs.files.keys.filter { $0.contains("Pet") }.isEmpty)
        let animal = try #require(specs.files["V1+Animal.swift"])
        #expect(animal.contains("kind: Species?"))
        #expect(animal.contains("home: AnimalHome?"))
    }

    @Test func namesStayWhenUnrelatedSchemasCome() throws {
        let other = "    Apple: { type: object, properties: { kind: { type: string, enum: [red] } } }\n"
        let before = try VersionedSpecs([spec(schemas: schemas)])
        let after = try VersionedSpecs([spec(schemas: other + schemas)])
        for (name, contents) in before.files where !name.hasSuffix("Namespace.swift") { #expect(after.files[name] == contents) }
    }
}
