import Testing

/// Many types share files, so that the compiler has fewer to read.
@Suite struct GroupingTests {
    /// The generated models of a spec of this many schemas, of which each is a struct of about 30 lines.
    private static func models(_ count: Int, and others: [String] = []) throws -> [String: String] {
        let names = (0..<count).map { "Thing\($0 * 7919 % 1000)" } + others
        let schemas = names.map { "    \($0): { type: object, properties: { name: { type: string }, size: { type: integer } } }" }
        let files = try VersionedSpecs([spec(schemas: schemas.joined(separator: "\n"))]).files
        return files.filter { $0.value.contains(": JSONModel") }
    }

    private static func types(in contents: String) -> [Substring] {
        contents.split(separator: "\n").filter { $0.hasPrefix("    public struct ") }.map { $0.dropFirst(18).prefix { $0 != ":" } }
    }

    @Test func fewTypesHaveAFileEach() throws {
        let files = try Self.models(40)
        #expect(files.count == 40)
        for (name, contents) in files { #expect(Self.types(in: contents).map { "V1+\($0).swift" } == [name]) }
    }

    @Test func manyTypesShareFilesOfModestLength() throws {
        let files = try Self.models(200)
        #expect(files.count < 40)
        #expect(files.values.flatMap(Self.types).count == 200)
        for (name, contents) in files {
            let types = Self.types(in: contents)
            #expect(types == types.sorted())
            #expect(types.first.map { "V1+\($0).swift" } == name, "a file is called by its first type")
            #expect(contents.split(separator: "\n", omittingEmptySubsequences: false).count <= 410)
        }
    }

    @Test(arguments: ["Aardvark", "Thing4", "Thing500Half", "Thing77", "Zebra"])
    func anotherTypeMovesOnlyItsNeighbours(_ name: String) throws {
        let before = try Self.models(200)
        let after = try Self.models(200, and: [name])
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(!changed.isEmpty)
        #expect(changed.count <= 3, "\(changed.sorted())")
    }
}
