import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import HTTPTypes
import Testing

@Suite struct ClientServiceTests {
    @Test func getTokenInBothVersions() async throws {
        try await withGateway { gateway in
            let newer = try await gateway.client.getToken()
            let older = try await gateway.olderClient.getToken()
            for (credentials, version) in [(newer, "1.1"), (older, "1.0")] {
                #expect(credentials.connectionType == .websocket)
                #expect(credentials.tokenType == .jwt)
                #expect(credentials.connectionUrl == gateway.url.replacing("http://", with: "ws://") + "/client/\(version)/socket")
                let claims = try await gateway.gateway.accessTokens.claims(of: credentials.accessToken)
                #expect(claims.sub == "Acme")
                #expect(claims.role == .client)
            }
        }
    }

    @Test func aPublicURLIsNamedInsteadOfTheOwn() async throws {
        try await withGateway(publicURL: ServerAddress("https://cloudflow.example/api/")) { gateway in
            let forClient = try await gateway.client.getToken()
            #expect(forClient.connectionUrl == "wss://cloudflow.example/api/client/1.1/socket")
            let forDevice = try await gateway.terminal.enrolDevice()
            #expect(forDevice.connectionUrl == "wss://cloudflow.example/api/device/1.1/socket")
        }
    }

    @Test func listDevicesInBothVersions() async throws {
        try await withGateway { gateway in
            let expected = ClientV1_1.Device(
                clientAccountId: "Acme",
                referenceId: "Till-7",
                serialNumber: "SN-42",
                model: "A920",
                name: "Till 7",
                location: "Zurich"
            )
            for listed in [
                try await gateway.client.listDevices(), try await gateway.olderClient.listDevices(),
                try await gateway.client.listDevices(model: "A920", serialNumber: "SN-42", location: "Zurich"),
                try await gateway.olderClient.listDevices(location: "Zurich"),
            ] {
                #expect(listed == [expected])
            }
        }
    }

    @Test func filtersThatMatchNothingAre404In1_1AndAnEmptyListIn1_0() async throws {
        try await withGateway { gateway in
            let listed = try await gateway.olderClient.listDevices(model: "P400")
            #expect(listed.isEmpty)
            let failure = await #expect(throws: ClientV1_1.ListDevicesFailure.self) { try await gateway.client.listDevices(model: "P400") }
            guard case .notFound(let error)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(error == APIError(.notFound, "no device matches the filters; they are case sensitive"))
        }
    }

    @Test func anAccountWithoutDevicesHasAnEmptyList() async throws {
        try await withGateway { gateway in
            let (account, token) = try await gateway.gateway.accounts.create(name: "New")
            let client = gateway.client(as: .client(accountId: account.id, apiToken: token.text))
            #expect(try await client.listDevices().isEmpty)
        }
    }

    @Test func getDeviceInBothVersions() async throws {
        try await withGateway { gateway in
            let newer = try await gateway.client.getDevice(referenceId: "Till-7")
            let older = try await gateway.olderClient.getDevice(referenceId: "Till-7")
            #expect(newer.serialNumber == "SN-42")
            #expect(newer == older)
        }
    }

    @Test func somebodyElsesDeviceIsAsUnknownAsNobodys() async throws {
        try await withGateway { gateway in
            let (account, token) = try await gateway.gateway.accounts.create(name: "Other")
            let other = gateway.client(as: .client(accountId: account.id, apiToken: token.text))
            let theirs = await #expect(throws: ClientV1_1.GetDeviceFailure.self) { try await other.getDevice(referenceId: "Till-7") }
            let nobodys = await #expect(throws: ClientV1_1.GetDeviceFailure.self) { try await other.getDevice(referenceId: "Till-8") }
            guard case .notFound? = theirs else {
                Issue.record("\(String(describing: theirs))")
                return
            }
            #expect(theirs?.apiError == nobodys?.apiError)
            #expect(theirs?.apiError?.code == .notFound)
        }
    }

    @Test func getDeviceConnectedTellsTheUnknownFromTheNotConnected() async throws {
        try await withGateway { gateway in
            let offline = await #expect(throws: ClientV1_1.GetDeviceConnectedFailure.self) {
                try await gateway.client.getDeviceConnected(referenceId: "Till-7")
            }
            let unknown = await #expect(throws: ClientV1_1.GetDeviceConnectedFailure.self) {
                try await gateway.client.getDeviceConnected(referenceId: "Till-8")
            }
            #expect(offline?.apiError == APIError(.notFound, "the device is not connected"))
            #expect(unknown?.apiError == APIError(.notFound, "there is no such device; reference ids are case sensitive"))
        }
    }

    @Test func getDeviceConnectedAnswersAnEmptyObject() async throws {
        try await withGateway(presence: Connected(["Till-7"])) { gateway in
            _ = try await gateway.client.getDeviceConnected(referenceId: "Till-7")
            let answer = try await gateway.send(.get, "/client/1.1/devices/Till-7/connected", token: gateway.clientToken)
            #expect(answer.status == 200)
            #expect(answer.text == "{}")
        }
    }

    @Test func version1_0HasNeitherConnectedNorRequests() async throws {
        try await withGateway { gateway in
            let connected = try await gateway.send(.get, "/client/1.0/devices/Till-7/connected", token: gateway.clientToken)
            let request = try await gateway.send(.post, "/client/1.0/devices/Till-7/requests", token: gateway.clientToken)
            #expect(connected.status == 404)
            #expect(request.status == 404)
        }
    }

    struct Connected: Presence {
        let devices: Set<String>

        init(_ devices: Set<String>) {
            self.devices = devices
        }

        func isConnected(_ referenceId: String, of accountId: String) async -> Bool { devices.contains(referenceId) }
    }
}
