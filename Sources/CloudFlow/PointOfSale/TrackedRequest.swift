import CloudFlowClientAPI
import CloudFlowRuntime

/// A request in flight, and what has come of it that nobody has taken yet.
///
/// Only so many items are kept. What comes beyond that is dropped without being acknowledged, and asked for again when there is room: one
/// slow application neither fills the memory nor keeps the events of other requests from theirs.
struct TrackedRequest {
    enum Item {
        case event(ClientV1_1.DeviceEvent)
        case failure(RequestFailure, sequence: Int?)
        /// The final event was taken by an earlier run.
        case end

        var sequence: Int? {
            switch self {
            case .event(let event): event.sequence
            case .failure(_, let sequence): sequence
            case .end: nil
            }
        }

        var isFinal: Bool {
            if case .event(let event) = self { event.final } else { true }
        }
    }

    /// What is to be said to the platform.
    struct Answer {
        /// The number up to which items are to be acknowledged.
        var acknowledges: Int?
        /// Whether to ask for the request again, for items were dropped.
        var asksAgain = false
    }

    static let capacity = 64

    let request: ClientV1_1.ClientRequest
    /// When it was begun, by the line's stopwatch.
    let begun: Duration
    /// Whether it may have reached the platform.
    var isSent: Bool
    var waiter: CheckedContinuation<Result<ClientV1_1.DeviceEvent?, RequestFailure>, Never>?
    /// The number of the next item; nil until one has come.
    private var expected: Int?
    private var items: ArraySlice<Item> = []
    /// The item that the application works on.
    private var handed: Int?
    /// The number up to which items were taken in.
    private var taken: Int?
    /// Whether items were dropped.
    private var isBehind = false
    /// Whether they have been asked for again, and are not there yet.
    private var isAsking = false

    init(_ request: ClientV1_1.ClientRequest, begun: Duration, resuming: Bool, after sequence: Int?) {
        self.request = request
        self.begun = begun
        isSent = resuming
        taken = sequence
        expected = sequence.map { $0 + 1 }
    }

    var isEmpty: Bool { items.isEmpty }
    /// Whether its last item is here.
    var isComplete: Bool { items.last?.isFinal ?? false }

    /// An item has come.
    mutating func arrived(_ item: Item) -> Answer {
        guard let sequence = item.sequence else {
            items.append(item)
            return Answer()
        }
        if let expected, sequence < expected { return Answer(acknowledges: repeated(item)) }
        if let expected, sequence > expected { return missed() }
        if isBehind || items.count >= Self.capacity { return missed() }
        isAsking = false
        expected = sequence + 1
        items.append(item)
        return Answer()
    }

    /// Items are missing: dropped here for want of room, or on their way since before they were asked for again.
    private mutating func missed() -> Answer {
        if isAsking { return Answer() }
        isBehind = true
        return catchUp()
    }

    /// Asks for what was dropped, as soon as all else is taken.
    private mutating func catchUp() -> Answer {
        guard isBehind, items.isEmpty else { return Answer() }
        isBehind = false
        isAsking = true
        return Answer(asksAgain: true)
    }

    /// An item that was there already. A final one that is not here was taken by an earlier run, and so ends the request again.
    private mutating func repeated(_ item: Item) -> Int? {
        if item.isFinal, items.isEmpty, handed == nil {
            if case .failure = item { items.append(item) } else { items.append(.end) }
        }
        return taken
    }

    /// Notes that a connection is there on which the request is asked for again.
    mutating func askedAgain() {
        isSent = true
        isBehind = false
        isAsking = true
    }

    /// The application asks for the next item, and so has taken in the one before.
    mutating func take() -> (item: Item?, Answer) {
        let former = handed
        if let former { taken = former }
        let item = items.popFirst()
        handed = item?.sequence
        var answer = catchUp()
        answer.acknowledges = former
        // The last item comes again to whoever asks again, so that nobody needs to say that it was taken in.
        if let item, item.isFinal { answer.acknowledges = item.sequence ?? taken }
        return (item, answer)
    }
}
