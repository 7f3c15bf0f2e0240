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

    /// What an event says: `1  authorizing`.
    static func line(_ event: ClientV1_1.DeviceEvent) -> String {
        let status = event.payload["status"]?.string ?? "an event without a status"
        let authorization = event.payload["authorization"]?.string.map { ", authorization \($0)" } ?? ""
        return "\(event.sequence)  \(status)\(authorization)\(event.final ? " (final)" : "")"
    }
}
