import CloudFlowClientAPI
import CloudFlowGateway
import CloudFlowRuntime
import GRDB
import HTTPTypes
import Testing

@Suite struct StorageFailureTests {
    @Test(arguments: [
        "/client/1.0/token", "/client/1.1/token", "/client/1.0/devices", "/client/1.1/devices", "/client/1.0/devices/Till-7",
        "/client/1.1/devices/Till-7",
        "/client/1.1/devices/Till-7/connected", "/device/1.0/devices/enrol", "/device/1.1/devices/enrol",
    ])
    func aDatabaseThatIsGoneIs417(path: String) async throws {
        try await withGateway { gateway in
            try await gateway.database.close()
            let token = path.hasPrefix("/client") ? gateway.clientToken : gateway.terminalToken
            let answer = try await gateway.send(.get, path, token: token)
            #expect(answer.status == 417)
            #expect(answer.error == APIError(.storageFailed, "the database doesn't answer"))
        }
    }

    /// The account is still there, so that the operations themselves fail and not the authentication before them.
    @Test func aTableThatIsGoneIs417() async throws {
        try await withGateway { gateway in
            let other = try DatabaseQueue(path: gateway.folder.path("cloudflow.sqlite"))
            try await other.write { try $0.execute(sql: "DROP TABLE device") }
            for path in [
                "/client/1.0/devices", "/client/1.1/devices", "/client/1.1/devices/Till-7", "/client/1.1/devices/Till-7/connected",
            ] {
                let answer = try await gateway.send(.get, path, token: gateway.clientToken)
                #expect(answer.status == 417)
                #expect(answer.error == APIError(.storageFailed, "the database doesn't answer"))
            }
            let request = ClientV1_1.DeviceRequest(requestId: "1", payload: .null, callbackUrl: "https://shop.example")
            let failure = await #expect(throws: ClientV1_1.SendRequestFailure.self) {
                try await gateway.client.sendRequest(referenceId: "Till-7", body: request)
            }
            guard case .storageFailed? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            _ = try await gateway.client.getToken()
        }
    }
}
