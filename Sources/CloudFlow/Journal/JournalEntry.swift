import CloudFlowRuntime

/// What a device knows of one request.
struct JournalEntry: Sendable {
    let id: String
    /// Null once nothing is open.
    private(set) var payload: JSONValue
    /// When it was accepted, in seconds since 1970.
    let acceptedAt: Int
    /// What was said and has not been acknowledged.
    private(set) var items: ArraySlice<DeviceItem> = []
    /// The number of the next item.
    private(set) var count = 0
    /// Whether the last item was said.
    private(set) var isFinished = false

    /// Whether the platform has all that there is to say.
    var isSettled: Bool { isFinished && items.isEmpty }

    mutating func say(_ item: DeviceItem) {
        items.append(item)
        count = item.sequence + 1
        isFinished = item.isFinal
    }

    mutating func acknowledge(through sequence: Int) {
        items = items.drop { $0.sequence <= sequence }
        count = Swift.max(count, sequence + 1)
        if isSettled { payload = .null }
    }

    /// The records that make this entry.
    var records: [JournalRecord] {
        if isSettled { return [.settled(id: id, at: acceptedAt)] }
        let begin = JournalRecord.accepted(id: id, payload: payload, at: acceptedAt)
        // What was acknowledged is said by the number that the next item has.
        let former = count - items.count
        let acknowledged = former > 0 ? [JournalRecord.acknowledged(id: id, through: former - 1)] : []
        return [begin] + acknowledged + items.map { .said(id: id, $0) }
    }
}

extension [String: JournalEntry] {
    mutating func apply(_ record: JournalRecord) {
        switch record {
        case .accepted(let id, let payload, let time): self[id] = JournalEntry(id: id, payload: payload, acceptedAt: time)
        case .said(let id, let item): self[id]?.say(item)
        case .acknowledged(let id, let sequence): self[id]?.acknowledge(through: sequence)
        case .settled(let id, let time): self[id] = JournalEntry(settled: id, at: time)
        }
    }
}

extension JournalEntry {
    init(id: String, payload: JSONValue, acceptedAt: Int) {
        self.id = id
        self.payload = payload
        self.acceptedAt = acceptedAt
    }

    fileprivate init(settled id: String, at time: Int) {
        self.init(id: id, payload: .null, acceptedAt: time)
        isFinished = true
    }
}
