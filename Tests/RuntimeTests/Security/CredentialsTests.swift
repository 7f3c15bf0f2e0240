import CloudFlowRuntime
import FoundationEssentials
import Testing

struct CredentialsTests {
    @Test
    func tokenIsTheBase64OfItsParts() {
        let client = BearerToken.client(accountId: "acme", apiToken: "t")
        #expect(client.value == base64(#"{"accountId":"acme","apiToken":"t"}"#))
        #expect(client.clientCredentials == ClientCredentials(accountId: "acme", apiToken: "t"))
        let device = BearerToken.device(model: "m", serialNumber: "s", apiToken: "t")
        #expect(device.value == base64(#"{"model":"m","serialNumber":"s","apiToken":"t"}"#))
        #expect(device.deviceCredentials == DeviceCredentials(model: "m", serialNumber: "s", apiToken: "t"))
    }

    /// "???>>>" makes a "/" and a "+" of Base64, and the lengths make 0, 1 and 2 of its "=".
    @Test(arguments: ["???>>>", "???>>>a", "???>>>ab", "ü€👋"])
    func bothAlphabetsAreReadWithAndWithoutPadding(_ account: String) {
        let standard = BearerToken.client(accountId: account, apiToken: "???>>>").value
        let urlSafe = standard.replacing("+", with: "-").replacing("/", with: "_")
        for value in [standard, urlSafe, standard.filter { $0 != "=" }, urlSafe.filter { $0 != "=" }] {
            #expect(BearerToken(value).clientCredentials == ClientCredentials(accountId: account, apiToken: "???>>>"))
        }
    }

    @Test
    func membersComeInAnyOrder() {
        let token = BearerToken(base64(#" { "apiToken" : "t", "serialNumber": "s", "model": "m" } "#))
        #expect(token.deviceCredentials == DeviceCredentials(model: "m", serialNumber: "s", apiToken: "t"))
    }

    @Test(
        arguments: [
            #"{"accountid":"acme","apiToken":"t"}"#, #"{"AccountId":"acme","apiToken":"t"}"#, #"{"accountId":"acme","APIToken":"t"}"#,
            #"{"accountId":"acme"}"#, #"{"accountId":1,"apiToken":"t"}"#, #"{"accountId":null,"apiToken":"t"}"#, #"["acme","t"]"#, "", "{",
        ]
    )
    func whatIsNotTheObjectIsNoCredentials(_ json: String) {
        #expect(BearerToken(base64(json)).clientCredentials == nil)
    }

    @Test(arguments: ["acme", "ey", "e", "=", "====", "eyJ9=a", "ey J9", "e!J9", "ä"])
    func whatIsNotBase64IsNoCredentials(_ value: String) {
        #expect(BearerToken(value).clientCredentials == nil)
        #expect(BearerToken(value).deviceCredentials == nil)
    }

    @Test
    func caseMatters() {
        let credentials = BearerToken.client(accountId: "Acme", apiToken: "T").clientCredentials
        #expect(credentials != ClientCredentials(accountId: "acme", apiToken: "T"))
        #expect(credentials != ClientCredentials(accountId: "Acme", apiToken: "t"))
    }

    private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
