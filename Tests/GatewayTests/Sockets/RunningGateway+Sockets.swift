import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowRuntime
import HTTPTypes
import Testing

typealias TillSocket = Socket<ClientV1_1.ClientMessage, ClientV1_1.PlatformMessage>
typealias TerminalSocket = Socket<DeviceV1_1.DeviceMessage, DeviceV1_1.PlatformMessage>

extension RunningGateway {
    /// The websocket of a point of sale, by the token that the gateway gives.
    func tillSocket() async throws -> TillSocket {
        try await tillSocket(token: try await client.getToken().accessToken)
    }

    func tillSocket(token: String) async throws(ClientV1_1.OpenSocketFailure) -> TillSocket {
        let client = ClientV1_1.Client(
            server: .init(url: url + "/client/1.1"),
            accessToken: BearerToken(token),
            transport: AsyncHTTPTransport()
        )
        return try await client.openSocket(over: WebSocketTransport())
    }

    /// The websocket of the terminal, by the token that the gateway gives.
    func terminalSocket() async throws -> TerminalSocket {
        try await terminalSocket(token: try await terminal.enrolDevice().accessToken)
    }

    func terminalSocket(token: String) async throws(DeviceV1_1.OpenSocketFailure) -> TerminalSocket {
        let terminal = DeviceV1_1.Client(
            server: .init(url: url + "/device/1.1"),
            accessToken: BearerToken(token),
            transport: AsyncHTTPTransport()
        )
        return try await terminal.openSocket(over: WebSocketTransport())
    }
}

extension RunningGateway {
    /// A websocket by hand.
    func channel(_ path: String, token: String, limits: SocketLimits) async throws -> any SocketChannel {
        var head = HTTPRequest(method: .get, scheme: "http", authority: String(url.dropFirst("http://".count)), path: path)
        head.headerFields[.authorization] = "Bearer \(token)"
        guard case .opened(let channel) = try await WebSocketTransport().open(APIRequest(head), limits: limits) else { throw Unexpected() }
        return channel
    }
}

extension TillSocket {
    func order(_ id: String, _ payload: JSONValue, of device: String = "Till-7", timeToLive: Int = 30) async throws {
        try await send(.clientRequest(.init(id: id, referenceId: device, payload: payload, timeToLive: timeToLive)))
    }

    func acknowledge(_ id: String, _ sequence: Int) async throws {
        try await send(.acknowledgement(.init(id: id, sequence: sequence)))
    }

    /// The next so many messages.
    func next(_ count: Int) async throws -> [ClientV1_1.PlatformMessage] {
        var messages: [ClientV1_1.PlatformMessage] = []
        while messages.count < count {
            guard let message = try await first(where: { _ in true }) else { break }
            messages.append(message)
        }
        return messages
    }

    func nextEvent() async throws -> ClientV1_1.DeviceEvent {
        guard case .deviceEvent(let event)? = try await next(1).first else { throw Unexpected() }
        return event
    }

    func nextError() async throws -> ClientV1_1.RequestError {
        guard case .requestError(let error)? = try await next(1).first else { throw Unexpected() }
        return error
    }
}

extension TerminalSocket {
    func nextRequest() async throws -> DeviceV1_1.PlatformRequest {
        guard case .platformRequest(let request)? = try await first(where: { _ in true }) else { throw Unexpected() }
        return request
    }

    func nextAcknowledgement() async throws -> Int {
        guard case .acknowledgement(let message)? = try await first(where: { _ in true }) else { throw Unexpected() }
        return message.sequence
    }

    func accept(_ id: String) async throws {
        try await send(.requestAccepted(.init(id: id)))
    }

    func emit(_ id: String, _ sequence: Int, _ payload: JSONValue, final: Bool = false) async throws {
        try await send(.deviceEvent(.init(id: id, sequence: sequence, payload: payload, final: final)))
    }
}

extension Socket {
    /// How the connection ends, whatever comes until then.
    func ending() async -> SocketClosure? {
        do {
            for try await _ in self {}
            return closure
        } catch {
            return error
        }
    }
}

/// A message was another one than the test waits for.
struct Unexpected: Error {}
