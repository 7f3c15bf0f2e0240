import CloudFlowRuntime
import Foundation

@testable import CloudFlowGateway

/// The relay's side: what it decides of what reaches it, and what follows.
extension SimulatedWorld {
    mutating func decided(_ effects: [RelayEffect]) {
        pending += effects
        guard !pending.isEmpty, !isCommitting else { return }
        isCommitting = true
        schedule(.commit, within: 20)
    }

    /// As the hub does it: the changes of a batch together, then what follows from it.
    mutating func commit() {
        let batch = pending
        pending = []
        _ = store.apply(
            batch.compactMap { effect in
                if case .store(let change) = effect { AccountChange(account: "acme", change: change) } else { nil }
            }
        )
        for effect in batch { carryOut(effect) }
    }

    private mutating func carryOut(_ effect: RelayEffect) {
        switch effect {
        case .store, .answer, .post: break
        case .toClient(let connection, let message): send(message, connection)
        case .toDevice(let connection, let message): send(message, connection)
        case .close(let connection, let ending):
            if case .protocolViolation(let what) = ending { problems.append("the relay saw a violation: \(what)") }
            cut(connection)
            disconnected(connection)
        case .replay(let connection, let id, let sequence):
            guard let request = store.request(RelayKey(account: "acme", id: id)) else { return }
            for item in store.items(of: RelayKey(account: "acme", id: id), from: sequence, limit: .max) {
                send(ClientMessage(item, of: request.order), connection)
            }
        case .replayOn:
            break
        case .lookUp(let id):
            decided(relay.found(store.request(RelayKey(account: "acme", id: id)), id: id, at: now))
        case .acknowledgeFinished(let connection, let id, let referenceId):
            guard let request = store.request(RelayKey(account: "acme", id: id)), request.isFinished else { return }
            guard request.order.referenceId == referenceId else { return }
            send(.acknowledged(id: id, sequence: request.count - 1), connection)
        }
    }

    mutating func heard(_ saying: ClientSaying, _ connection: ConnectionID) {
        switch saying {
        case .order(let order): decided(relay.ordered(order, by: connection, at: now))
        case .acknowledge(let id, let sequence): decided(relay.acknowledged(id, through: sequence, by: connection))
        }
    }

    mutating func heard(_ saying: DeviceSaying, device: Int, _ connection: ConnectionID) {
        let referenceId = "device-\(device)"
        switch saying {
        case .accepted(let id):
            decided(relay.accepted(id, by: referenceId, connection))
        case .event(let id, let sequence, let payload, let isFinal):
            decided(relay.event(id, sequence, payload: payload, isFinal: isFinal, by: referenceId, connection, at: now))
        case .failed(let id):
            decided(relay.failed(id, APIError(.failed, "too late"), by: referenceId, connection, at: now))
        }
    }

    mutating func disconnected(_ connection: ConnectionID) {
        switch parties.removeValue(forKey: connection) {
        case .client?: relay.clientDisconnected(connection)
        case .device(let device)?: relay.deviceDisconnected("device-\(device)", connection)
        case nil: break
        }
    }

    private mutating func send(_ message: ClientMessage, _ connection: ConnectionID) {
        guard case .client(let client)? = parties[connection], !broken.contains(connection) else { return }
        schedule(.toClient(client, connection, message), at: arrival(connection, toPeer: true))
    }

    private mutating func send(_ message: DeviceMessage, _ connection: ConnectionID) {
        guard case .device(let device)? = parties[connection], !broken.contains(connection) else { return }
        schedule(.toDevice(device, connection, message), at: arrival(connection, toPeer: true))
    }
}
