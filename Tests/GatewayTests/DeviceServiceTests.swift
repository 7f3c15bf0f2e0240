import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import Testing

@Suite struct DeviceServiceTests {
    @Test func enrolDeviceInBothVersions() async throws {
        try await withGateway { gateway in
            let newer = try await gateway.terminal.enrolDevice()
            let older = try await gateway.olderTerminal.enrolDevice()
            for (credentials, version) in [(newer, "1.1"), (older, "1.0")] {
                #expect(credentials.connectionType == .websocket)
                #expect(credentials.tokenType == .jwt)
                #expect(credentials.connectionUrl == gateway.url.replacing("http://", with: "ws://") + "/device/\(version)/socket")
                let claims = try await gateway.gateway.accessTokens.claims(of: credentials.accessToken)
                #expect(claims.sub == "Till-7")
                #expect(claims.account == "Acme")
                #expect(claims.role == .device)
            }
        }
    }

    @Test func aRemovedDeviceIsUnauthorized() async throws {
        try await withGateway { gateway in
            _ = try await gateway.gateway.devices.remove(referenceId: "Till-7")
            let failure = await #expect(throws: DeviceV1_1.EnrolDeviceFailure.self) { try await gateway.terminal.enrolDevice() }
            guard case .unauthorized? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
    }
}
