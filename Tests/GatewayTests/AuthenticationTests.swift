import CloudFlowClientAPI
import CloudFlowGateway
import CloudFlowRuntime
import FoundationEssentials
import HTTPTypes
import Testing

@Suite struct AuthenticationTests {
    /// Every operation of every version, with the token of the wrong side.
    @Test(arguments: [
        "/client/1.0/token", "/client/1.1/token", "/client/1.0/devices", "/client/1.1/devices", "/client/1.0/devices/Till-7",
        "/client/1.1/devices/Till-7",
        "/client/1.1/devices/Till-7/connected", "/device/1.0/devices/enrol", "/device/1.1/devices/enrol",
    ])
    func nobodyGetsInWithoutTheRightToken(path: String) async throws {
        try await withGateway { gateway in
            let other = path.hasPrefix("/client") ? gateway.terminalToken : gateway.clientToken
            for token in [nil, other, BearerToken("e30="), BearerToken("%%%"), BearerToken("e30")] {
                let answer = try await gateway.send(.get, path, token: token)
                #expect(answer.status == 401)
                #expect(answer.error?.code == .unauthorized)
                #expect(answer.fields[.wwwAuthenticate] == "Bearer")
            }
            let basic = try await gateway.send(.get, path, fields: [.authorization: "Basic YTpi"])
            #expect(basic.status == 401)
        }
    }

    @Test func sendRequestIsGuardedToo() async throws {
        try await withGateway { gateway in
            let answer = try await gateway.send(.post, "/client/1.1/devices/Till-7/requests", body: "{}")
            #expect(answer.status == 401)
        }
    }

    @Test func bothAlphabetsOfBase64WithAndWithoutPadding() async throws {
        try await withGateway { gateway in
            // The spaces make the length, and with it the padding, different; the last name brings characters that the alphabets encode differently.
            for spaces in 0..<3 {
                let json =
                    #"{"apiToken":"\#(gateway.accountToken.text)", "note":"ÿþ>?~", \#(String(repeating: " ", count: spaces))"accountId":"Acme"}"#
                let standard = Data(json.utf8).base64EncodedString()
                let urlSafe = standard.replacing("+", with: "-").replacing("/", with: "_")
                #expect(standard != urlSafe)
                for text in [standard, urlSafe, standard.replacing("=", with: ""), urlSafe.replacing("=", with: "")] {
                    let answer = try await gateway.send(.get, "/client/1.1/token", token: BearerToken(text))
                    #expect(answer.status == 200)
                }
            }
        }
    }

    @Test func aRemovedAccountCantGetIn() async throws {
        try await withGateway { gateway in
            _ = try await gateway.client.getToken()
            _ = try await gateway.gateway.accounts.remove(id: "Acme")
            let client = try await gateway.send(.get, "/client/1.1/token", token: gateway.clientToken)
            #expect(client.status == 401)
            let device = try await gateway.send(.get, "/device/1.1/devices/enrol", token: gateway.terminalToken)
            #expect(device.status == 401)
        }
    }

    @Test func aRefusalDoesntTellWhatWasWrong() async throws {
        try await withGateway { gateway in
            let unknown = try await gateway.send(
                .get,
                "/client/1.1/token",
                token: .client(accountId: "Nobody", apiToken: gateway.accountToken.text)
            )
            let wrong = try await gateway.send(.get, "/client/1.1/token", token: .client(accountId: "Acme", apiToken: "wrong"))
            #expect(unknown.text == wrong.text)
            #expect(unknown.message == "unknown account or wrong API token; both are case sensitive")
        }
    }
}
