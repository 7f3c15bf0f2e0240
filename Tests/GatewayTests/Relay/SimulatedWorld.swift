import CloudFlowRuntime
import Foundation
import SeededRandom

@testable import CloudFlowGateway

/// One account's relay with its store, points of sale and devices, on a virtual clock and a network that delays and breaks.
///
/// Everything that a process has in memory is lost when it is restarted; what the models call a journal is not.
struct SimulatedWorld {
    enum Action {
        case commit
        case expire
        case fault
        /// What a peer was sent reaches it, if the connection still stands.
        case toClient(Int, ConnectionID, ClientMessage)
        case toDevice(Int, ConnectionID, DeviceMessage)
        case fromClient(Int, ConnectionID, ClientSaying)
        case fromDevice(Int, ConnectionID, DeviceSaying)
        case clientNotices(Int, ConnectionID)
        case deviceNotices(Int, ConnectionID)
        case relayNotices(ConnectionID)
        case connectClient(Int)
        case connectDevice(Int)
        case place(Int, RelayOrder)
        case work(device: Int, id: String, life: Int)
    }

    enum ClientSaying {
        case order(RelayOrder)
        case acknowledge(String, Int)
    }

    enum DeviceSaying {
        case accepted(String)
        case event(String, Int, JSONValue, isFinal: Bool)
        case failed(String)
    }

    fileprivate struct Scheduled {
        let time: Int
        let number: Int
        let action: Action
    }

    var generator: SeededGenerator
    var relay = AccountRelay()
    let store = MemoryRelayStore()
    var clients: [SimulatedClient]
    var devices: [SimulatedDevice]
    /// How often each request was carried out.
    var executions: [String: Int] = [:]
    var problems: [String] = []
    var pending: [RelayEffect] = []
    var isCommitting = false
    fileprivate var agenda: [Scheduled] = []
    /// Milliseconds.
    private var time = 0
    private var lastNumber = 0
    /// Who is at the other end of a connection that the relay believes in.
    var parties: [ConnectionID: Party] = [:]
    /// When the last message of a connection arrives, for each direction: messages don't overtake each other.
    private var arrivals: [ConnectionID: (toPeer: Int, toRelay: Int)] = [:]

    /// Connections that carry nothing any more, whether or not their ends have noticed.
    var broken: Set<ConnectionID> = []

    enum Party {
        case client(Int)
        case device(Int)
    }

    var now: Date { Date(unixMilliseconds: Int64(time)) }

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        clients = (0..<2).map { _ in SimulatedClient() }
        devices = (0..<2).map { _ in SimulatedDevice() }
        for client in clients.indices { schedule(.connectClient(client), within: 500) }
        for device in devices.indices { schedule(.connectDevice(device), within: 2_000) }
        for number in 0..<Int.random(in: 1...4, using: &generator) {
            let device = Int.random(in: devices.indices, using: &generator)
            let order = RelayOrder(
                id: "order-\(number)",
                referenceId: "device-\(device)",
                payload: JSONValue("sale \(number)"),
                timeToLive: Int.random(in: 1...20, using: &generator)
            )
            schedule(.place(Int.random(in: clients.indices, using: &generator), order), within: 8_000)
        }
        for _ in 0..<Int.random(in: 0...12, using: &generator) { schedule(.fault, within: 25_000) }
        schedule(.expire, within: 100)
    }

    /// Runs until every order has its last item, long after the last fault but not so long that the relay gives up.
    mutating func run() {
        while let next = agenda.popNext(), time < 1_000_000 {
            time = next.time
            perform(next.action)
            if time > 60_000, isDone { break }
        }
        if !isDone { problems.append("not every order came to its end") }
        for client in clients { problems += client.problems(executions) }
        for (id, count) in executions where count > 1 { problems.append("\(id) was carried out \(count) times") }
    }

    private var isDone: Bool { clients.allSatisfy(\.isDone) && agenda.allSatisfy { if case .place = $0.action { false } else { true } } }

    mutating func schedule(_ action: Action, within milliseconds: Int) {
        schedule(action, at: time + Int.random(in: 0...milliseconds, using: &generator))
    }

    mutating func schedule(_ action: Action, at time: Int) {
        lastNumber += 1
        agenda.insertSorted(Scheduled(time: time, number: lastNumber, action: action))
    }

    private mutating func perform(_ action: Action) {
        switch action {
        case .commit:
            isCommitting = false
            commit()
        case .expire:
            decided(relay.expire(at: now))
            schedule(.expire, within: time > 60_000 ? 2_000_000 : 1_000)
        case .fault:
            fault()
        case .toClient(let client, let connection, let message):
            guard clients[client].connection == connection else { return }
            for saying in clients[client].hear(message) { say(saying, from: client, connection) }
            if clients[client].wantsRetry { schedule(.connectClient(client), within: 3_000) }
        case .toDevice(let device, let connection, let message):
            guard devices[device].connection == connection else { return }
            hear(message, device: device, connection)
        case .fromClient(_, let connection, let saying):
            guard parties[connection] != nil else { return }
            heard(saying, connection)
        case .fromDevice(let device, let connection, let saying):
            guard parties[connection] != nil else { return }
            heard(saying, device: device, connection)
        case .clientNotices(let client, let connection):
            guard clients[client].connection == connection else { return }
            clients[client].connection = nil
            schedule(.connectClient(client), within: 3_000)
        case .deviceNotices(let device, let connection):
            guard devices[device].connection == connection else { return }
            devices[device].connection = nil
            schedule(.connectDevice(device), within: 4_000)
        case .relayNotices(let connection):
            disconnected(connection)
        case .connectClient(let client):
            connectClient(client)
        case .connectDevice(let device):
            connectDevice(device)
        case .place(let client, let order):
            clients[client].orders[order.id] = SimulatedClient.Placed(order: order)
            if let connection = clients[client].connection { say(.order(order), from: client, connection) }
        case .work(let device, let id, let life):
            work(device, id, life)
        }
    }
}

