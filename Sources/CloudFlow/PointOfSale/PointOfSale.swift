public import CloudFlowClientAPI
public import CloudFlowRuntime

/// A point of sale: sends requests to payment devices, and gets what the devices answer as asynchronous sequences.
///
///     for try await event in shop.send(["amount": 1250], to: "till-7") {
///         show(event.payload)
///     }
///
/// All requests in flight share one websocket. It is opened with the first, with a fresh token each time, and stays until `close()` or until
/// nobody holds this object or events of it. When it is lost another one is made, with backoff and full jitter; requests in flight go on where they were, and
/// no device is asked twice.
public final class PointOfSale: Sendable {
    /// The operations of the Client API, with this account's credentials.
    public let api: ClientV1_1.Client
    private let line: RequestLine

    /// - Parameters:
    ///   - server: where the API is served.
    ///   - transport: what carries the calls.
    ///   - sockets: what opens the websocket.
    ///   - reconnection: how long to wait before a connection is made again; `attempts` and `budget` don't count.
    ///   - patience: how long a request that was sent is followed up without a connection, before it fails with `unknown`.
    ///   - clock: what waits are measured by.
    public init(
        accountId: String,
        apiToken: String,
        server: ClientV1_1.Server = .default,
        transport: any ClientTransport,
        sockets: any SocketTransport,
        reconnection: RetryPolicy = RetryPolicy(),
        patience: Duration = .seconds(300),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        let token = BearerToken.client(accountId: accountId, apiToken: apiToken)
        api = ClientV1_1.Client(server: server, apiToken: token, transport: transport)
        let access = ClientAccess(server: server, token: token, transport: transport, sockets: sockets)
        line = RequestLine(access: access, reconnection: reconnection, patience: patience, clock: clock)
    }

    deinit {
        line.stop()
    }

    /// Sends a request to a device, and gives the events of its answer, which end with the final one.
    ///
    /// The request is on its way at once, whether or not somebody iterates. An event counts as taken in when the next one is asked for; what was
    /// not taken in comes again after a lost connection, and never twice to the same iteration. An iteration that stops early leaves the request
    /// with the device.
    ///
    /// - Parameters:
    ///   - payload: what the device gets, byte for byte; 63 KiB at the most.
    ///   - id: the idempotency key, 1 to 64 characters, unique within the account.
    ///   - timeToLive: how long the device may take to accept the request, in whole seconds from 1 to 300. A request that could not even be
    ///     sent by then fails with `never`.
    public func send(
        _ payload: JSONValue,
        to referenceId: String,
        id: String = .randomRequestID(),
        timeToLive: Duration = .seconds(30)
    ) -> Events {
        let request = ClientV1_1.ClientRequest(id: id, referenceId: referenceId, payload: payload, timeToLive: timeToLive.wholeSeconds)
        return Events(Order(request, of: self, on: line))
    }

    /// Takes up a request that an earlier run of the application has sent, or may have sent, with the same arguments.
    ///
    /// - Parameter sequence: the number of the last event that the application has kept; nil for none. Those up to it don't come again.
    public func resume(
        _ payload: JSONValue,
        to referenceId: String,
        id: String,
        timeToLive: Duration = .seconds(30),
        after sequence: Int? = nil
    ) -> Events {
        let request = ClientV1_1.ClientRequest(id: id, referenceId: referenceId, payload: payload, timeToLive: timeToLive.wholeSeconds)
        return Events(Order(request, of: self, on: line, resuming: true, after: sequence))
    }

    /// The account's devices; none where the filters match none.
    public func devices(
        model: String? = nil,
        serialNumber: String? = nil,
        location: String? = nil
    ) async throws(ClientV1_1.ListDevicesFailure) -> [ClientV1_1.Device] {
        do throws(ClientV1_1.ListDevicesFailure) {
            return try await api.listDevices(model: model, serialNumber: serialNumber, location: location)
        } catch {
            guard case .notFound = error else { throw error }
            return []
        }
    }

    /// Whether a device is connected to the platform; false for an unknown one.
    public func isConnected(_ referenceId: String) async throws(ClientV1_1.GetDeviceConnectedFailure) -> Bool {
        do throws(ClientV1_1.GetDeviceConnectedFailure) {
            _ = try await api.getDeviceConnected(referenceId: referenceId)
            return true
        } catch {
            guard case .notFound = error else { throw error }
            return false
        }
    }

    /// Says what is left to say, and closes the websocket. Requests in flight fail here, and stay with their devices.
    public func close() async {
        await line.close()
    }
}

extension Duration {
    /// Rounded up.
    fileprivate var wholeSeconds: Int {
        Int(clamping: components.seconds) + (components.attoseconds > 0 ? 1 : 0)
    }
}

extension String {
    /// An id that no other request has: 32 hexadecimal digits.
    public static func randomRequestID() -> String {
        let digits = Array("0123456789abcdef")
        var generator = SystemRandomNumberGenerator()
        return String((0..<32).map { _ in digits[Int.random(in: 0..<16, using: &generator)] })
    }
}
