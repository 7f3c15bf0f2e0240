import CloudFlow
import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowRuntime
import Synchronization
import Testing

typealias ClientSocket = Socket<ClientV1_1.PlatformMessage, ClientV1_1.ClientMessage>
typealias DeviceSocket = Socket<DeviceV1_1.PlatformMessage, DeviceV1_1.DeviceMessage>

/// A platform in memory: it lets points of sale and devices in, and the test plays what it says to them.
final class Platform: Sendable {
    private struct State {
        var refusal: APIError?
        var tokens = 0
        /// The access tokens that websockets were opened with.
        var used: [String] = []
    }

    private let state = Mutex(State())
    private let clients: AsyncStream<ClientSocket>
    private let newClient: AsyncStream<ClientSocket>.Continuation
    private let devices: AsyncStream<DeviceSocket>
    private let newDevice: AsyncStream<DeviceSocket>.Continuation

    init() {
        (clients, newClient) = AsyncStream.makeStream()
        (devices, newDevice) = AsyncStream.makeStream()
    }

    /// What tokens are refused with from now on.
    var refusal: APIError? {
        get { state.withLock(\.refusal) }
        set { state.withLock { $0.refusal = newValue } }
    }

    var usedTokens: [String] { state.withLock(\.used) }

    func nextClient() async throws -> ClientSocket { try #require(await clients.first { _ in true }) }

    func nextDevice() async throws -> DeviceSocket { try #require(await devices.first { _ in true }) }

    private var transport: InMemoryTransport {
        InMemoryTransport(Router(ForClients(platform: self).routes() + ForDevices(platform: self).routes()))
    }

    func pointOfSale(patience: Duration = .seconds(300), clock: any Clock<Duration> = SkippingClock()) -> PointOfSale {
        let transport = transport
        return PointOfSale(
            accountId: "acme",
            apiToken: "secret",
            transport: transport,
            sockets: transport,
            reconnection: RetryPolicy(baseDelay: .seconds(1), jitter: { $0 }),
            patience: patience,
            clock: clock
        )
    }

    func device(_ journal: DeviceJournal = .inMemory()) -> PaymentDevice {
        let transport = transport
        return PaymentDevice(
            model: "A920",
            serialNumber: "1",
            apiToken: "secret",
            journal: journal,
            transport: transport,
            sockets: transport,
            clock: SkippingClock()
        )
    }

    fileprivate func token() throws(APIError) -> String {
        let (refusal, token) = state.withLock { state in
            state.tokens += 1
            return (state.refusal, "token-\(state.tokens)")
        }
        if let refusal { throw refusal }
        return token
    }

    fileprivate func used(_ token: BearerToken) {
        state.withLock { $0.used.append(token.value) }
    }

    fileprivate func connected(_ socket: ClientSocket) { newClient.yield(socket) }
    fileprivate func connected(_ socket: DeviceSocket) { newDevice.yield(socket) }
}

private struct ForClients: ClientV1_1.Service {
    let platform: Platform

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) {}
    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) { platform.used(accessToken) }

    func getToken(_ input: ClientV1_1.GetToken, as _: Void) async throws(ClientV1_1.GetTokenFailure) -> ClientV1_1.ConnectionCredentials {
        do throws(APIError) {
            let url = "ws://platform.example/client/1.1/socket"
            return .init(connectionType: .websocket, connectionUrl: url, tokenType: .jwt, accessToken: try platform.token())
        } catch {
            throw error.code == .unauthorized ? .unauthorized(error) : .other(status: 503, error)
        }
    }

    func listDevices(_ input: ClientV1_1.ListDevices, as _: Void) async throws(ClientV1_1.ListDevicesFailure) -> [ClientV1_1.Device] {
        throw .notFound("none")
    }

    func getDevice(_ input: ClientV1_1.GetDevice, as _: Void) async throws(ClientV1_1.GetDeviceFailure) -> ClientV1_1.Device {
        throw .notFound("none")
    }

    func getDeviceConnected(
        _ input: ClientV1_1.GetDeviceConnected,
        as _: Void
    ) async throws(ClientV1_1.GetDeviceConnectedFailure) -> ClientV1_1.DeviceConnection {
        if input.referenceId != "till-7" { throw .notFound("none") }
        return ClientV1_1.DeviceConnection()
    }

    func sendRequest(
        _ input: ClientV1_1.SendRequest,
        as _: Void
    ) async throws(ClientV1_1.SendRequestFailure) -> ClientV1_1.RequestAccepted {
        throw .notFound("none")
    }

    func openSocket(_ input: ClientV1_1.OpenSocket, as _: Void) async throws(ClientV1_1.OpenSocketFailure) -> SocketUpgrade {
        SocketUpgrade(open: { [platform] channel in platform.connected(ClientSocket(SocketConnection(channel), strict: true)) })
    }
}

private struct ForDevices: DeviceV1_1.Service {
    let platform: Platform

    func authenticate(apiToken: BearerToken) async throws(AuthenticationFailure) {}
    func authenticate(accessToken: BearerToken) async throws(AuthenticationFailure) { platform.used(accessToken) }

    func enrolDevice(
        _ input: DeviceV1_1.EnrolDevice,
        as _: Void
    ) async throws(DeviceV1_1.EnrolDeviceFailure) -> DeviceV1_1.ConnectionCredentials {
        do throws(APIError) {
            let url = "ws://platform.example/device/1.1/socket"
            return .init(connectionType: .websocket, connectionUrl: url, tokenType: .jwt, accessToken: try platform.token())
        } catch {
            throw error.code == .unauthorized ? .unauthorized(error) : .other(status: 503, error)
        }
    }

    func openSocket(_ input: DeviceV1_1.OpenSocket, as _: Void) async throws(DeviceV1_1.OpenSocketFailure) -> SocketUpgrade {
        SocketUpgrade(open: { [platform] channel in platform.connected(DeviceSocket(SocketConnection(channel), strict: true)) })
    }
}

/// A clock that passes over every wait.
final class SkippingClock: Clock, Sendable {
    typealias Instant = ContinuousClock.Instant

    private let passed = Mutex(ContinuousClock().now)

    var now: Instant { passed.withLock { $0 } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        passed.withLock { $0 = Swift.max($0, deadline) }
        await Task.yield()
    }
}
