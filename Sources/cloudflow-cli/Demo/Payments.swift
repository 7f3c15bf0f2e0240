import CloudFlow
import CloudFlowClientTransport
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime

extension Demo {
    /// Payments over websockets and by REST, while the terminal is there.
    func pay(_ shop: PointOfSale, at till: Device, with token: APIToken) async throws {
        heading("The terminal connects, and the point of sale has it take payments over the websocket")
        let device = PaymentDevice(
            model: till.model,
            serialNumber: till.serialNumber,
            apiToken: token.text,
            journal: .inMemory(),
            server: .init(url: url + "/device/1.1"),
            transport: AsyncHTTPTransport(),
            sockets: WebSocketTransport()
        )
        let terminal = SimulatedTerminal(pace: .milliseconds(50), screen: { line("terminal's screen", $0) }) {}
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await device.serve { request, reply in try await terminal.carryOut(request, reply) } }
            try await pay("sale-1", Amount(hundredths: 1250), from: shop, at: till) { $0.isApproved }
            try await pay("sale-2", Amount(hundredths: 1251), from: shop, at: till) { !$0.isApproved }
            try await pay("sale-3", Amount(hundredths: 1252), from: shop, at: till) { $0.failure?.delivery == .delivered }
            heading("Asked again with the same id it is not taken twice: the point of sale hears what became of it")
            try await pay("sale-1", Amount(hundredths: 1250), from: shop, at: till) { $0.isApproved }
            try await post("sale-4", Amount(hundredths: 990), from: shop, at: till)
            group.cancelAll()
            try await group.waitForAll()
        }
        await shop.close()
        for _ in 0..<500 where try await shop.isConnected(till.referenceId) { try await Task.sleep(for: .milliseconds(10)) }
    }

    /// A payment by REST, whose events come to a web server of the point of sale's own.
    private func post(_ id: String, _ amount: Amount, from shop: PointOfSale, at till: Device) async throws {
        heading("The same without a websocket of its own: POST /devices/\(till.referenceId)/requests, and events by signed webhook")
        guard let secret = try await gateway.accounts.webhookSecret(of: till.accountId) else { throw CommandFailure("the account is gone") }
        line("point of sale", "\(id): \(amount) EUR at \(till.referenceId)")
        let payment = Payment(id: id, amount: amount)
        let outcome = try await payment.post(from: shop, to: till.referenceId, receiving: EventReceiver(secret: secret)) { [self] text in
            line("its web server", text)
        }
        guard outcome.isApproved else { throw CommandFailure("\(id) came to another end than it should: \(outcome)") }
    }

    private func pay(
        _ id: String,
        _ amount: Amount,
        from shop: PointOfSale,
        at till: Device,
        expecting isExpected: (Payment.Outcome) -> Bool
    ) async throws {
        line("point of sale", "\(id): \(amount) EUR at \(till.referenceId)")
        let outcome = try await Payment(id: id, amount: amount).run(from: shop, to: till.referenceId) { line("point of sale", $0) }
        guard isExpected(outcome) else { throw CommandFailure("\(id) came to another end than it should: \(outcome)") }
    }
}
