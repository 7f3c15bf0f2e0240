import CloudFlowClientAPI
import CloudFlowRuntime

/// The websocket of a point of sale, as the hub sends to it.
struct ClientSocketOutlet: ClientOutlet {
    let channel: any SocketChannel

    var isFull: Bool { channel.isFull }

    func send(_ message: ClientMessage) { channel.send(ClientV1_1.PlatformMessage(message)) }
    func close(_ ending: SocketEnding) { channel.close(ending) }
}

extension ClientV1_1.PlatformMessage {
    /// A message as the API has it, for a websocket and for a callback alike.
    init(_ message: ClientMessage) {
        switch message {
        case .event(let id, let sequence, let referenceId, let payload, let isFinal):
            self = .deviceEvent(.init(id: id, sequence: sequence, referenceId: referenceId, payload: payload, final: isFinal))
        case .error(let id, let sequence, let failure):
            self = .requestError(
                .init(
                    id: id,
                    sequence: sequence,
                    errorCode: failure.code.rawValue,
                    errorMessage: failure.message,
                    delivery: ClientV1_1.Delivery(failure.delivery)
                )
            )
        }
    }
}

extension ClientV1_1.Delivery {
    fileprivate init(_ delivery: RelayFailure.Delivery) {
        switch delivery {
        case .never: self = .never
        case .delivered: self = .delivered
        case .unknown: self = .unknown
        }
    }
}
