import CloudFlow
import CloudFlowClientAPI
import CloudFlowRuntime

/// A payment as a point of sale sees it.
struct Payment: Sendable {
    enum Outcome: Sendable {
        case approved
        case notApproved
        case failed(RequestFailure)

        var isApproved: Bool {
            if case .approved = self { true } else { false }
        }

        var failure: RequestFailure? {
            if case .failed(let failure) = self { failure } else { nil }
        }
    }

    let id: String
    let amount: Amount
    var currency = "EUR"

    var payload: JSONValue { ["amount": JSONValue(amount.hundredths), "currency": JSONValue(currency)] }

    /// Asks for it, and shows each event.
    func run(
        from shop: PointOfSale,
        to terminal: String,
        timeToLive: Duration = .seconds(30),
        show: (String) -> Void
    ) async throws -> Outcome {
        var status = ""
        do throws(RequestFailure) {
            for try await event in shop.send(payload, to: terminal, id: id, timeToLive: timeToLive) {
                status = event.payload["status"]?.string ?? ""
                show(Self.line(event))
            }
        } catch {
            show("\(error)")
            return .failed(error)
        }
        return status == "approved" ? .approved : .notApproved
    }

    /// Asks for it by REST, and shows each event that is posted to the receiver.
    func post(
        from shop: PointOfSale,
        to terminal: String,
        receiving receiver: EventReceiver,
        timeToLive: Int = 30,
        show: @Sendable (String) -> Void
    ) async throws -> Outcome {
        try await receiver.serving { url, messages in
            do throws(ClientV1_1.SendRequestFailure) {
                let request = ClientV1_1.DeviceRequest(
                    requestId: id,
                    payload: payload,
                    callbackUrl: URIText(verbatim: url),
                    timeToLive: timeToLive
                )
                _ = try await shop.api.sendRequest(referenceId: terminal, body: request)
            } catch {
                show("\(error)")
                // What the platform has refused it doesn't pass on.
                let refusal = error.apiError
                return .failed(RequestFailure(refusal ?? APIError(.failed, "\(error)"), delivery: refusal == nil ? .unknown : .never))
            }
            show("-  accepted; events go to \(url)")
            return await outcome(of: messages, show: show)
        }
    }

    /// Callbacks come at least once: what was shown already is passed over.
    private func outcome(of messages: AsyncStream<ClientV1_1.PlatformMessage>, show: (String) -> Void) async -> Outcome {
        var next = 0
        for await message in messages {
            switch message {
            case .deviceEvent(let event) where event.id == id && event.sequence >= next:
                next = event.sequence + 1
                show(Self.line(event))
                if event.final { return event.payload["status"]?.string == "approved" ? .approved : .notApproved }
            case .requestError(let error) where error.id == id:
                let failure = RequestFailure(error)
                show("\(failure)")
                return .failed(failure)
            default: break
            }
        }
        return .notApproved
    }

    /// What an event says: `1  authorizing`.
    static func line(_ event: ClientV1_1.DeviceEvent) -> String {
        let status = event.payload["status"]?.string ?? "an event without a status"
        let authorization = event.payload["authorization"]?.string.map { ", authorization \($0)" } ?? ""
        return "\(event.sequence)  \(status)\(authorization)\(event.final ? " (final)" : "")"
    }
}
