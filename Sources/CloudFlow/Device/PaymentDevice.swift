public import CloudFlowDeviceAPI
public import CloudFlowRuntime
import FoundationEssentials

/// A payment device: gets requests of points of sale, and answers each with as many events as it takes.
///
///     try await terminal.serve { request, reply in
///         try await reply.send(["status": "present card"])
///         return ["status": "approved"]
///     }
///
/// Each request id is carried out once, also across restarts, for as long as the journal's file is kept. A lost connection is made again with
/// backoff and full jitter; what the platform has not acknowledged is said again.
public struct PaymentDevice: Sendable {
    /// What a point of sale asks for.
    public struct Request: Sendable {
        /// The idempotency key that the point of sale chose: whatever has the same one is the same request.
        public let id: String
        /// What the point of sale asks for, byte for byte as it said it.
        public let payload: JSONValue
    }

    private let access: DeviceAccess
    private let journal: DeviceJournal
    private let reconnection: RetryPolicy
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - journal: what the device remembers.
    ///   - server: where the API is served.
    ///   - transport: what carries the calls.
    ///   - sockets: what opens the websocket.
    ///   - reconnection: how long to wait before a connection is made again; `attempts` and `budget` don't count.
    ///   - clock: what waits are measured by.
    public init(
        model: String,
        serialNumber: String,
        apiToken: String,
        journal: DeviceJournal,
        server: DeviceV1_1.Server = .default,
        transport: any ClientTransport,
        sockets: any SocketTransport,
        reconnection: RetryPolicy = RetryPolicy(),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        let token = BearerToken.device(model: model, serialNumber: serialNumber, apiToken: apiToken)
        access = DeviceAccess(server: server, token: token, transport: transport, sockets: sockets)
        self.journal = journal
        self.reconnection = reconnection
        self.clock = clock
        now = { Date() }
    }

    /// Serves requests until the task is cancelled, and then returns; `carryOut` is cancelled with it.
    ///
    /// A request that is past its time is not carried out; the device's clock decides.
    ///
    /// - Parameters:
    ///   - interrupted: answers a request that was begun before a restart, or a cancellation, and never finished. It must not carry it out
    ///     again, but may find out what came of it. Otherwise the point of sale gets the error `failed`.
    ///   - carryOut: carries out a request. What it returns is the final event; an `APIError` that it throws goes to the point of sale, any
    ///     other error does so as `failed`.
    public func serve(
        interrupted: @escaping @Sendable (Request) async throws -> JSONValue = { _ in throw PaymentDevice.interruption },
        _ carryOut: @escaping @Sendable (Request, Reply) async throws -> JSONValue
    ) async throws(DeviceFailure) {
        let desk = DeviceDesk(access: access, journal: journal, now: now)
        let lifeline = Lifeline(party: desk, reconnection: reconnection, clock: clock)
        await withDiscardingTaskGroup { group in
            group.addTask {
                await lifeline.run()
                desk.close()
            }
            for await job in desk.jobs {
                group.addTask {
                    await desk.answer(job) { request, reply in
                        try await job.isInterrupted ? interrupted(request) : carryOut(request, reply)
                    }
                }
            }
            group.cancelAll()
        }
        if let failure = desk.failure { throw failure }
    }

    /// What a point of sale gets for a request that the device began, and can't tell the end of.
    public static var interruption: APIError { APIError(.failed, "the device was interrupted while it carried the request out") }
}

/// The events that answer one request, on their way to the point of sale.
public struct Reply: Sendable {
    let id: String
    let desk: DeviceDesk

    /// Sends an event. It is kept until the platform has it, also across a restart.
    ///
    /// It waits while many events are on their way.
    ///
    /// - Throws: `APIError` for a payload of more than 63 KiB, `CancellationError`, and `JournalFailure`.
    public func send(_ payload: JSONValue) async throws {
        try await desk.say(.event(payload: payload, isFinal: false), of: id)
    }
}
