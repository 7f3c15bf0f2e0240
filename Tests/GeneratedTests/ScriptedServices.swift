import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowRuntime

/// A service that does what a test tells it: answers, or fails with a status.
struct Script: Sendable {
    /// The status to fail with; nil answers.
    var status: Int?

    var error: APIError { APIError(status: status ?? 0, "said by the service") }

    /// Throws what the script says, as the case that the operation has for the status.
    func play<Failure: OperationFailure>(as failure: Failure.Type, _ cases: [Int: (APIError) -> Failure], other: (Int, APIError) -> Failure)
        throws(Failure)
    {
        guard let status else { return }
        throw cases[status].map { $0(error) } ?? other(status, error)
    }
}

let device = ClientV1_0.Device(
    clientAccountId: "acme",
    referenceId: "till 7/ä?",
    serialNumber: "0820000042",
    model: "A920",
    name: "Till \"7\"",
    location: nil
)

let clientCredentials = ClientV1_0.ConnectionCredentials(
    connectionType: .websocket,
    connectionUrl: "wss://cloudflow.example/socket",
    tokenType: .other("paseto"),
    accessToken: "ey…"
)

let deviceCredentials = DeviceV1_0.ConnectionCredentials(
    connectionType: .websocket,
    connectionUrl: "wss://cloudflow.example/socket",
    tokenType: .jwt,
    accessToken: "ey…"
)

struct ScriptedClient1_0: ClientV1_0.Service {
    let script: Script

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> String { apiToken.value }

    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> String { accessToken.value }

    func getToken(_ input: ClientV1_0.GetToken, as principal: String) async throws(ClientV1_0.GetTokenFailure)
        -> ClientV1_0.ConnectionCredentials
    {
        try script.play(as: ClientV1_0.GetTokenFailure.self, [401: { .unauthorized($0) }, 403: { .forbidden($0) }]) {
            .other(status: $0, $1)
        }
        return clientCredentials
    }

    func listDevices(_ input: ClientV1_0.ListDevices, as principal: String) async throws(ClientV1_0.ListDevicesFailure) -> [ClientV1_0
        .Device]
    {
        try script.play(as: ClientV1_0.ListDevicesFailure.self, [401: { .unauthorized($0) }, 403: { .forbidden($0) }]) {
            .other(status: $0, $1)
        }
        return [device]
    }

    func getDevice(_ input: ClientV1_0.GetDevice, as principal: String) async throws(ClientV1_0.GetDeviceFailure) -> ClientV1_0.Device {
        try script.play(
            as: ClientV1_0.GetDeviceFailure.self,
            [401: { .unauthorized($0) }, 403: { .forbidden($0) }, 404: { .notFound($0) }]
        ) { .other(status: $0, $1) }
        return device
    }

    func openSocket(_ input: ClientV1_0.OpenSocket, as principal: String) async throws(ClientV1_0.OpenSocketFailure) -> SocketUpgrade {
        try script.play(
            as: ClientV1_0.OpenSocketFailure.self,
            [401: { .unauthorized($0) }, 403: { .forbidden($0) }, 429: { .tooManyConnections($0) }]
        ) { .other(status: $0, $1) }
        return SocketUpgrade(serving: ClientV1_0.OpenSocket.self) { _ in }
    }
}

struct ScriptedClient1_1: ClientV1_1.Service {
    let script: Script

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> String { apiToken.value }

    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> String { accessToken.value }

    func getToken(_ input: ClientV1_1.GetToken, as principal: String) async throws(ClientV1_1.GetTokenFailure)
        -> ClientV1_1.ConnectionCredentials
    {
        try script.play(as: ClientV1_1.GetTokenFailure.self, [401: { .unauthorized($0) }, 403: { .forbidden($0) }]) {
            .other(status: $0, $1)
        }
        return clientCredentials
    }

    func listDevices(_ input: ClientV1_1.ListDevices, as principal: String) async throws(ClientV1_1.ListDevicesFailure) -> [ClientV1_1
        .Device]
    {
        try script.play(
            as: ClientV1_1.ListDevicesFailure.self,
            [401: { .unauthorized($0) }, 403: { .forbidden($0) }, 404: { .notFound($0) }]
        ) { .other(status: $0, $1) }
        return [device]
    }

    func getDevice(_ input: ClientV1_1.GetDevice, as principal: String) async throws(ClientV1_1.GetDeviceFailure) -> ClientV1_1.Device {
        try script.play(
            as: ClientV1_1.GetDeviceFailure.self,
            [401: { .unauthorized($0) }, 403: { .forbidden($0) }, 404: { .notFound($0) }]
        ) { .other(status: $0, $1) }
        return device
    }

