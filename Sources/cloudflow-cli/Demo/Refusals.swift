import CloudFlowClientAPI
import CloudFlowGateway
import CloudFlowRuntime
import HTTPTypes

extension Demo {
    /// One refusal of each kind, as the typed error that it becomes. What a generated client would never send, `Tampering` makes of what it does.
    func showRefusals(_ pointOfSale: ShopClients, _ terminal: TerminalClients, _ till: Device) async throws {
        heading("Whatever is refused comes back as the operation's own error")
        try await refused(401, "no token") { _ = try await pointOfSale.client { $0.head.headerFields[.authorization] = nil }.getToken() }
        try await refused(401, "a guessed token") { _ = try await pointOfSale.with { $0.apiToken = "guess" }.client().getToken() }
        try await refused(401, "the account in capitals") {
            _ = try await pointOfSale.with { $0.accountId = "CORNER-SHOP" }.client().getToken()
        }
        try await refused(401, "a terminal as a client") {
            _ = try await ShopClients(url: url, token: terminal.token).client().getToken()
        }
        try await refused(404, "an unknown terminal") { _ = try await pointOfSale.client().getDevice(referenceId: "TILL-7") }
        try await refused(404, "one that is offline") {
            _ = try await pointOfSale.client().getDeviceConnected(referenceId: till.referenceId)
        }
        try await refused(404, "an unknown path") {
            _ = try await pointOfSale.client { $0.head.path = "/client/1.1/Devices" }.listDevices()
        }
        try await refused(405, "another method") { _ = try await pointOfSale.client { $0.head.method = .delete }.listDevices() }
        try await refused(431, "a header of 20 KiB") {
            _ = try await pointOfSale.client { $0.head.headerFields[.userAgent] = String(repeating: "x", count: 20 << 10) }.listDevices()
        }
        try await refused(422, "a misspelt filter") {
            _ = try await pointOfSale.client { $0.head.path? += "?serialnumber=1" }.listDevices()
        }
        try await showRequestRefusals(pointOfSale, till)
    }

    private func showRequestRefusals(_ pointOfSale: ShopClients, _ till: Device) async throws {
        let good = ClientV1_1.DeviceRequest(requestId: "order-1001", payload: .null, callbackUrl: "https://shop.example/events")
        var bad = good
        bad.callbackUrl = "shop.example"
        try await refused(422, "a bad callback URL") { [bad] in
            _ = try await pointOfSale.client().sendRequest(referenceId: till.referenceId, body: bad)
        }
        try await refused(410, "a request, offline") {
            _ = try await pointOfSale.client().sendRequest(referenceId: till.referenceId, body: good)
        }
        let altered: [(Int, String, @Sendable (inout APIRequest) -> Void)] = [
            (422, "a misspelt field", { $0.body = Body(Array(#"{"requestid": "order-1001", "payload": {}}"#.utf8)) }),
            (422, "no JSON", { $0.body = Body(Array("order-1001".utf8)) }),
            (415, "another media type", { $0.head.headerFields[.contentType] = "text/plain" }),
            (413, "a body of 2 MiB", { $0.body = Body(Array(repeating: UInt8(ascii: " "), count: 2 << 20)) }),
        ]
        for (status, what, change) in altered {
            try await refused(status, what) {
                _ = try await pointOfSale.client(change).sendRequest(referenceId: till.referenceId, body: good)
            }
        }
    }

    /// Makes a call that must be refused with a status, and shows the error.
    func refused(_ status: Int, _ what: String, _ call: () async throws -> Void) async throws {
        do {
            try await call()
        } catch let failure as any OperationFailure {
            var response = ResponseWriter()
            failure.write(to: &response)
            guard response.status == status, let error = failure.apiError else {
                throw CommandFailure("\(what): expected \(status), came \(failure)")
            }
            return line(what, "\(status) \(type(of: failure)).\(caseName(failure)): \(error.code.rawValue), \"\(error.message)\"")
        }
        throw CommandFailure("\(what): expected \(status), came an answer")
    }

    private func caseName(_ failure: any OperationFailure) -> String {
        Mirror(reflecting: failure).children.first?.label ?? "\(failure)"
    }
}

/// Changes each request of a client before it is sent.
struct Tampering: ClientMiddleware {
    let change: @Sendable (inout APIRequest) -> Void

    func send(
        _ request: APIRequest,
        for route: Route,
        next: @Sendable (APIRequest) async throws(TransportFailure) -> APIResponse
    ) async throws(TransportFailure) -> APIResponse {
        var request = request
        change(&request)
        return try await next(request)
    }
}
