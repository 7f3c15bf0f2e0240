import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import Testing

/// How the gateway ends a websocket, and that others notice nothing.
@Suite(.timeLimit(.minutes(10))) struct CloseCodeTests {
    @Test(arguments: [
        (#"{"type":"hello"}"#, "a message is of a type that is unknown here; types are case sensitive"),
        (#"{"type":"Request","id":"1"}"#, "a message is of a type that is unknown here; types are case sensitive"),
        (#"{"type":"request","id":"secret","referenceId":"Till-7"}"#, "'payload' is missing"),
        (#"{"type":"request","id":"","referenceId":"Till-7","payload":1}"#, "/id"),
        (#"{"type":"ack","id":"secret","sequence":-1}"#, "/sequence"),
        (#"["secret"]"#, "malformed"), ("secret", "malformed"), ("", "malformed"),
    ])
    func whatIsNoMessageOfTheClientEndsItWith1008(text: String, hint: String) async throws {
        try await withPair { gateway, till, terminal in
            let hostile = try await gateway.tillSocket()
            try await hostile.connection.send(.text(text))
            let closure = try #require(await hostile.ending())
            #expect(closure.code == .policyViolation)
            #expect(closure.reason.contains(hint), "\(closure)")
            #expect(!closure.reason.contains("secret"))
            try await pay(till, terminal)
        }
    }

    @Test func binaryEndsItWith1003AndTooMuchWith1009() async throws {
        try await withPair { gateway, till, terminal in
            let binary = try await gateway.tillSocket()
            try await binary.connection.send(.binary([1]))
            #expect(await binary.ending()?.code == .unsupportedData)
            let long = try await gateway.tillSocket()
            try await long.connection.send(.text("[" + String(repeating: " ", count: (64 << 10) - 2) + "]"))
            #expect(await long.ending()?.code == .policyViolation, "64 KiB are taken, and are no message")
            let limits = SocketLimits(message: 1 << 20, pingInterval: nil)
            let token = try await gateway.client.getToken().accessToken
            let channel = try await gateway.channel("/client/1.1/socket", token: token, limits: limits)
            let longer = TillSocket(SocketConnection(channel, limits: limits))
            try await longer.connection.send(.text("[" + String(repeating: " ", count: (64 << 10) - 1) + "]"))
            #expect(await longer.ending()?.code == .tooBig)
            try await pay(till, terminal)
        }
    }

    @Test func aPayloadThatWouldNotFitOnTheOtherSideIsRefused() async throws {
        try await withPair { gateway, till, terminal in
            let long = JSONValue(String(repeating: "x", count: (63 << 10) - 1))
            try await till.order("long", long)
            let error = try await till.nextError()
            #expect(error.id == "long" && error.errorCode == "invalidData" && error.delivery == .never)
            try await till.order("order-1", JSONValue(String(repeating: "x", count: (63 << 10) - 2)))
            #expect(try await terminal.nextRequest().payload.bytes.count == 63 << 10)
            try await terminal.emit("order-1", 0, long)
            #expect(await terminal.ending()?.code == .tooBig)
            try await till.order("nul\0", 1)
            #expect(try await till.nextError().errorCode == "invalidData")
        }
    }

    @Test func anEventOutOfTurnEndsItWith1008() async throws {
        try await withPair { gateway, till, terminal in
            try await till.order("order-1", 1)
            _ = try await terminal.nextRequest()
            try await terminal.emit("order-1", 1, 1)
            #expect(await terminal.ending()?.code == .policyViolation)
        }
    }

    @Test func theNewestConnectionOfADeviceWins() async throws {
        try await withPair { gateway, till, terminal in
            let newer = try await gateway.terminalSocket()
            #expect(await terminal.ending() == SocketClosure(.replaced, "the device has connected again", by: .there))
            try await pay(till, newer)
        }
    }

    @Test func aConnectionEndsWithTheAccessBehindIt() async throws {
        try await withPair(RelayOptions(session: 3600, accessCheck: .milliseconds(10))) { gateway, till, terminal in
            _ = try await gateway.gateway.devices.remove(referenceId: "Till-7")
            #expect(await terminal.ending()?.code == .accessEnded)
            gateway.time.advance(by: 3599)
            try await till.order("order-1", 1, of: "nobody")
            #expect(try await till.nextError().errorCode == "notFound", "it lives for an hour")
            gateway.time.advance(by: 1)
            #expect(await till.ending()?.code == .accessEnded)
        }
    }

    @Test func whatARemovedAccountStillSaysHarmsNobody() async throws {
        try await withPair(RelayOptions(accessCheck: .seconds(1_000_000))) { gateway, till, terminal in
            let (_, _) = try await gateway.gateway.accounts.create(name: "Other Shop", id: "Other")
            try await till.order("order-1", 1)
            _ = try await terminal.nextRequest()
            _ = try await gateway.gateway.accounts.remove(id: "Acme")
            try await terminal.emit("order-1", 0, 1, final: true)
            #expect(try await terminal.nextAcknowledgement() == 0)
            try await till.order("order-2", 1)
            #expect(try await terminal.nextRequest().id == "order-2")
            #expect(till.closure == nil && terminal.closure == nil)
        }
    }

    @Test func aPeerThatDoesNotAnswerPingsIsLost() async throws {
        let limits = SocketLimits(pingInterval: .milliseconds(50), pongTimeout: .milliseconds(50))
        try await withGateway(relay: RelayOptions(sockets: limits)) { gateway in
            let token = try await gateway.terminal.enrolDevice().accessToken
            // Nothing is read from a channel that is not started: neither does it answer a ping.
            let channel = try await gateway.channel("/device/1.1/socket", token: token, limits: SocketLimits(pingInterval: nil))
            while (try? await gateway.client.getDeviceConnected(referenceId: "Till-7")) != nil {}
            channel.close(.normal, reason: "")
        }
    }

    @Test func aStoppingGatewayClosesWith1001() async throws {
        try await withPair { gateway, till, terminal in
            try await till.order("order-1", 1)
            _ = try await terminal.nextRequest()
            await gateway.stop()
            #expect(await till.ending()?.code == .goingAway)
            #expect(await terminal.ending()?.code == .goingAway)
        }
    }

    private func withPair(
        _ relay: RelayOptions = RelayOptions(),
        _ test: @Sendable (RunningGateway, TillSocket, TerminalSocket) async throws -> Void
    ) async throws {
        try await withGateway(relay: relay) { gateway in
            let terminal = try await gateway.terminalSocket()
            try await test(gateway, try await gateway.tillSocket(), terminal)
        }
    }

    private func pay(_ till: TillSocket, _ terminal: TerminalSocket) async throws {
        try await till.order("payment", ["amount": 1250])
        #expect(try await terminal.nextRequest().id == "payment")
        try await terminal.emit("payment", 0, ["approved": true], final: true)
        #expect(try await till.nextEvent().final)
    }
}
