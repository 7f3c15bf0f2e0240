import Testing

/// What is gone since the version before is told by the compiler: with its new name where there is no doubt, and in words where there is one.
@Suite struct FormerNamesTests {
    private let device = "{ type: object, properties: { id: { type: string } } }"

    private func former(_ old: String, _ new: String) throws -> String? {
        try VersionedSpecs([old, new]).files["V2+Former.swift"]
    }

    @Test func whatIsStillThereHasNoFormerName() throws {
        let same = spec(paths: operation("get", returning: "A"), schemas: "    A: \(device)")
        #expect(try former(same, same) == nil)
        let more = spec(paths: operation("get", returning: "A") + operation("more", returning: "A"), schemas: "    A: \(device)")
        #expect(try former(same, more) == nil)
    }

    @Test func aSchemaOfTheSameStructureIsTheOneThatIsGone() throws {
        let text = try #require(try former(spec(schemas: "    Device: \(device)"), spec(schemas: "    Terminal: \(device)")))
        #expect(text.contains("@available(*, deprecated, renamed: \"Terminal\")\n    public typealias Device = Terminal\n"))
    }

    @Test(arguments: ["    B: { type: object, properties: { id: { type: integer } } }", "    B: {}", "    B: { type: string }"])
    func anotherSchemaIsNotTheOneThatIsGone(_ other: String) throws {
        let text = try #require(try former(spec(schemas: "    A: \(device)"), spec(schemas: other)))
        #expect(text.contains("@available(*, unavailable, message: \"V2 has no such schema; V1.A (v1.yaml:12) is what it was\")"))
        #expect(text.contains("public typealias A = V1.A\n"))
    }

    @Test func ofTwoCandidatesNoneIsTaken() throws {
        let text = try #require(try former(spec(schemas: "    A: \(device)"), spec(schemas: "    B: \(device)\n    C: \(device)")))
        #expect(!text.contains("renamed:"))
        let other = try #require(try former(spec(schemas: "    A: \(device)\n    B: \(device)"), spec(schemas: "    C: \(device)")))
        #expect(!other.contains("renamed:"))
    }

    @Test func anOperationOfTheSamePathIsTheOneThatIsGone() throws {
        let old = operation("devices", returning: "A")
        let new = old.replacing("operationId: devices", with: "operationId: terminals")
        let text = try #require(try former(spec(paths: old, schemas: "    A: \(device)"), spec(paths: new, schemas: "    A: \(device)")))
        #expect(text.contains("@available(*, deprecated, renamed: \"terminals()\")"))
        #expect(text.contains("public func devices() async throws(V2.TerminalsFailure) -> V2.Terminals.Output {"))
        #expect(text.contains("public typealias DevicesFailure = TerminalsFailure"))
    }

    @Test func anOperationWithAnotherContractIsNamedInWords() throws {
        let old = operation("devices", returning: "A")
        let new = operation("devices", returning: "B").replacing("operationId: devices", with: "operationId: terminals")
        let schemas = "    A: \(device)\n    B: { type: object, properties: { id: { type: integer } } }"
        let text = try #require(try former(spec(paths: old, schemas: schemas), spec(paths: new, schemas: schemas)))
        #expect(text.contains("@available(*, unavailable, message: \"V2 calls it 'terminals', with another contract (v2.yaml:8)\")"))
        #expect(!text.contains("renamed:"))
    }

    @Test func withoutAClientNoMethodIsNamed() throws {
        let old = operation("devices", returning: "A")
        let new = old.replacing("operationId: devices", with: "operationId: terminals")
        let specs = [spec(paths: old, schemas: "    A: \(device)"), spec(paths: new, schemas: "    A: \(device)")]
        let text = try #require(try VersionedSpecs(specs, configuration: "sides: [service]").files["V2+Former.swift"])
        #expect(text.contains("public typealias Devices = Terminals"))
        #expect(!text.contains("V2.Client"))
    }

    @Test func aNameThatMeansSomethingElseNowIsLeftAlone() throws {
        let old = spec(schemas: "    GetThing: \(device)")
        let new = spec(paths: operation("getThing", returning: "Other"), schemas: "    Other: { type: string }")
        #expect(try former(old, new) == nil)
    }
}
