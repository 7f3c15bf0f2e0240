import SpecDocument
import SpecYAML
import Testing

@Suite struct Swagger2SecuritySchemeTests {
    private func findings(scheme: String) -> String {
        SpecDocumentTests.findings(swagger2Head + "securityDefinitions:\n  s: \(scheme)")
    }

    private func scheme(_ text: String) throws -> SecurityScheme {
        let document = try readCleanly(swagger2Head + "securityDefinitions:\n  s: \(text)")
        return try #require(document.components.securitySchemes["s"]?.inline)
    }

    private func flows(_ flow: String) throws -> OAuthFlows? {
        guard case .oauth2(let flows) = try scheme("{type: oauth2, flow: \(flow), scopes: {r: read}, x-o: 1}").kind else { return nil }
        return flows
    }

    @Test func readsEveryKind() throws {
        guard case .http("basic", nil) = try scheme("{type: basic, description: d}").kind,
            case .apiKey("k", .header) = try scheme("{type: apiKey, name: k, in: header}").kind
        else {
            Issue.record("read as another kind")
            return
        }
    }

    @Test func readsEveryFlow() throws {
        #expect(try flows("implicit, authorizationUrl: a")?.implicit?.authorizationURL == "a")
        #expect(try flows("password, tokenUrl: t")?.password?.tokenURL == "t")
        #expect(try flows("application, tokenUrl: t")?.clientCredentials?.scopes["r"] == "read")
        let code = try flows("accessCode, authorizationUrl: a, tokenUrl: t")?.authorizationCode
        #expect((code?.authorizationURL, code?.tokenURL) == ("a", "t"))
    }

    @Test(arguments: [
        ("{}", "5:6: warning: a security scheme without 'type'; add it, for the security scheme is left out"),
        (
            "{type: http, scheme: bearer}",
            "5:13: warning: there is no type 'http' of security scheme; use 'basic', 'apiKey' or 'oauth2', for it is left out"
        ),
        (
            "{type: apiKey, name: k, in: cookie}",
            "5:34: warning: an API key can't be in 'cookie'; use 'query' or 'header', for it is left out"
        ),
        ("{type: oauth2}", "5:6: warning: a security scheme without 'flow'; add it, for the security scheme is left out"),
        ("{type: oauth2, flow: accesscode}", "5:27: warning: 'flow' can't be 'accesscode'; write 'accessCode', for it is left out"),
    ]) func wrongOnesAreTold(_ scheme: String, _ finding: String) {
        #expect(findings(scheme: scheme) == "spec.yaml:" + finding)
    }
}
