import CloudFlowRuntime
import FoundationEssentials

/// What points of sale ask for, over a websocket or by the REST endpoint.
extension AccountRelay {
    mutating func clientConnected(_ connection: ConnectionID) {
        clients.insert(connection)
    }

    /// Its requests go on, and what they bring is kept.
    mutating func clientDisconnected(_ connection: ConnectionID) {
        clients.remove(connection)
        for (id, entry) in entries where entry.client == connection {
            entries[id]?.client = nil
            forgetIfDone(id)
        }
    }

    /// A client asks for something, or for the items that it has missed of it.
    mutating func ordered(_ order: RelayOrder, by connection: ConnectionID, at now: Date) -> [RelayEffect] {
        take(order, from: .client(connection), at: now)
    }

    /// The REST endpoint asks for something; the device must be connected.
    mutating func submitted(_ order: RelayOrder, _ submission: SubmissionID, at now: Date) -> [RelayEffect] {
        take(order, from: .submission(submission), at: now)
    }

    /// What the store holds under an id that was looked up.
    mutating func found(_ request: RelayRequest?, id: String, at now: Date) -> [RelayEffect] {
        guard let waiting = lookups.removeValue(forKey: id) else { return [] }
        if let request, entries[id] == nil { entries[id] = Entry(request: request) }
        let effects = waiting.flatMap { asker, order in
            entries[id].map { resume($0.request, order, for: asker, at: now) } ?? begin(order, for: asker, at: now)
        }
        forgetIfDone(id)
        return effects
    }

    /// Items up to a number have been received.
    mutating func acknowledged(_ id: String, through sequence: Int, by connection: ConnectionID) -> [RelayEffect] {
        guard entries[id]?.client == connection else { return [] }
        return acknowledged(id, through: sequence)
    }

    /// Items up to a number have been taken by the callback. The request itself may be forgotten already.
    mutating func posted(_ id: String, through sequence: Int) -> [RelayEffect] {
        entries[id] == nil ? [.store(.acknowledge(id: id, below: sequence + 1))] : acknowledged(id, through: sequence)
    }

    private mutating func acknowledged(_ id: String, through sequence: Int) -> [RelayEffect] {
        guard var request = entries[id]?.request, sequence >= request.acknowledged, sequence < request.count else { return [] }
        request.acknowledged = sequence + 1
        entries[id]?.request = request
        forgetIfDone(id)
        return [.store(.acknowledge(id: id, below: sequence + 1))]
    }

    private mutating func take(_ order: RelayOrder, from asker: Asker, at now: Date) -> [RelayEffect] {
        if let entry = entries[order.id] { return resume(entry.request, order, for: asker, at: now) }
        let isFirst = lookups[order.id] == nil
        lookups[order.id, default: []].append((asker, order))
        return isFirst ? [.lookUp(id: order.id)] : []
    }

    /// The id is known: the same order goes on where it is, another one is refused.
    private mutating func resume(_ request: RelayRequest, _ order: RelayOrder, for asker: Asker, at now: Date) -> [RelayEffect] {
        guard request.order == order else {
            return refuse(asker, order.id, RelayFailure(.duplicateItem, "the id was used before, with another content"))
        }
        switch asker {
        case .submission(let submission):
            return [.answer(submission, .accepted(at: request.createdAt))]
        case .client(let connection):
            guard clients.contains(connection) else { return [] }
            entries[order.id]?.client = connection
            var effects: [RelayEffect] = []
            // The last item answers who asks again, also when it was acknowledged.
            let first = request.isFinished ? min(request.acknowledged, request.count - 1) : request.acknowledged
            if first < request.count { effects.append(.replay(connection, id: order.id, from: first)) }
            if entries[order.id]?.isToldUnknown == true, request.progress == .offered {
                effects.append(.toClient(connection, .unknownOutcome(of: order.id)))
            }
            return effects
        }
    }

    private mutating func begin(_ order: RelayOrder, for asker: Asker, at now: Date) -> [RelayEffect] {
        if case .client(let connection) = asker, !clients.contains(connection) { return [] }
        let device = devices[order.referenceId]
        guard device?.request == nil else {
            return refuse(asker, order.id, RelayFailure(.preconditionFailed, "the device is busy with another request"))
        }
        if case .submission = asker, device?.connection == nil {
            return refuse(asker, order.id, RelayFailure(.connectionLost, "the device is not connected"))
        }
        var request = RelayRequest(order: order, createdAt: now)
        if device?.connection != nil { request.progress = .offered }
        var entry = Entry(request: request)
        if case .client(let connection) = asker { entry.client = connection }
        entries[order.id] = entry
        setRequest(order.id, of: order.referenceId)
        var effects: [RelayEffect] = [.store(.insert(request))]
        if let connection = device?.connection { effects.append(.toDevice(connection, .request(request))) }
        if case .submission(let submission) = asker { effects.append(.answer(submission, .accepted(at: now))) }
        return effects
    }

    private func refuse(_ asker: Asker, _ id: String, _ failure: RelayFailure) -> [RelayEffect] {
        switch asker {
        case .client(let connection): [.toClient(connection, .error(id: id, sequence: nil, failure))]
        case .submission(let submission): [.answer(submission, .refused(failure))]
        }
    }
}

extension DeviceMessage {
    static func request(_ request: RelayRequest) -> DeviceMessage {
        .request(id: request.order.id, payload: request.order.payload, expiresAt: request.expiresAt)
    }
}
