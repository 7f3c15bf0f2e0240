import CloudFlowClientAPI
import CloudFlowRuntime
import Testing

/// Values arrive as they were sent, and what is wrong with them is said where they come in.
@Suite struct ValueTests {

    private actor Recorded {
        var request: ClientV1_1.DeviceRequest?
        var filters: ClientV1_1.ListDevices?
        var principal: String?

        func record(_ request: ClientV1_1.DeviceRequest) { self.request = request }
        func record(_ filters: ClientV1_1.ListDevices, by principal: String) {
            self.filters = filters
            self.principal = principal
        }
    }

    private struct Recorder: ClientV1_1.Service {
        let recorded: Recorded
        let scripted = ScriptedClient1_1(script: Script())

        func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> String {
            guard let credentials = apiToken.clientCredentials else { throw .unauthorized("not such a token") }
            guard credentials.accountId != "closed" else { throw .forbidden("the account is closed") }
            return credentials.accountId
        }

        func getToken(_ input: ClientV1_1.GetToken, as principal: String) async throws(ClientV1_1.GetTokenFailure)
            -> ClientV1_1.ConnectionCredentials
        {
            try await scripted.getToken(input, as: principal)
        }

        func listDevices(_ input: ClientV1_1.ListDevices, as principal: String) async throws(ClientV1_1.ListDevicesFailure) -> [ClientV1_1
            .Device]
        {
            await recorded.record(input, by: principal)
            return try await scripted.listDevices(input, as: principal)
        }

        func getDevice(_ input: ClientV1_1.GetDevice, as principal: String) async throws(ClientV1_1.GetDeviceFailure) -> ClientV1_1.Device {
            guard input.referenceId == device.referenceId else { throw .notFound("no device '\(input.referenceId)'") }
            return device
        }

        func getDeviceConnected(
            _ input: ClientV1_1.GetDeviceConnected,
            as principal: String
        ) async throws(ClientV1_1.GetDeviceConnectedFailure) -> ClientV1_1.DeviceConnection {
            try await scripted.getDeviceConnected(input, as: principal)
        }

        func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> String { accessToken.value }

        func openSocket(_ input: ClientV1_1.OpenSocket, as principal: String) async throws(ClientV1_1.OpenSocketFailure) -> SocketUpgrade {
            try await scripted.openSocket(input, as: principal)
        }

        func sendRequest(_ input: ClientV1_1.SendRequest, as principal: String) async throws(ClientV1_1.SendRequestFailure)
            -> ClientV1_1.RequestAccepted
        {
            await recorded.record(input.body)
            return try await scripted.sendRequest(input, as: principal)
        }
    }

    private func client(_ transport: any ClientTransport, _ root: String, account: String = "acme") -> ClientV1_1.Client {
        let token = BearerToken.client(accountId: account, apiToken: "secret")
        return ClientV1_1.Client(server: .init(url: root + "/client/1.1"), apiToken: token, transport: transport, options: once)
    }

    @Test(arguments: Wire.allCases)
    func valuesArriveAsTheyWereSent(_ wire: Wire) async throws {
        let recorded = Recorded()
        try await wire.serving(Recorder(recorded: recorded).routes()) { transport, root in
            let client = client(transport, root)
            #expect(try await client.getDevice(referenceId: "till 7/ä?") == device)
            #expect(try await client.getToken() == clientCredentials)
            let filters = ClientV1_1.ListDevices(model: "A&B=C+D %41", serialNumber: "", location: "Zürich/🇨🇭?#")
            #expect(
                try await client.listDevices(model: filters.model, serialNumber: filters.serialNumber, location: filters.location) == [
                    device
                ]
            )
            #expect(await recorded.filters?.model == filters.model)
            #expect(await recorded.filters?.serialNumber == "")
            #expect(await recorded.filters?.location == filters.location)
            #expect(await recorded.principal == "acme")
            let accepted = try await client.sendRequest(referenceId: "till-7", body: deviceRequest)
            #expect(accepted.requestId == "order-1001")
            #expect(accepted.acceptedAt.text == "2024-05-17T09:30:00.250+02:00")
            #expect(await recorded.request == deviceRequest)
            #expect(await recorded.request?.timeToLive == 30, "the default of the spec")
        }
    }

    @Test(arguments: Wire.allCases)
    func aServiceIsAskedOnlyForCallersThatItLetIn(_ wire: Wire) async throws {
        let recorded = Recorded()
        try await wire.serving(Recorder(recorded: recorded).routes()) { transport, root in
            let forbidden = try await failure { () async throws(ClientV1_1.ListDevicesFailure) in
                try await client(transport, root, account: "closed").listDevices()
            }
            #expect(Arrival(forbidden) == Arrival("forbidden", APIError(.forbidden, "the account is closed")))
            let malformed = ClientV1_1.Client(
                server: .init(url: root + "/client/1.1"),
                apiToken: BearerToken("?"),
                transport: transport,
                options: once
            )
            let unauthorized = try await failure { () async throws(ClientV1_1.ListDevicesFailure) in try await malformed.listDevices() }
            #expect(Arrival(unauthorized) == Arrival("unauthorized", APIError(.unauthorized, "not such a token")))
            #expect(await recorded.filters == nil)
        }
    }

    @Test(arguments: Wire.allCases)
    func whatBreaksTheContractIsRefusedWithItsPlace(_ wire: Wire) async throws {
        try await wire.serving(Recorder(recorded: Recorded()).routes()) { transport, root in
            let client = client(transport, root)
            for (request, place) in [
                (ClientV1_1.DeviceRequest(requestId: "", payload: nil, callbackUrl: ""), "/requestId"),
                (ClientV1_1.DeviceRequest(requestId: String(repeating: "x", count: 65), payload: nil, callbackUrl: ""), "/requestId"),
                (ClientV1_1.DeviceRequest(requestId: "a", payload: nil, callbackUrl: "", timeToLive: 0), "/timeToLive"),
                (ClientV1_1.DeviceRequest(requestId: "a", payload: nil, callbackUrl: "", timeToLive: 301), "/timeToLive"),
            ] {
                let failure = try await failure { () async throws(ClientV1_1.SendRequestFailure) in
                    try await client.sendRequest(referenceId: "till-7", body: request)
                }
                let arrival = Arrival(failure)
                #expect(arrival.name == "invalidData")
                #expect(arrival.error?.message.contains(place) == true, "\(arrival)")
            }
        }
    }

    @Test func whatCanNotBeSentIsNeverSent() async throws {
        let client = ClientV1_1.Client(
            server: .init(url: "cloudflow.example"),
            apiToken: BearerToken("t"),
            transport: InMemoryTransport([]),
            options: once
        )
        let noURL = try await failure { () async throws(ClientV1_1.GetDeviceFailure) in try await client.getDevice(referenceId: "a") }
        guard case .failed(let call) = noURL, case .unsendable = call.reason else {
            Issue.record("\(noURL)")
            return
        }
        #expect(call.delivery == .never && call.operationID == "getDevice")
        let empty = try await failure { () async throws(ClientV1_1.GetDeviceFailure) in
            try await self.client(InMemoryTransport([]), "http://a").getDevice(referenceId: "")
        }
        #expect("\(empty)".contains("path parameter 'referenceId' is empty"), "\(empty)")
    }

    @Test func theDefaultServerIsTheSpecs() {
        #expect(ClientV1_1.Server.default.url == "http://localhost:8080/client/1.1")
        #expect(ClientV1_0.Server.at(host: "gateway.example", port: "80").url == "http://gateway.example:80/client/1.0")
    }
}
