import CloudFlowGateway
import CloudFlowRuntime
import FoundationEssentials
import HTTPTypes
import Testing

@Suite struct CaseSensitivityTests {
    @Test(arguments: ["/client/1.0/token", "/client/1.1/token"])
    func accountIdAndToken(path: String) async throws {
        try await withGateway { gateway in
            let token = gateway.accountToken.text
            for wrong in [
                BearerToken.client(accountId: "acme", apiToken: token), .client(accountId: "ACME", apiToken: token),
                .client(accountId: "Acme", apiToken: token.lowercased()), .client(accountId: "Acme", apiToken: token.uppercased()),
            ] {
                let answer = try await gateway.send(.get, path, token: wrong)
                #expect(answer.status == 401)
                #expect(answer.message.contains("case sensitive"))
            }
        }
    }

    @Test(arguments: ["/device/1.0/devices/enrol", "/device/1.1/devices/enrol"])
    func modelSerialNumberAndToken(path: String) async throws {
        try await withGateway { gateway in
            let token = gateway.deviceToken.text
            for wrong in [
                BearerToken.device(model: "a920", serialNumber: "SN-42", apiToken: token),
                .device(model: "A920", serialNumber: "sn-42", apiToken: token),
                .device(model: "A920", serialNumber: "SN-42", apiToken: token.lowercased()),
            ] {
                let answer = try await gateway.send(.get, path, token: wrong)
                #expect(answer.status == 401)
                #expect(answer.message.contains("case sensitive"))
            }
        }
    }

    @Test func fieldNamesOfTheToken() async throws {
        try await withGateway { gateway in
            let token = gateway.accountToken.text
            for json in [#"{"accountID":"Acme","apiToken":"\#(token)"}"#, #"{"accountId":"Acme","apitoken":"\#(token)"}"#] {
                let answer = try await gateway.send(.get, "/client/1.1/token", token: BearerToken(Data(json.utf8).base64EncodedString()))
                #expect(answer.status == 401)
                #expect(answer.message.contains(#""accountId""#))
                #expect(answer.message.contains(#""apiToken""#))
            }
        }
    }

    @Test(arguments: [
        "/Client/1.1/devices", "/client/1.1/Devices", "/client/1.1/devices/till-7", "/client/1.1/devices/Till-7/Connected", "/HEALTH",
    ])
    func paths(path: String) async throws {
        try await withGateway { gateway in
            let answer = try await gateway.send(.get, path, token: gateway.clientToken)
            #expect(answer.status == 404)
            #expect(answer.error?.code == .notFound)
            #expect(answer.message.contains("case sensitive"))
        }
    }

    /// Each query, and the name that its refusal must give.
    @Test(arguments: [
        ("serialnumber=SN-42", "serialNumber"), ("Model=A920", "model"), ("locaton=Zurich", "location"),
        ("model=A920&SerialNumber=1", "serialNumber"),
    ])
    func queryNames(query: String, nearest: String) async throws {
        try await withGateway { gateway in
            for version in ["1.0", "1.1"] {
                let answer = try await gateway.send(.get, "/client/\(version)/devices?\(query)", token: gateway.clientToken)
                #expect(answer.status == 422)
                #expect(answer.error?.code == .invalidData)
                #expect(answer.message.contains("'\(nearest)'"), "\(answer.message)")
            }
        }
    }

    @Test func queryValues() async throws {
        try await withGateway { gateway in
            for query in ["model=a920", "serialNumber=sn-42", "location=ZURICH"] {
                let newer = try await gateway.send(.get, "/client/1.1/devices?\(query)", token: gateway.clientToken)
                #expect(newer.status == 404)
                let older = try await gateway.send(.get, "/client/1.0/devices?\(query)", token: gateway.clientToken)
                #expect(older.text == "[]")
            }
        }
    }

    @Test func methods() async throws {
        try await withGateway { gateway in
            let answer = try await gateway.send(.delete, "/client/1.1/devices", token: gateway.clientToken)
            #expect(answer.status == 405)
            #expect(answer.error?.code == .failed)
            #expect(answer.fields[.allow] == "GET, HEAD")
        }
    }
}
