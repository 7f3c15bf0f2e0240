import CloudFlow
import CloudFlowClientAPI
import CloudFlowRuntime
import Testing

@Suite(.timeLimit(.minutes(10)))
struct PointOfSaleTests {
    let platform = Platform()

    @Test
    func eventsComeInOrderAndAreAcknowledgedWhenTheyAreTakenIn() async throws {
        let shop = platform.pointOfSale()
        var events = shop.send(["amount": 1250], to: "till-7", id: "a", timeToLive: .milliseconds(1500)).makeAsyncIterator()
        let socket = try await platform.nextClient()
        var ear = Ear(socket)
        let request = try await ear.request()
        #expect(request == .init(id: "a", referenceId: "till-7", payload: ["amount": 1250], timeToLive: 2))
        for sequence in 0...2 { try await socket.event("a", sequence, final: sequence == 2) }
        #expect(try await events.next()?.sequence == 0)
        #expect(try await events.next()?.payload == 1)
        #expect(try await ear.acknowledgement() == 0)
        #expect(try await events.next()?.final == true)
        #expect(try await ear.acknowledgement() == 2, "the last one is acknowledged at once, and those before with it")
        #expect(try await events.next() == nil)
    }

    @Test
    func requestsInFlightShareAWebsocket() async throws {
        let shop = platform.pointOfSale()
        let first = shop.send(1, to: "till-1", id: "a")
        let second = shop.send(2, to: "till-2", id: "b")
        let socket = try await platform.nextClient()
        try await socket.event("b", 0, final: true)
        try await socket.event("a", 0)
        try await socket.event("a", 1, final: true)
        #expect(try await second.final().id == "b")
        #expect(try await first.final().sequence == 1)
    }

    @Test
    func aLostConnectionIsMadeAgainWithAFreshToken() async throws {
        let shop = platform.pointOfSale()
        var events = shop.send(1, to: "till-7", id: "a").makeAsyncIterator()
        for code in [1001, 1006, 1011, 4401, 4408] as [UInt16] {
            let socket = try await platform.nextClient()
            var ear = Ear(socket)
            #expect(try await ear.request().id == "a")
            socket.connection.startClosing(SocketCloseCode(rawValue: code))
        }
        let socket = try await platform.nextClient()
        var ear = Ear(socket)
        _ = try await ear.request()
        try await socket.event("a", 0, final: true)
        #expect(try await events.next()?.final == true)
        #expect(Set(platform.usedTokens).count == 6)
    }

    @Test
    func whatIsRepeatedComesOnce() async throws {
        let shop = platform.pointOfSale()
        var events = shop.send(1, to: "till-7", id: "a").makeAsyncIterator()
        let first = try await platform.nextClient()
        for sequence in 0...1 { try await first.event("a", sequence) }
        #expect(try await events.next()?.sequence == 0)
        #expect(try await events.next()?.sequence == 1)
        await first.close(.goingAway)
        let second = try await platform.nextClient()
        var ear = Ear(second)
        _ = try await ear.request()
        for sequence in 0...3 { try await second.event("a", sequence, final: sequence == 3) }
        #expect(try await ear.acknowledgement() == 0, "what was taken in is acknowledged again")
        #expect(try await events.next()?.sequence == 2)
        #expect(try await events.next()?.sequence == 3)
    }

    @Test(arguments: [
        (ClientV1_1.Delivery?.some(.never), Delivery.never), (.some(.delivered), .delivered), (.some(.unknown), .unknown), (nil, .unknown),
    ])
    func aFailureTellsWhatTheDeviceHas(_ said: ClientV1_1.Delivery?, _ delivery: Delivery) async throws {
        let shop = platform.pointOfSale()
        var events = shop.send(1, to: "till-7", id: "a").makeAsyncIterator()
        let socket = try await platform.nextClient()
        var ear = Ear(socket)
        _ = try await ear.request()
        try await socket.event("a", 0)
        try await socket.error("a", .connectionLost, said, sequence: 1)
        #expect(try await events.next()?.sequence == 0)
        let failure = await #expect(throws: RequestFailure.self) { try await events.next() }
        #expect(failure?.delivery == delivery)
        #expect(failure?.error.code == .connectionLost)
        #expect(try await ear.acknowledgement() == 1)
    }

