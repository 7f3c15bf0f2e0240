import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import FoundationEssentials
import HTTPTypes
import Testing

@Suite struct PaymentTests {
    private let sale: JSONValue = ["type": "sale", "amount": 1250]

    @Test(.timeLimit(.minutes(10))) func aPaymentGoesThereAndItsEventsComeBack() async throws {
        try await withGateway { gateway in
            let terminal = try await gateway.terminalSocket()
            let till = try await gateway.tillSocket()
            // Spaces and digits stay as they are.
            let payload = try JSONValue(json: Array(#"{ "amount": 12.50,  "amount": 1e1 }"#.utf8))
            try await till.order("order-1", payload)
            let request = try await terminal.nextRequest()
            #expect(request.id == "order-1")
            #expect(request.payload == payload)
            #expect(request.expiresAt.date == Date(timeIntervalSince1970: 1_800_000_030.75))
            try await terminal.accept("order-1")
            try await terminal.emit("order-1", 0, ["screen": "insert card"])
            try await terminal.emit("order-1", 1, payload, final: true)
            let events = [try await till.nextEvent(), try await till.nextEvent()]
            #expect(events.map(\.sequence) == [0, 1])
            #expect(events.map(\.final) == [false, true])
            #expect(events.map(\.referenceId) == ["Till-7", "Till-7"])
            #expect(events.last?.payload == payload)
            #expect([try await terminal.nextAcknowledgement(), try await terminal.nextAcknowledgement()] == [0, 1])
            await till.close()
            await terminal.close()
        }
    }

    @Test(.timeLimit(.minutes(10))) func theOlderVersionsHaveWebsocketsOfTheirOwn() async throws {
        try await withGateway { gateway in
            let (tillCredentials, terminalCredentials) = (
                try await gateway.olderClient.getToken(), try await gateway.olderTerminal.enrolDevice()
            )
            let base = gateway.url.replacing("http://", with: "ws://", maxReplacements: 1)
            #expect(tillCredentials.connectionUrl == base + "/client/1.0/socket")
            #expect(terminalCredentials.connectionUrl == base + "/device/1.0/socket")
            let till = try await ClientV1_0.Client(
                server: .init(url: gateway.url + "/client/1.0"),
                accessToken: BearerToken(tillCredentials.accessToken),
                transport: AsyncHTTPTransport()
            ).openSocket(over: WebSocketTransport())
            let terminal = try await DeviceV1_0.Client(
                server: .init(url: gateway.url + "/device/1.0"),
                accessToken: BearerToken(terminalCredentials.accessToken),
                transport: AsyncHTTPTransport()
            ).openSocket(over: WebSocketTransport())
            try await till.order("order-1", sale)
            #expect(try await terminal.nextRequest().payload == sale)
            try await terminal.emit("order-1", 0, ["approved": true], final: true)
            #expect(try await till.nextEvent().final)
        }
    }

    @Test(.timeLimit(.minutes(10))) func aDeviceIsConnectedWhileItsWebsocketLives() async throws {
        try await withGateway { gateway in
            await #expect(throws: ClientV1_1.GetDeviceConnectedFailure.self) {
                try await gateway.client.getDeviceConnected(referenceId: "Till-7")
            }
            let terminal = try await gateway.terminalSocket()
            _ = try await gateway.client.getDeviceConnected(referenceId: "Till-7")
            await terminal.close()
            while (try? await gateway.client.getDeviceConnected(referenceId: "Till-7")) != nil {}
        }
    }

    @Test(.timeLimit(.minutes(10))) func aRequestByTheRESTEndpointReachesTheDevice() async throws {
        try await withGateway { gateway in
            let terminal = try await gateway.terminalSocket()
            let accepted = try await gateway.submit("order-1", sale)
            #expect(accepted.requestId == "order-1")
            #expect(accepted.acceptedAt.date == gateway.time.now())
            #expect(try await terminal.nextRequest().payload == sale)
            #expect(try await gateway.submit("order-1", sale) == accepted, "it is idempotent")
            for (id, code) in [("order-1", ErrorCode.duplicateItem), ("order-2", .preconditionFailed)] {
                let failure = await #expect(throws: ClientV1_1.SendRequestFailure.self) { try await gateway.submit(id, .null) }
                #expect(failure?.apiError?.code == code)
            }
        }
    }

    @Test(.timeLimit(.minutes(10))) func whatIsAskedOfAnUnknownDeviceFailsAndTheRestGoesOn() async throws {
        try await withGateway { gateway in
            let (other, _) = try await gateway.gateway.accounts.create(name: "Other Shop", id: "Other")
            _ = try await gateway.gateway.devices.create(
                .init(accountId: other.id, model: "A920", serialNumber: "SN-43", referenceId: "Till-8")
            )
            let terminal = try await gateway.terminalSocket()
            let till = try await gateway.tillSocket()
            for device in ["Till-8", "till-7"] { try await till.order("order-1", sale, of: device) }
            try await till.order("order-1", sale)
            for _ in 0..<2 {
                let error = try await till.nextError()
                #expect(error.id == "order-1" && error.errorCode == "notFound" && error.delivery == .never)
            }
            #expect(try await terminal.nextRequest().id == "order-1")
        }
    }

    @Test(.timeLimit(.minutes(10))) func timeRunsOutForADeviceThatIsNotThere() async throws {
        try await withGateway { gateway in
            let till = try await gateway.tillSocket()
            try await till.order("order-1", sale, timeToLive: 1)
            while try await !gateway.send(.get, "/metrics").text.contains("cloudflow_requests_in_flight 1\n") {}
            gateway.time.advance(by: 1)
            let error = try await till.nextError()
            #expect(error.id == "order-1" && error.errorCode == "connectionLost" && error.delivery == .never)
        }
    }
}

extension RunningGateway {
    fileprivate func submit(_ id: String, _ payload: JSONValue) async throws -> ClientV1_1.RequestAccepted {
        let callback = URIText(verbatim: "https://shop.example/events")
        return try await client.sendRequest(
            referenceId: "Till-7",
            body: .init(requestId: id, payload: payload, callbackUrl: callback)
        )
    }
}
