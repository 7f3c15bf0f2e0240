import SpecDocument
import SpecYAML
import Testing

@Suite struct SecuritySchemeReadingTests {
    private func findings(scheme: String) -> String {
        SpecDocumentTests.findings(head + "components:\n  securitySchemes:\n    s: \(scheme)")
    }

    private func scheme(_ text: String) throws -> SecurityScheme {
        let document = try readCleanly(head + "components:\n  securitySchemes:\n    s: \(text)")
        return try #require(document.components.securitySchemes["s"]?.inline)
    }

    @Test func readsEveryKind() throws {
        guard case .apiKey("k", .cookie) = try scheme("{type: apiKey, name: k, in: cookie, description: d, deprecated: true, x-s: 1}").kind,
            case .http("bearer", "JWT") = try scheme("{type: http, scheme: Bearer, bearerFormat: JWT}").kind,
            case .mutualTLS = try scheme("{type: mutualTLS}").kind,
            case .openIdConnect("u") = try scheme("{type: openIdConnect, openIdConnectUrl: u}").kind
        else {
            Issue.record("read as another kind")
            return
        }
    }

    @Test func readsTheFlowsOfOAuth() throws {
        let flows =
            "{implicit: {authorizationUrl: a, scopes: {r: read}}, password: {tokenUrl: t, refreshUrl: r, scopes: {}}, clientCredentials: {scopes: {}}, "
            + "authorizationCode: {scopes: {}}, deviceAuthorization: {deviceAuthorizationUrl: d, scopes: {}}, x-f: 1}"
        guard case .oauth2(let read) = try scheme("{type: oauth2, oauth2MetadataUrl: m, flows: \(flows)}").kind else {
            Issue.record("read as another kind")
            return
        }
        #expect(read.metadataURL == "m")
        #expect(read.implicit?.authorizationURL == "a")
        #expect(read.implicit?.scopes["r"] == "read")
        #expect((read.password?.tokenURL, read.password?.refreshURL) == ("t", "r"))
        #expect(read.clientCredentials != nil)
        #expect(read.authorizationCode != nil)
        #expect(read.deviceAuthorization?.deviceAuthorizationURL == "d")
    }

    @Test(arguments: [
        ("{}", "6:8: warning: a security scheme without 'type'; add it, for the security scheme is left out"),
        (
            "{type: apikey, name: k, in: header}",
            "6:15: warning: there is no type 'apikey' of security scheme; write 'apiKey', for it is left out"
        ),
        (
            "{type: basic}",
            "6:15: warning: there is no type 'basic' of security scheme; use 'apiKey', 'http', 'mutualTLS', 'oauth2' or 'openIdConnect', for it is left out"
        ),
        ("{type: apiKey, in: header}", "6:8: warning: a security scheme without 'name'; add it, for the security scheme is left out"),
        ("{type: apiKey, name: k}", "6:8: warning: a security scheme without 'in'; add it, for the security scheme is left out"),
        (
            "{type: apiKey, name: k, in: path}",
            "6:36: warning: an API key can't be in 'path'; use 'query', 'header' or 'cookie', for it is left out"
        ),
        ("{type: http}", "6:8: warning: a security scheme without 'scheme'; add it, for the security scheme is left out"),
        ("{type: oauth2}", "6:8: warning: a security scheme without 'flows'; add it, for the security scheme is left out"),
        (
            "{type: openIdConnect}",
            "6:8: warning: a security scheme without 'openIdConnectUrl'; add it, for the security scheme is left out"
        ),
        (
            "{type: http, scheme: basic, nme: x}",
            "6:36: warning: 'nme' is no field of a security scheme; remove it, or start its name with 'x-'"
        ),
    ]) func wrongOnesAreTold(_ scheme: String, _ finding: String) {
        #expect(findings(scheme: scheme) == "spec.yaml:" + finding)
    }
}
