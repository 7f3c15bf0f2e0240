import CloudFlow
import CloudFlowRuntime

/// A terminal whose card holder does what the amount says.
struct SimulatedTerminal: Sendable {
    /// How long each step takes.
    let pace: Duration
    /// Shows a line on the terminal's screen.
    let screen: @Sendable (String) -> Void
    /// What the power cut does.
    let goOut: @Sendable () async throws -> Void

    static let magic = """
        What happens is for the amount's hundredths to say:

          .51  the card is declined
          .52  nobody presents a card: the request fails
          .53  the terminal goes out before the card is read, as in a power cut
          any other: the payment is approved
        """

    func carryOut(_ request: PaymentDevice.Request, _ reply: Reply) async throws -> JSONValue {
        guard let hundredths = request.payload["amount"]?.int, hundredths > 0 else {
            throw APIError(.invalidData, "the payload has no amount in hundredths")
        }
        let amount = Amount(hundredths: hundredths)
        let currency = request.payload["currency"]?.string ?? "EUR"
        screen("\(amount) \(currency)  please present your card")
        try await reply.send(["step": 0, "status": "presentCard"])
        try await Task.sleep(for: pace)
        switch hundredths % 100 {
        case 52:
            screen("\(amount) \(currency)  cancelled: no card was presented")
            throw APIError(.failed, "no card was presented")
        case 53:
            try await goOut()
        default: break
        }
        screen("\(amount) \(currency)  card read, one moment please")
        try await reply.send(["step": 1, "status": "authorizing"])
        try await Task.sleep(for: pace)
        if hundredths % 100 == 51 {
            screen("\(amount) \(currency)  declined")
            return ["step": 2, "status": "declined"]
        }
        screen("\(amount) \(currency)  approved, thank you")
        return ["step": 2, "status": "approved", "authorization": JSONValue(Self.authorization(of: request.id))]
    }

    /// Six digits that the request alone decides.
    private static func authorization(of id: String) -> String {
        let hash = id.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return String(100_000 + hash % 900_000)
    }
}
