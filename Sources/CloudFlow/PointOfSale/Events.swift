public import CloudFlowClientAPI
import CloudFlowRuntime

extension PointOfSale {
    /// What a device answers to one request: events with numbers that rise by one, up to the final one. Iterate over it once.
    ///
    /// It throws a `RequestFailure` where the answer is none, and when the task is cancelled.
    public struct Events: AsyncSequence, Sendable {
        public typealias Element = ClientV1_1.DeviceEvent
        public typealias Failure = RequestFailure

        private let order: Order

        init(_ order: Order) {
            self.order = order
        }

        /// The request's id.
        public var requestId: String { order.id }

        /// The final event, the others passed over.
        public func final() async throws(RequestFailure) -> ClientV1_1.DeviceEvent {
            var last: ClientV1_1.DeviceEvent?
            for try await event in self { last = event }
            guard let last else { throw .cancelled }
            return last
        }

        public func makeAsyncIterator() -> Iterator { Iterator(order: order) }

        /// Gives the events one after the other; asking for the next one acknowledges the one before.
        public struct Iterator: AsyncIteratorProtocol {
            let order: Order

            public mutating func next(
                isolation actor: isolated (any Actor)?
            ) async throws(RequestFailure) -> ClientV1_1.DeviceEvent? {
                try await order.next().get()
            }
        }
    }
}

/// A request that somebody waits for. When nobody does any more, the line forgets it.
final class Order: Sendable {
    let id: String
    private let ticket: RequestLine.Ticket?
    private let line: RequestLine
    /// Keeps the websocket open.
    private let shop: PointOfSale

    init(
        _ request: ClientV1_1.ClientRequest,
        of shop: PointOfSale,
        on line: RequestLine,
        resuming: Bool = false,
        after sequence: Int? = nil
    ) {
        id = request.id
        self.line = line
        self.shop = shop
        ticket = line.begin(request, resuming: resuming, after: sequence)
    }

    deinit {
        if let ticket { line.forget(ticket) }
    }

    func next() async -> Result<ClientV1_1.DeviceEvent?, RequestFailure> {
        guard let ticket else { return .failure(.inFlight) }
        return await line.next(ticket)
    }
}