// MARK: Connections and faults

extension SimulatedWorld {
    private mutating func connectClient(_ client: Int) {
        if let former = clients[client].connection { cut(former) }
        lastNumber += 1
        let connection = ConnectionID(number: lastNumber)
        parties[connection] = .client(client)
        clients[client].connected(connection)
        relay.clientConnected(connection)
        for order in clients[client].unfinished { say(.order(order), from: client, connection) }
    }

    private mutating func connectDevice(_ device: Int) {
        lastNumber += 1
        let connection = ConnectionID(number: lastNumber)
        parties[connection] = .device(device)
        devices[device].connection = connection
        decided(relay.deviceConnected("device-\(device)", connection))
        for saying in devices[device].unacknowledged { say(saying, from: device, connection) }
    }

    mutating func arrival(_ connection: ConnectionID, toPeer: Bool) -> Int {
        var arrivals = arrivals[connection] ?? (toPeer: time, toRelay: time)
        let arrival = max(time + Int.random(in: 1...80, using: &generator), toPeer ? arrivals.toPeer : arrivals.toRelay)
        if toPeer { arrivals.toPeer = arrival } else { arrivals.toRelay = arrival }
        self.arrivals[connection] = arrivals
        return arrival
    }

    /// The network between the two ends is gone. Each end notices in its own time; the relay may hear of a new connection before.
    mutating func cut(_ connection: ConnectionID) {
        broken.insert(connection)
        agenda.removeAll { scheduled in
            switch scheduled.action {
            case .toClient(_, connection, _), .toDevice(_, connection, _), .fromClient(_, connection, _), .fromDevice(_, connection, _):
                true
            default: false
            }
        }
        switch parties[connection] {
        case .client(let client)?: schedule(.clientNotices(client, connection), within: 10_000)
        case .device(let device)?: schedule(.deviceNotices(device, connection), within: 10_000)
        case nil: break
        }
        schedule(.relayNotices(connection), within: 35_000)
    }

    private mutating func fault() {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            restartRelay()
        case 1:
            if let connection = clients.compactMap(\.connection).randomElement(using: &generator) { cut(connection) }
        case 2:
            if let connection = devices.compactMap(\.connection).randomElement(using: &generator) { cut(connection) }
        case 3:
            let device = Int.random(in: devices.indices, using: &generator)
            if let connection = devices[device].connection { cut(connection) }
            devices[device].restart()
            schedule(.connectDevice(device), within: 4_000)
            for id in devices[device].open { schedule(.work(device: device, id: id, life: devices[device].life), within: 2_000) }
        default:
            // Another process of the same device: the newest connection wins.
            schedule(.connectDevice(Int.random(in: devices.indices, using: &generator)), within: 10)
        }
    }

    /// `kill -9`: what was decided and not committed is lost.
    private mutating func restartRelay() {
        pending = []
        for connection in parties.keys.sorted(by: { $0.number < $1.number }) { cut(connection) }
        parties = [:]
        relay = AccountRelay(resuming: store.unfinished().map(\.value).sorted { $0.order.id < $1.order.id })
    }
}

// MARK: The peers' side

extension SimulatedWorld {
    private mutating func say(_ saying: ClientSaying, from client: Int, _ connection: ConnectionID) {
        guard !broken.contains(connection) else { return }
        schedule(.fromClient(client, connection, saying), at: arrival(connection, toPeer: false))
    }

    private mutating func say(_ saying: DeviceSaying, from device: Int, _ connection: ConnectionID) {
        guard !broken.contains(connection) else { return }
        schedule(.fromDevice(device, connection, saying), at: arrival(connection, toPeer: false))
        // A device that is not sure says it again.
        if generator.oneIn(10) { schedule(.fromDevice(device, connection, saying), at: arrival(connection, toPeer: false)) }
    }

    private mutating func hear(_ message: DeviceMessage, device: Int, _ connection: ConnectionID) {
        switch message {
        case .acknowledged(let id, let sequence):
            devices[device].journal[id]?.acknowledged = sequence + 1
        case .request(let id, _, let expiresAt):
            if devices[device].journal[id] == nil {
                guard now < expiresAt else { return say(.failed(id), from: device, connection) }
                devices[device].journal[id] = SimulatedDevice.Job(total: Int.random(in: 1...5, using: &generator))
                executions[id, default: 0] += 1
                schedule(.work(device: device, id: id, life: devices[device].life), within: 2_000)
            }
            say(.accepted(id), from: device, connection)
        }
    }

    /// The next event of a job, journalled before it is sent.
    private mutating func work(_ device: Int, _ id: String, _ life: Int) {
        guard devices[device].life == life, let event = devices[device].produce(id) else { return }
        if let connection = devices[device].connection { say(event, from: device, connection) }
        schedule(.work(device: device, id: id, life: life), within: 2_000)
    }
}

extension [SimulatedWorld.Scheduled] {
    /// The agenda is short: the latest stands first.
    fileprivate mutating func insertSorted(_ scheduled: SimulatedWorld.Scheduled) {
        let position = firstIndex { ($0.time, $0.number) < (scheduled.time, scheduled.number) } ?? endIndex
        insert(scheduled, at: position)
    }

    fileprivate mutating func popNext() -> SimulatedWorld.Scheduled? { popLast() }
}
