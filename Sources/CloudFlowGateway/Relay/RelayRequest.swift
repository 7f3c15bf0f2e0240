import CloudFlowRuntime
import FoundationEssentials

/// A request as the relay keeps it: from a point of sale, for a device of the same account.
struct RelayRequest: Hashable, Sendable {
    /// How far the device is known to have come with it. It only ever goes on.
    enum Progress: Int, Sendable, Comparable {
        /// No device has seen it.
        case waiting
        /// It was sent to the device, which has not said that it took it: it may have, and it may not.
        case offered
        /// The device has taken it.
        case accepted
        /// Its last item is there.
        case finished

        static func < (left: Progress, right: Progress) -> Bool { left.rawValue < right.rawValue }
    }

    let order: RelayOrder
    let createdAt: Date
    var progress = Progress.waiting
    /// How many items there are; the number of the next one.
    var count = 0
    /// How many of them the receiver has acknowledged.
    var acknowledged = 0

    var expiresAt: Date { createdAt.addingTimeInterval(TimeInterval(order.timeToLive)) }
    var isFinished: Bool { progress == .finished }
    /// Whether nobody waits for anything of it any more.
    var isSettled: Bool { isFinished && acknowledged == count }
}

/// What a point of sale asks for. The id is the idempotency key: the same order again asks for nothing new.
struct RelayOrder: Hashable, Sendable {
    /// Chosen by the point of sale, unique within its account.
    let id: String
    /// The device.
    let referenceId: String
    /// What the device gets, byte for byte.
    let payload: JSONValue
    /// How long the device may take to accept it, in seconds.
    let timeToLive: Int
    /// Where the items are posted to; nil where they go to a websocket.
    var callbackURL: String?
}

/// One of the messages that answer a request, numbered from 0 without gaps.
struct RelayItem: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        /// From the device, byte for byte.
        case event(payload: JSONValue)
        /// Why nothing more will come.
        case failure(RelayFailure)
    }

    let sequence: Int
    let content: Content
    /// Whether it is the last one.
    let isFinal: Bool
    let createdAt: Date
}

struct RelayFailure: Hashable, Sendable, Error {
    /// What is known of the device: whether the same can be asked for again without being done twice.
    enum Delivery: String, Sendable {
        /// The device did not take it, and will not.
        case never
        /// The device has taken it.
        case delivered
        /// The device may have taken it.
        case unknown
    }

    let code: ErrorCode
    let message: String
    let delivery: Delivery

    init(_ code: ErrorCode, _ message: String, delivery: Delivery = .never) {
        self.code = code
        self.message = message
        self.delivery = delivery
    }
}
