import CloudFlowClientAPI
import CloudFlowDeviceAPI
import CloudFlowGateway
import CloudFlowRuntime
import Testing

/// What is kept of a payment while one side is away, and while the gateway is.
@Suite(.timeLimit(.minutes(10))) struct ReplayTests {
    @Test func aTillThatComesBackGetsWhatItHasNotAcknowledged() async throws {
        try await withGateway { gateway in
            let terminal = try await gateway.terminalSocket()
            let till = try await gateway.tillSocket()
            try await till.order("order-1", 1)
            _ = try await terminal.nextRequest()
            for sequence in 0...2 { try await terminal.emit("order-1", sequence, JSONValue(sequence), final: sequence == 2) }
            #expect(try await till.nextEvent().sequence == 0)
            try await till.acknowledge("order-1", 0)
            await till.close()
            let again = try await gateway.tillSocket()
            try await again.order("order-1", 1)
            let events = [try await again.nextEvent(), try await again.nextEvent()]
            #expect(events.map(\.sequence) == [1, 2])
            #expect(events.map(\.payload) == [1, 2])
            try await again.acknowledge("order-1", 2)
            await again.close()
            let last = try await gateway.tillSocket()
            try await last.order("order-1", 1)
            #expect(try await last.nextEvent().sequence == 2, "the last one answers who asks again")
            try await last.order("order-1", 2)
            #expect(try await last.nextError().errorCode == "duplicateItem")
        }
    }

    @Test func aLongReplayWaitsForTheTill() async throws {
        // All of it is more than may wait to be sent; what is replayed at once is not.
        let limits = SocketLimits(queue: 96 << 10)
        let payload = JSONValue(String(repeating: "x", count: 2000))
        try await withGateway(relay: RelayOptions(sockets: limits)) { gateway in
            let terminal = try await gateway.terminalSocket()
            let till = try await gateway.tillSocket()
            try await till.order("order-1", 1)
            _ = try await terminal.nextRequest()
            await till.close()
            for sequence in 0..<100 {
                try await terminal.emit("order-1", sequence, payload, final: sequence == 99)
                _ = try await terminal.nextAcknowledgement()
            }
            let again = try await gateway.tillSocket()
            try await again.order("order-1", 1)
            for sequence in 0..<100 { #expect(try await again.nextEvent().sequence == sequence) }
        }
    }

    @Test func aTerminalThatComesBackIsOfferedWhatItHasNotTaken() async throws {
        try await withGateway { gateway in
            let till = try await gateway.tillSocket()
            try await till.order("order-1", 1)
            let first = try await gateway.terminalSocket()
            #expect(try await first.nextRequest().id == "order-1")
            await first.close()
            let second = try await gateway.terminalSocket()
            #expect(try await second.nextRequest().id == "order-1")
            try await second.emit("order-1", 0, "half")
            #expect(try await second.nextAcknowledgement() == 0)
            await second.close()
            let third = try await gateway.terminalSocket()
            #expect(try await third.nextAcknowledgement() == 0, "it hears how far the gateway is, and is not asked again")
            try await third.emit("order-1", 1, "done", final: true)
            #expect([try await till.nextEvent().payload, try await till.nextEvent().payload] == ["half", "done"])
        }
    }

    @Test func aRestartLosesNothing() async throws {
        let premises = try await Premises()
        try await withGateway(at: premises) { gateway in
            let terminal = try await gateway.terminalSocket()
            let till = try await gateway.tillSocket()
            try await till.order("order-1", 1)
            _ = try await terminal.nextRequest()
            try await terminal.emit("order-1", 0, "half")
            #expect(try await till.nextEvent().payload == "half")
        }
        try await withGateway(at: premises) { gateway in
            let till = try await gateway.tillSocket()
            try await till.order("order-1", 1)
            #expect(try await till.nextEvent().payload == "half")
            let terminal = try await gateway.terminalSocket()
            #expect(try await terminal.nextAcknowledgement() == 0)
            try await terminal.emit("order-1", 1, "done", final: true)
            #expect(try await till.nextEvent().final)
        }
    }

    @Test func whereTheDatabaseFailsNothingIsAcknowledged() async throws {
        try await withGateway { gateway in
            let terminal = try await gateway.terminalSocket()
            let till = try await gateway.tillSocket()
            try await till.order("order-1", 1)
            _ = try await terminal.nextRequest()
            try await gateway.database.close()
            try await terminal.emit("order-1", 0, 1, final: true)
            #expect(await terminal.ending()?.code == .internalError)
            #expect(await till.ending()?.code == .internalError)
        }
    }
}
