import SpecDocument
import SpecYAML
import Testing

@Suite struct PathItemReadingTests {
    @Test func readsEveryMethodInTheOrderOfTheDocument() throws {
        let fields = ["trace", "get", "put", "query", "post", "delete", "options", "head", "patch"]
        let operations = fields.map { "    \($0): {responses: {default: {description: d}}}" }.joined(separator: "\n")
        let document = try readCleanly(
            """
            openapi: 3.2.0
            info: {title: t, version: '1'}
            paths:
              /a:
                summary: s
                description: d
            \(operations)
                additionalOperations:
                  LINK: {responses: {default: {description: d}}}
                servers: [{url: /}]
                parameters: [{name: a, in: query, schema: {}}]
                x-p: 1
            """
        )
        let item = try #require(document.paths["/a"]?.inline)
        #expect(item.operations.keys.map(\.rawValue) == fields.map { $0.uppercased() } + ["LINK"])
        #expect(item.operations.entry(.trace)?.location.description == "spec.yaml:7:5")
        #expect((item.summary, item.description) == ("s", "d"))
        #expect(item.servers.count == 1)
        #expect(item.parameters.count == 1)
        #expect(item.extensions.keys == ["x-p"])
    }

    @Test func methodsAreInLowerCase() {
        #expect(
            findings("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    GET: {}\n    fetch: {}\n") == """
                spec.yaml:5:5: warning: 'GET' is no field of a path item; write 'get'
                spec.yaml:6:5: warning: 'fetch' is no field of a path item; remove it, or start its name with 'x-'
                """
        )
    }

    @Test func aReferenceMayHaveSiblings() throws {
        let document = try readCleanly(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths:
              /a: {$ref: '#/components/pathItems/A', get: {responses: {default: {description: d}}}}
            components: {pathItems: {A: {summary: s}}}
            """
        )
        let reference = try #require(document.paths["/a"]?.reference)
        #expect(reference.siblings?.operations.keys == [.get])
        #expect(try document.resolve(.reference(reference)).summary == "s")
    }
}