    func getDeviceConnected(
        _ input: ClientV1_1.GetDeviceConnected,
        as principal: String
    ) async throws(ClientV1_1.GetDeviceConnectedFailure) -> ClientV1_1.DeviceConnection {
        try script.play(as: ClientV1_1.GetDeviceConnectedFailure.self, [401: { .unauthorized($0) }, 404: { .notFound($0) }]) {
            .other(status: $0, $1)
        }
        return [:]
    }

    func sendRequest(_ input: ClientV1_1.SendRequest, as principal: String) async throws(ClientV1_1.SendRequestFailure)
        -> ClientV1_1.RequestAccepted
    {
        try script.play(
            as: ClientV1_1.SendRequestFailure.self,
            [
                401: { .unauthorized($0) }, 403: { .forbidden($0) }, 404: { .notFound($0) }, 409: { .duplicateItem($0) },
                410: { .connectionLost($0) },
                412: { .preconditionFailed($0) }, 417: { .storageFailed($0) }, 422: { .invalidData($0) },
            ]
        ) { .other(status: $0, $1) }
        guard let acceptedAt = DateTime("2024-05-17T09:30:00.250+02:00") else { throw .other(status: 500, APIError(.failed, "no date")) }
        return ClientV1_1.RequestAccepted(requestId: input.body.requestId, acceptedAt: acceptedAt)
    }

    func openSocket(_ input: ClientV1_1.OpenSocket, as principal: String) async throws(ClientV1_1.OpenSocketFailure) -> SocketUpgrade {
        try script.play(
            as: ClientV1_1.OpenSocketFailure.self,
            [401: { .unauthorized($0) }, 403: { .forbidden($0) }, 429: { .tooManyConnections($0) }]
        ) { .other(status: $0, $1) }
        return SocketUpgrade(serving: ClientV1_1.OpenSocket.self) { _ in }
    }
}

struct ScriptedDevice1_0: DeviceV1_0.Service {
    let script: Script

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> String { apiToken.value }

    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> String { accessToken.value }

    func enrolDevice(_ input: DeviceV1_0.EnrolDevice, as principal: String) async throws(DeviceV1_0.EnrolDeviceFailure)
        -> DeviceV1_0.ConnectionCredentials
    {
        try script.play(as: DeviceV1_0.EnrolDeviceFailure.self, [401: { .unauthorized($0) }, 403: { .forbidden($0) }]) {
            .other(status: $0, $1)
        }
        return deviceCredentials
    }

    func openSocket(_ input: DeviceV1_0.OpenSocket, as principal: String) async throws(DeviceV1_0.OpenSocketFailure) -> SocketUpgrade {
        try script.play(
            as: DeviceV1_0.OpenSocketFailure.self,
            [401: { .unauthorized($0) }, 403: { .forbidden($0) }, 429: { .tooManyConnections($0) }]
        ) { .other(status: $0, $1) }
        return SocketUpgrade(serving: DeviceV1_0.OpenSocket.self) { _ in }
    }
}

struct ScriptedDevice1_1: DeviceV1_1.Service {
    let script: Script

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) -> String { apiToken.value }

    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) -> String { accessToken.value }

    func enrolDevice(_ input: DeviceV1_1.EnrolDevice, as principal: String) async throws(DeviceV1_1.EnrolDeviceFailure)
        -> DeviceV1_1.ConnectionCredentials
    {
        try script.play(as: DeviceV1_1.EnrolDeviceFailure.self, [401: { .unauthorized($0) }, 403: { .forbidden($0) }]) {
            .other(status: $0, $1)
        }
        return deviceCredentials
    }

    func openSocket(_ input: DeviceV1_1.OpenSocket, as principal: String) async throws(DeviceV1_1.OpenSocketFailure) -> SocketUpgrade {
        try script.play(
            as: DeviceV1_1.OpenSocketFailure.self,
            [401: { .unauthorized($0) }, 403: { .forbidden($0) }, 429: { .tooManyConnections($0) }]
        ) { .other(status: $0, $1) }
        return SocketUpgrade(serving: DeviceV1_1.OpenSocket.self) { _ in }
    }
}

let deviceRequest = ClientV1_1.DeviceRequest(
    requestId: "order-1001",
    payload: ["type": "sale", "amount": 1250],
    callbackUrl: "https://pos.example.com/events"
)
