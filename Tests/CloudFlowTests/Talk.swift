import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowRuntime
import Testing

// What the platform hears and says, in short.

/// Hears one message after the other of a websocket.
struct Ear<Sends: JSONWritable & Sendable, Receives: JSONReadable & Sendable> {
    private let socket: Socket<Sends, Receives>
    private var messages: Socket<Sends, Receives>.Iterator

    init(_ socket: Socket<Sends, Receives>) {
        self.socket = socket
        messages = socket.makeAsyncIterator()
    }

    mutating func next() async throws -> Receives {
        try #require(try await messages.next(isolation: nil))
    }
}

extension Ear where Receives == ClientV1_1.ClientMessage {
    mutating func request() async throws -> ClientV1_1.ClientRequest {
        guard case .clientRequest(let request) = try await next() else { throw Unexpected() }
        return request
    }

    mutating func acknowledgement() async throws -> Int {
        guard case .acknowledgement(let acknowledgement) = try await next() else { throw Unexpected() }
        return acknowledgement.sequence
    }
}

extension Ear where Receives == DeviceV1_1.DeviceMessage {
    mutating func accepted() async throws -> String {
        guard case .requestAccepted(let accepted) = try await next() else { throw Unexpected() }
        return accepted.id
    }

    mutating func event() async throws -> DeviceV1_1.DeviceEvent {
        guard case .deviceEvent(let event) = try await next() else { throw Unexpected() }
        return event
    }

    mutating func error() async throws -> DeviceV1_1.RequestError {
        guard case .requestError(let error) = try await next() else { throw Unexpected() }
        return error
    }
}

struct Unexpected: Error {}

extension Socket<ClientV1_1.PlatformMessage, ClientV1_1.ClientMessage> {
    func event(_ id: String, _ sequence: Int, final: Bool = false) async throws {
        let payload = JSONValue(sequence)
        try await send(.deviceEvent(.init(id: id, sequence: sequence, referenceId: "till-7", payload: payload, final: final)))
    }

    func error(_ id: String, _ code: ErrorCode, _ delivery: ClientV1_1.Delivery?, sequence: Int? = nil) async throws {
        let error = ClientV1_1.RequestError(id: id, sequence: sequence, errorCode: code.rawValue, errorMessage: "", delivery: delivery)
        try await send(.requestError(error))
    }
}

extension Socket<DeviceV1_1.PlatformMessage, DeviceV1_1.DeviceMessage> {
    func request(_ id: String, payload: JSONValue = .null, expiresAt: String = "2999-01-01T00:00:00Z") async throws {
        try await send(.platformRequest(.init(id: id, payload: payload, expiresAt: DateTime(verbatim: expiresAt))))
    }

    func acknowledge(_ id: String, _ sequence: Int) async throws {
        try await send(.acknowledgement(.init(id: id, sequence: sequence)))
    }
}
