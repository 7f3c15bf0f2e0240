import SpecDocument
import SpecYAML
import Testing

@Suite struct ServerReadingTests {
    @Test func readsAllFields() throws {
        let server = try #require(
            try readCleanly(
                head + """
                    servers:
                      - url: https://{host}:{port}/v1
                        name: n
                        description: d
                        variables:
                          host: {default: a, enum: [a, b], description: v, x-v: 1}
                          port: {default: '80'}
                        x-s: 1
                    """
            ).servers.first
        )
        #expect((server.url, server.name, server.description) == ("https://{host}:{port}/v1", "n", "d"))
        #expect(server.variables.keys == ["host", "port"])
        #expect(server.variables["host"]?.enumeration == ["a", "b"])
        #expect(server.variables["port"]?.enumeration == nil)
        #expect(server.extensions.keys == ["x-s"])
    }

    @Test func wrongOnesAreTold() throws {
        let text =
            head + "servers:\n  - {description: d}\n  - url: '{a}{b}'\n    variables:\n      a: {default: 80}\n      b: {enum: [x]}\n"
        #expect(
            findings(text) == """
                spec.yaml:5:5: warning: a server without 'url'; add it, for the server is left out
                spec.yaml:8:20: warning: 'default' must be a string, not the number 80; put it in quotes
                spec.yaml:9:10: warning: a server variable without 'default'; add it
                """
        )
        let document = try read(text)
        #expect(document.servers.map(\.url) == ["{a}{b}"])
        #expect(document.servers[0].variables.values.map(\.defaultValue) == ["80", "x"])
    }
}