    @Test
    func aRequestThatCannotBeSentInItsTimeFails() async throws {
        platform.refusal = APIError(.tooManyConnections, "full")
        let failure = await #expect(throws: RequestFailure.self) {
            try await platform.pointOfSale().send(1, to: "till-7", timeToLive: .seconds(20)).final()
        }
        #expect(failure == RequestFailure(APIError(.tooManyConnections, "full"), delivery: .never))
    }

    @Test
    func aRequestThatWasSentIsNotKnownToHaveFailed() async throws {
        let events = platform.pointOfSale().send(1, to: "till-7")
        let socket = try await platform.nextClient()
        var ear = Ear(socket)
        _ = try await ear.request()
        platform.refusal = APIError(.failed, "down")
        await socket.close(.goingAway)
        let failure = await #expect(throws: RequestFailure.self) { try await events.final() }
        #expect(failure?.delivery == .unknown)
    }

    @Test
    func wrongCredentialsEndIt() async throws {
        platform.refusal = APIError(.unauthorized, "who?")
        let shop = platform.pointOfSale()
        let failure = await #expect(throws: RequestFailure.self) { try await shop.send(1, to: "till-7").final() }
        #expect(failure == RequestFailure(APIError(.unauthorized, "who?"), delivery: .never))
        platform.refusal = nil
        let events = shop.send(1, to: "till-7", id: "b")
        try await platform.nextClient().event("b", 0, final: true)
        #expect(try await events.final().id == "b")
    }

    @Test(arguments: [("", 30), (String(repeating: "x", count: 65), 30), ("a", 0), ("a", 301)])
    func whatIsNoRequestIsNotSent(_ id: String, _ seconds: Int) async throws {
        let shop = platform.pointOfSale()
        let failure = await #expect(throws: RequestFailure.self) {
            try await shop.send(1, to: "till-7", id: id, timeToLive: .seconds(seconds)).final()
        }
        #expect(failure?.error.code == .invalidData)
        #expect(failure?.delivery == .never)
    }

    @Test
    func aRequestThatIsTooLongIsNotSent() async throws {
        let payload = JSONValue(String(repeating: "x", count: 64 << 10))
        let failure = await #expect(throws: RequestFailure.self) { try await platform.pointOfSale().send(payload, to: "till-7").final() }
        #expect(failure?.error == APIError(.invalidData, "a payload is longer than 63 KiB"))
    }

    @Test
    func aSlowApplicationGetsEverythingAndFillsNoMemory() async throws {
        let count = 1000
        let shop = platform.pointOfSale()
        var events = shop.send(1, to: "till-7", id: "a").makeAsyncIterator()
        let socket = try await platform.nextClient()
        let player = Task {
            var acknowledged = 0
            for try await message in socket {
                switch message {
                case .clientRequest:
                    for sequence in acknowledged..<count { try? await socket.event("a", sequence, final: sequence == count - 1) }
                case .acknowledgement(let acknowledgement): acknowledged = acknowledgement.sequence + 1
                case .other: break
                }
            }
        }
        for sequence in 0..<count { #expect(try await events.next()?.sequence == sequence) }
        #expect(try await events.next() == nil)
        await shop.close()
        try await player.value
    }

    @Test
    func whoeverIsCancelledWaitsNoLonger() async throws {
        let shop = platform.pointOfSale()
        let events = shop.send(1, to: "till-7", id: "a")
        let waiter = Task { try await events.final() }
        let socket = try await platform.nextClient()
        var ear = Ear(socket)
        _ = try await ear.request()
        waiter.cancel()
        await #expect(throws: RequestFailure.self) { try await waiter.value }
    }

    @Test
    func anIdIsInFlightOnce() async throws {
        let shop = platform.pointOfSale()
        var events: PointOfSale.Events? = shop.send(1, to: "till-7", id: "a")
        let failure = await #expect(throws: RequestFailure.self) { try await shop.send(1, to: "till-7", id: "a").final() }
        #expect(failure?.error.code == .duplicateItem)
        events = nil
        _ = events
        let again = shop.send(1, to: "till-7", id: "a")
        try await platform.nextClient().event("a", 0, final: true)
        #expect(try await again.final().sequence == 0)
    }

    @Test
    func anEarlierRunsRequestGoesOnBehindWhatItHasKept() async throws {
        let shop = platform.pointOfSale()
        var events = shop.resume(1, to: "till-7", id: "a", after: 1).makeAsyncIterator()
        let socket = try await platform.nextClient()
        for sequence in 1...3 { try await socket.event("a", sequence, final: sequence == 3) }
        #expect(try await events.next()?.sequence == 2)
        #expect(try await events.next()?.sequence == 3)

        var finished = shop.resume(1, to: "till-7", id: "b", after: 3).makeAsyncIterator()
        try await socket.event("b", 3, final: true)
        #expect(try await finished.next() == nil)
    }

    @Test
    func closingSaysWhatIsLeftToSay() async throws {
        let shop = platform.pointOfSale()
        let events = shop.send(1, to: "till-7", id: "a")
        let socket = try await platform.nextClient()
        try await socket.event("a", 0, final: true)
        _ = try await events.final()
        await shop.close()
        var ear = Ear(socket)
        _ = try await ear.request()
        #expect(try await ear.acknowledgement() == 0)
        #expect(await #expect(throws: RequestFailure.self) { try await shop.send(1, to: "till-7").final() }?.delivery == .never)
    }

    @Test
    func conveniencesSayNoneWhereThereIsNone() async throws {
        let shop = platform.pointOfSale()
        #expect(try await shop.devices(model: "A920").isEmpty)
        #expect(try await shop.isConnected("till-7"))
        #expect(try await !shop.isConnected("till-8"))
    }
}
