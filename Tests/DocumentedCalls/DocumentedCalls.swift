import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowRuntime

// The calls that the reference of the four specs shows. `make accept` writes them anew.

func getTokenOfClientV1_0() async throws {
    let client = ClientV1_0.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getToken()
    _ = answer
}

func listDevicesOfClientV1_0() async throws {
    let client = ClientV1_0.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.listDevices()
    _ = answer
}

func getDeviceOfClientV1_0() async throws {
    let client = ClientV1_0.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getDevice(referenceId: "till-7")
    _ = answer
}

func openSocketOfClientV1_0() async throws {
    let client = ClientV1_0.Client(accessToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let socket = try await client.openSocket(over: WebSocketTransport())
    for try await message in socket {
        print(message)
    }
}

func getTokenOfClientV1_1() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getToken()
    _ = answer
}

func listDevicesOfClientV1_1() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.listDevices()
    _ = answer
}

func getDeviceOfClientV1_1() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getDevice(referenceId: "till-7")
    _ = answer
}

func getDeviceConnectedOfClientV1_1() async throws {
    let client = ClientV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.getDeviceConnected(referenceId: "till-7")
    _ = answer
}

func sendRequestOfClientV1_1() async throws {
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

func openSocketOfClientV1_1() async throws {
    let client = ClientV1_1.Client(accessToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let socket = try await client.openSocket(over: WebSocketTransport())
    for try await message in socket {
        print(message)
    }
}

func enrolDeviceOfDeviceV1_0() async throws {
    let client = DeviceV1_0.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.enrolDevice()
    _ = answer
}

func openSocketOfDeviceV1_0() async throws {
    let client = DeviceV1_0.Client(accessToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let socket = try await client.openSocket(over: WebSocketTransport())
    for try await message in socket {
        print(message)
    }
}

func enrolDeviceOfDeviceV1_1() async throws {
    let client = DeviceV1_1.Client(apiToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let answer = try await client.enrolDevice()
    _ = answer
}

func openSocketOfDeviceV1_1() async throws {
    let client = DeviceV1_1.Client(accessToken: BearerToken("…"), transport: AsyncHTTPTransport())
    let socket = try await client.openSocket(over: WebSocketTransport())
    for try await message in socket {
        print(message)
    }
}
