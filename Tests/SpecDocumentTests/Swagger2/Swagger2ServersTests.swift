import SpecDocument
import SpecYAML
import Testing

@Suite struct Swagger2ServersTests {
    @Test(arguments: [
        ("", []),
        ("basePath: /v2", ["/v2"]),
        ("basePath: /\nschemes: [https]", ["/"]),
        ("host: h\nschemes: [https]", ["https://h"]),
        ("host: h:8080\nbasePath: /v2/\nschemes: [http, HTTPS]", ["http://h:8080/v2", "https://h:8080/v2"]),
    ]) func areMadeOfThreeFields(_ fields: String, _ urls: [String]) throws {
        #expect(try readCleanly(swagger2Head + fields).servers.map(\.url) == urls)
    }

    @Test(arguments: [
        ("host: h", "https://h", "4:1: note: there are no 'schemes' for the host, so https is used; add 'schemes: [https]'"),
        (
            "host: http://h\nschemes: [http]", "http://h",
            "4:7: warning: 'host' must not have a scheme; write 'h', and the scheme in 'schemes'"
        ),
        ("basePath: v1", "/v1", "4:11: warning: 'basePath' must start with '/'; write '/v1'"),
    ]) func defectsAreReadAround(_ fields: String, _ url: String, _ finding: String) throws {
        #expect(findings(swagger2Head + fields) == "spec.yaml:" + finding)
        #expect(try read(swagger2Head + fields).servers.map(\.url) == [url])
    }

    @Test func anOperationMayHaveSchemesOfItsOwn() throws {
        let root = "host: h\nbasePath: /v\nschemes: [https]"
        #expect(try swagger2Operation("schemes: [wss]", root: root).servers.map(\.url) == ["wss://h/v"])
        #expect(try swagger2Operation("schemes: [https]", root: root).servers.isEmpty)
    }
}
