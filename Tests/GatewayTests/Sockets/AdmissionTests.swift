import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import Testing

/// Who gets a websocket, and who an ordinary response instead.
@Suite(.timeLimit(.minutes(10))) struct AdmissionTests {
    @Test func aTokenOpensItsOwnSideOnly() async throws {
        try await withGateway { gateway in
            let till = try await gateway.client.getToken().accessToken
            let terminal = try await gateway.terminal.enrolDevice().accessToken
            await expect("the access token is a device's", .forbidden) { try await gateway.tillSocket(token: terminal) }
            await expect("the access token is a client's", .forbidden) { try await gateway.terminalSocket(token: till) }
            await expect("the bearer token is no access token of this gateway") {
                try await gateway.tillSocket(token: gateway.clientToken.value)
            }
            let forged = till.prefix(till.count - 4) + "AAAA"
            await expect("the bearer token is no access token of this gateway") { try await gateway.tillSocket(token: String(forged)) }
        }
    }

    @Test func aTokenIsGoodForFiveMinutes() async throws {
        try await withGateway { gateway in
            let token = try await gateway.client.getToken().accessToken
            gateway.time.advance(by: 299)
            await (try await gateway.tillSocket(token: token)).close()
            gateway.time.advance(by: 1)
            await expect("the access token has expired; get another one") { try await gateway.tillSocket(token: token) }
        }
    }

    @Test func whoIsRemovedGetsNothingForTheFormerToken() async throws {
        try await withGateway { gateway in
            let (till, terminal) = (
                try await gateway.client.getToken().accessToken, try await gateway.terminal.enrolDevice().accessToken
            )
            _ = try await gateway.gateway.devices.remove(referenceId: "Till-7")
            await expect("the device of the access token has been removed") { try await gateway.terminalSocket(token: terminal) }
            _ = try await gateway.gateway.accounts.remove(id: "Acme")
            await expect("the account of the access token has been removed") { try await gateway.tillSocket(token: till) }
            gateway.time.advance(by: 1)
            _ = try await gateway.gateway.accounts.create(name: "Successor", id: "Acme")
            await expect("the account of the access token has been removed") { try await gateway.tillSocket(token: till) }
        }
    }

    @Test func anAccountHasSoManyConnections() async throws {
        try await withGateway(relay: RelayOptions(connections: 2)) { gateway in
            let till = try await gateway.tillSocket()
            let terminal = try await gateway.terminalSocket()
            let token = try await gateway.client.getToken().accessToken
            let failure = await #expect(throws: ClientV1_1.OpenSocketFailure.self) { try await gateway.tillSocket(token: token) }
            guard case .tooManyConnections(let error)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(error == APIError(.tooManyConnections, "the account has 2 connections, and may not have more"))
            let again = try await gateway.terminalSocket()
            #expect(await terminal.ending()?.code == .replaced, "a device takes its own place over")
            await till.close()
            while (try? await gateway.tillSocket(token: token)) == nil {}
            await again.close()
        }
    }

    private func expect(_ message: String, _ code: ErrorCode = .unauthorized, _ open: () async throws -> Any) async {
        do {
            _ = try await open()
            Issue.record("the websocket opens")
        } catch {
            #expect((error as? any OperationFailure)?.apiError == APIError(code, message), "\(error)")
        }
    }
}
