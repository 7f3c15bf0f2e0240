import Testing

/// An older version is served from an implementation of the next one: what is the same is passed on, what is not has to be written.
@Suite struct AdapterPlanningTests {
    private let schemas = """
            A: { type: object, properties: { id: { type: string } } }
            B: { type: object, properties: { id: { type: integer } } }
        """

    @Test func justWhatChangedIsDemanded() throws {
        let missing = "        \"404\": { description: Not found. }\n"
        let old = spec(
            paths: operation("same", returning: "A") + operation("answer", returning: "A") + operation("input", returning: "A")
                + operation("gone", returning: "A") + operation("narrowed", returning: "A")
                + operation("widened", returning: "A") + missing,
            schemas: schemas
        )
        let new = spec(
            paths: operation("same", returning: "A", besides: "description: Told otherwise.") + operation("answer", returning: "B")
                + operation("input", returning: "A", besides: "parameters: [{ name: a, in: query, schema: { type: string } }]")
                + operation("widened", returning: "A") + operation("added", returning: "A")
                + operation("narrowed", returning: "A") + missing,
            schemas: schemas
        )
        let specs = try VersionedSpecs([old, new])
        let adapter = try #require(specs.adapter(of: "V1"))
        #expect(adapter.passedOn == ["same"])
        #expect(
            adapter.demanded == [
                "`answer`: its answer is another in `V2`.",
                "`input`: its input, its answer or its failures are others in `V2`.",
                "`gone`: `V2` has no such operation.",
                "`narrowed`: `V2` can also answer 404.",
                "`widened`: `V2` no longer answers 404.",
            ]
        )
    }

    @Test func whereNothingChangedNothingIsDemanded() throws {
        let same = spec(paths: operation("same", returning: "A"), schemas: schemas)
        let specs = try VersionedSpecs([same, same])
        let adapter = try #require(specs.adapter(of: "V1"))
        #expect(adapter.passedOn == ["same"])
        #expect(adapter.demanded.isEmpty)
        #expect(specs.files["V1+AdaptedService.swift"]?.contains("There is nothing to write but `newer`.") == true)
    }

    @Test func theAnswersOfAChangedModelAreDemanded() throws {
        let old = spec(paths: operation("same", returning: "A"), schemas: schemas)
        let new = spec(paths: operation("same", returning: "A"), schemas: schemas.replacing("{ type: string }", with: "{ type: boolean }"))
        let adapter = try #require(try VersionedSpecs([old, new]).adapter(of: "V1"))
        #expect(adapter.passedOn.isEmpty)
        #expect(adapter.demanded.count == 1)
    }

    @Test func everyVersionButTheNewestHasAnAdapterToTheNext() throws {
        let same = spec(paths: operation("same", returning: "A"), schemas: schemas)
        let specs = try VersionedSpecs([same, same, same])
        #expect(specs.files["V1+AdaptedService.swift"]?.contains("associatedtype Newer: V2.Service") == true)
        #expect(specs.files["V2+AdaptedService.swift"]?.contains("associatedtype Newer: V3.Service") == true)
        #expect(specs.adapter(of: "V3") == nil)
    }

    @Test func theAdapterPassesTheTokenOn() throws {
        let same = spec(paths: operation("same", returning: "A"), schemas: schemas, security: "security: [{ token: [] }]")
        let specs = try VersionedSpecs([same, same])
        let adapter = try #require(specs.files["V1+AdaptedService.swift"])
        #expect(adapter.contains("public protocol AdaptedService: Service where Principal == Newer.Principal"))
        #expect(adapter.contains("try await newer.authenticate(token: token)"))
        #expect(adapter.contains("try await newer.same(input, as: principal)"))
    }

    @Test func versionsThatAuthenticateInOtherWaysHaveNoAdapter() throws {
        let open = spec(paths: operation("same", returning: "A"), schemas: schemas)
        let closed = spec(paths: operation("same", returning: "A"), schemas: schemas, security: "security: [{ token: [] }]")
        let specs = try VersionedSpecs([open, closed])
        #expect(specs.adapter(of: "V1") == nil)
        #expect(!specs.aliases(of: "V2").contains("Same = V1.Same"))
        #expect(specs.aliases(of: "V2").contains("A = V1.A"))
    }
}
