import CloudFlowClientAPI
import CloudFlowRuntime
import Synchronization

/// Hands the hub what a point of sale says over its websocket.
///
/// A request names a device. Whether it is one of the account's is looked up once a connection; messages behind it wait meanwhile.
final class ClientSocket: SocketHandler {
    fileprivate struct State {
        /// Devices that are the account's.
        var known: Set<String> = []
        var isLookingUp = false
        var waiting: ArraySlice<ClientV1_1.ClientMessage> = []
    }

    private let state = Mutex(State())
    private let channel: any SocketChannel
    private let gate: SocketGate
    private let account: String
    private let connection: ConnectionID

    init(_ channel: any SocketChannel, of account: String, as connection: ConnectionID, through gate: SocketGate) {
        self.channel = channel
        self.account = account
        self.connection = connection
        self.gate = gate
    }

    func received(_ message: SocketMessage) {
        guard let message = channel.read(message, as: ClientV1_1.ClientMessage.self) else { return }
        let (waits, begins) = state.withLock { state in
            let begins = !state.isLookingUp && state.mustLookUp(message)
            if begins { state.isLookingUp = true }
            if state.isLookingUp { state.waiting.append(message) }
            return (state.isLookingUp, begins)
        }
        if !waits { take(message) }
        if begins {
            channel.pause()
            Task { await takeWaiting() }
        }
    }

    func drained() {
        gate.hub.drained(connection, account: account)
    }

    func closed(_ closure: SocketClosure) {
        gate.live.remove(connection)
        gate.hub.clientDisconnected(connection, account: account)
    }

    private func take(_ message: ClientV1_1.ClientMessage) {
        switch message {
        case .clientRequest(let request):
            let order = RelayOrder(request)
            if let problem = order.problem { return refuse(request, APIError(.invalidData, problem)) }
            gate.hub.ordered(order, by: connection, account: account)
        case .acknowledgement(let message):
            gate.hub.acknowledged(message.id, through: message.sequence, by: connection, account: account)
        case .other:
            channel.refuseType()
        }
    }

    /// Takes the messages that wait, in their order.
    private func takeWaiting() async {
        while let message = next() {
            if case .clientRequest(let request) = message, let error = await ignorance(of: request.referenceId) {
                refuse(request, error)
            } else {
                take(message)
            }
        }
        channel.resume()
    }

    private func next() -> ClientV1_1.ClientMessage? {
        state.withLock { state in
            let message = state.waiting.popFirst()
            if message == nil { state.isLookingUp = false }
            return message
        }
    }

    /// Why the device is not known to be the account's; nil where it is.
    private func ignorance(of referenceId: String) async -> APIError? {
        if state.withLock({ $0.known.contains(referenceId) }) { return nil }
        do throws(StorageFailure) {
            guard try await gate.devices.device(referenceId, of: account) != nil else { return .unknownDevice }
        } catch {
            return .storageFailed
        }
        state.withLock { _ = $0.known.insert(referenceId) }
        return nil
    }

    private func refuse(_ request: ClientV1_1.ClientRequest, _ error: APIError) {
        // One that is asked for again may have reached its device, which the database would tell.
        let delivery: RelayFailure.Delivery = error.code == .storageFailed ? .unknown : .never
        let failure = RelayFailure(error.code, error.message, delivery: delivery)
        channel.send(ClientV1_1.PlatformMessage(.error(id: request.id, sequence: nil, failure)))
    }
}

extension ClientSocket.State {
    fileprivate func mustLookUp(_ message: ClientV1_1.ClientMessage) -> Bool {
        if case .clientRequest(let request) = message { !known.contains(request.referenceId) } else { false }
    }
}

extension RelayOrder {
    init(_ request: ClientV1_1.ClientRequest) {
        self.init(id: request.id, referenceId: request.referenceId, payload: request.payload, timeToLive: request.timeToLive)
    }
}
