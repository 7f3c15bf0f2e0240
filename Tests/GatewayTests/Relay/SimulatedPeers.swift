import CloudFlowRuntime

@testable import CloudFlowGateway

/// A point of sale: it keeps what it ordered and what it got, asks again for what is open whenever it connects, and acknowledges in order.
struct SimulatedClient {
    struct Placed {
        let order: RelayOrder
        var items: [ClientMessage] = []
        var isFinished = false
        /// It was told that the device may have taken it.
        var isUnknown = false
    }

    var orders: [String: Placed] = [:]
    var connection: ConnectionID?
    /// An order was refused, and is worth another try.
    var wantsRetry = false
    private var refusals: [String] = []

    var isDone: Bool { orders.values.allSatisfy(\.isFinished) }
    var unfinished: [RelayOrder] { orders.values.filter { !$0.isFinished }.map(\.order).sorted { $0.id < $1.id } }

    mutating func connected(_ connection: ConnectionID) {
        self.connection = connection
        wantsRetry = false
    }

    mutating func hear(_ message: ClientMessage) -> [SimulatedWorld.ClientSaying] {
        switch message {
        case .event(let id, let sequence, _, _, let isFinal):
            return take(message, of: id, sequence, isFinal: isFinal)
        case .error(let id?, let sequence?, _):
            return take(message, of: id, sequence, isFinal: true)
        case .error(let id?, nil, let failure):
            if failure.delivery == .unknown { orders[id]?.isUnknown = true } else if failure.code == .duplicateItem { refusals.append(id) }
            wantsRetry = true
        case .error(nil, _, _):
            refusals.append("nothing")
        }
        return []
    }

    private mutating func take(_ message: ClientMessage, of id: String, _ sequence: Int, isFinal: Bool) -> [SimulatedWorld.ClientSaying] {
        guard var placed = orders[id] else { return [] }
        if sequence > placed.items.count { refusals.append("\(id): item \(sequence) came where \(placed.items.count) was next") }
        if sequence == placed.items.count {
            placed.items.append(message)
            placed.isFinished = isFinal
            orders[id] = placed
        }
        return [.acknowledge(id, sequence)]
    }

    func problems(_ executions: [String: Int]) -> [String] {
        refusals + orders.flatMap { id, placed in placed.problems(id, executions[id] ?? 0) }
    }
}

extension SimulatedClient.Placed {
    fileprivate func problems(_ id: String, _ executions: Int) -> [String] {
        var problems: [String] = []
        for (sequence, item) in items.enumerated() {
            switch item {
            case .event(_, sequence, _, JSONValue("\(id) \(sequence)"), let isFinal):
                if isFinal != (sequence == items.count - 1) { problems.append("\(id): event \(sequence) is wrongly final") }
            case .error(_, sequence, let failure):
                if failure.delivery == .never, executions > 0 { problems.append("\(id) was carried out, and reported as never delivered") }
            default:
                problems.append("\(id): item \(sequence) is not what the device sent")
            }
        }
        return problems
    }
}

/// A device with a journal: it carries out an id once, whatever happens.
struct SimulatedDevice {
    struct Job {
        let total: Int
        var produced = 0
        var acknowledged = 0
    }

    var journal: [String: Job] = [:]
    var connection: ConnectionID?
    /// Counts the restarts.
    private(set) var life = 0

    var open: [String] { journal.filter { $0.value.produced < $0.value.total }.map(\.key).sorted() }

    var unacknowledged: [SimulatedWorld.DeviceSaying] {
        journal.sorted { $0.key < $1.key }.flatMap { id, job in
            (min(job.acknowledged, job.produced)..<job.produced).map { event(id, $0, of: job) }
        }
    }

    mutating func restart() {
        connection = nil
        life += 1
    }

    mutating func produce(_ id: String) -> SimulatedWorld.DeviceSaying? {
        guard var job = journal[id], job.produced < job.total else { return nil }
        job.produced += 1
        journal[id] = job
        return event(id, job.produced - 1, of: job)
    }

    private func event(_ id: String, _ sequence: Int, of job: Job) -> SimulatedWorld.DeviceSaying {
        .event(id, sequence, JSONValue("\(id) \(sequence)"), isFinal: sequence == job.total - 1)
    }
}
