import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowRuntime

// The calls that the reference of the four specs shows. `make accept` writes them anew.

func getTokenOfClientV10() async throws {
    let client = ClientV1_0.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getToken()
    _ = answer
}

func listDevicesOfClientV10() async throws {
    let client = ClientV1_0.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.listDevices()
    _ = answer
}

func getDeviceOfClientV10() async throws {
    let client = ClientV1_0.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getDevice(referenceId: "till-7")
    _ = answer
}

func openSocketOfClientV10() async throws {
    let client = ClientV1_0.Client(accessToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let socket = try await client.openSocket(over: WebSocketTransport())
    for try await message in socket {
        print(message)
    }
}

func getTokenOfClientV11() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getToken()
    _ = answer
}

func listDevicesOfClientV11() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.listDevices()
    _ = answer
}

func getDeviceOfClientV11() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getDevice(referenceId: "till-7")
    _ = answer
}

func getDeviceConnectedOfClientV11() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getDeviceConnected(referenceId: "till-7")
    _ = answer
}

func sendRequestOfClientV11() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.sendRequest(
        referenceId: "till-7",
        body: ClientV1_1.DeviceRequest(
            requestId: "order-1001",
            payload: ["type": "sale", "amount": 1250, "currency": "CHF"],
            callbackUrl: "https://pos.example.com/cloudflow/events",
            timeToLive: 60
        )
    )
    _ = answer
}

func openSocketOfClientV11() async throws {
    let client = ClientV1_1.Client(accessToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let socket = try await client.openSocket(over: WebSocketTransport())
    for try await message in socket {
        print(message)
    }
}

func enrolDeviceOfDeviceV10() async throws {
    let client = DeviceV1_0.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.enrolDevice()
    _ = answer
}

func openSocketOfDeviceV10() async throws {
    let client = DeviceV1_0.Client(accessToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let socket = try await client.openSocket(over: WebSocketTransport())
    for try await message in socket {
        print(message)
    }
}

func enrolDeviceOfDeviceV11() async throws {
    let client = DeviceV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.enrolDevice()
    _ = answer
}

func openSocketOfDeviceV11() async throws {
    let client = DeviceV1_1.Client(accessToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let socket = try await client.openSocket(over: WebSocketTransport())
    for try await message in socket {
        print(message)
    }
}
