import CloudFlowRuntime
import FoundationEssentials

/// What devices say.
extension AccountRelay {
    /// The newest connection of a device wins. A request that it has not accepted is offered again: a device knows the ids that it took.
    mutating func deviceConnected(_ referenceId: String, _ connection: ConnectionID) -> [RelayEffect] {
        var effects: [RelayEffect] = []
        if let former = devices[referenceId]?.connection { effects.append(.close(former, .replaced)) }
        devices[referenceId, default: DeviceState()].connection = connection
        guard let id = devices[referenceId]?.request, let request = entries[id]?.request else { return effects }
        switch request.progress {
        case .waiting:
            entries[id]?.request.progress = .offered
            effects += [.store(.progress(id: id, .offered)), .toDevice(connection, .request(request))]
        case .offered:
            effects.append(.toDevice(connection, .request(request)))
        case .accepted:
            if request.count > 0 { effects.append(.toDevice(connection, .acknowledged(id: id, sequence: request.count - 1))) }
        case .finished:
            break
        }
        return effects
    }

    mutating func deviceDisconnected(_ referenceId: String, _ connection: ConnectionID) {
        guard devices[referenceId]?.connection == connection else { return }
        devices[referenceId]?.connection = nil
        if devices[referenceId]?.isIdle == true { devices[referenceId] = nil }
    }

    /// The device has taken a request, and will carry it out.
    mutating func accepted(_ id: String, by referenceId: String, _ connection: ConnectionID) -> [RelayEffect] {
        guard owes(id, referenceId, connection), let entry = entries[id], entry.request.progress < .accepted else { return [] }
        entries[id]?.request.progress = .accepted
        return [.store(.progress(id: id, .accepted))]
    }

    /// - Parameter sequence: the number that the device gave the event. One that is there already is acknowledged again.
    mutating func event(
        _ id: String,
        _ sequence: Int,
        payload: JSONValue,
        isFinal: Bool,
        by referenceId: String,
        _ connection: ConnectionID,
        at now: Date
    ) -> [RelayEffect] {
        guard owes(id, referenceId, connection), let request = entries[id]?.request else {
            return repeated(id, by: referenceId, connection)
        }
        if sequence < request.count { return [.toDevice(connection, .acknowledged(id: id, sequence: request.count - 1))] }
        guard sequence == request.count else {
            return [.close(connection, .protocolViolation("event \(sequence) of a request came where \(request.count) was next"))]
        }
        entries[id]?.request.progress = .accepted
        return append(.event(payload: payload), isFinal: isFinal, to: id, at: now) + [
            .toDevice(connection, .acknowledged(id: id, sequence: sequence))
        ]
    }

    /// The device gives a request up. If it had not accepted it, it never carried it out.
    mutating func failed(
        _ id: String,
        _ error: APIError,
        by referenceId: String,
        _ connection: ConnectionID,
        at now: Date
    ) -> [RelayEffect] {
        guard owes(id, referenceId, connection), let request = entries[id]?.request else {
            return repeated(id, by: referenceId, connection)
        }
        let failure = RelayFailure(error.code, error.message, delivery: request.progress < .accepted ? .never : .delivered)
        return append(.failure(failure), isFinal: true, to: id, at: now) + [
            .toDevice(connection, .acknowledged(id: id, sequence: request.count))
        ]
    }

    /// A request that is finished was acknowledged before, and the device did not hear it. What was never heard of is not acknowledged.
    private func repeated(_ id: String, by referenceId: String, _ connection: ConnectionID) -> [RelayEffect] {
        guard devices[referenceId]?.connection == connection else { return [] }
        return [.acknowledgeFinished(connection, id: id, referenceId: referenceId)]
    }

    private func owes(_ id: String, _ referenceId: String, _ connection: ConnectionID) -> Bool {
        devices[referenceId]?.connection == connection && devices[referenceId]?.request == id
    }
}
