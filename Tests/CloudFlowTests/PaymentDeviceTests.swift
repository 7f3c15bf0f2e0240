import CloudFlow
import CloudFlowDeviceAPI
import CloudFlowRuntime
import FoundationEssentials
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(10)))
struct PaymentDeviceTests {
    let platform = Platform()

    @Test
    func aRequestIsAcceptedAndAnsweredWithEvents() async throws {
        try await serving(
            platform.device(),
            by: { request, reply in
                #expect(request.payload == ["amount": 1250])
                try await reply.send(["status": "present card"])
                return ["status": "approved"]
            }
        ) {
            let socket = try await platform.nextDevice()
            var ear = Ear(socket)
            try await socket.request("a", payload: ["amount": 1250])
            #expect(try await ear.accepted() == "a")
            #expect(try await ear.event() == .init(id: "a", sequence: 0, payload: ["status": "present card"], final: false))
            #expect(try await ear.event() == .init(id: "a", sequence: 1, payload: ["status": "approved"], final: true))
        }
    }

    @Test
    func anErrorIsTheAnswer() async throws {
        try await serving(
            platform.device(),
            by: { request, _ in
                if request.id == "a" { throw APIError(.preconditionFailed, "no paper") }
                if request.id == "c" { return JSONValue(String(repeating: "x", count: 63 << 10)) }
                throw CancellationError()
            }
        ) {
            let socket = try await platform.nextDevice()
            var ear = Ear(socket)
            try await socket.request("a")
            _ = try await ear.accepted()
            #expect(try await ear.error() == .init(id: "a", errorCode: "preconditionFailed", errorMessage: "no paper"))
            try await socket.request("b")
            _ = try await ear.accepted()
            #expect(try await ear.error().errorCode == "failed")
            try await socket.request("c")
            _ = try await ear.accepted()
            #expect(try await ear.error().errorCode == "invalidData")
        }
    }

    @Test
    func whatIsNotAcknowledgedIsSaidAgainAndNothingIsDoneTwice() async throws {
        let folder = try Folder()
        let executions = Mutex(0)
        for run in 0..<3 {
            try await serving(
                platform.device(folder.journal()),
                by: { _, reply in
                    executions.withLock { $0 += 1 }
                    try await reply.send(" [ 1,\n 2 ] ".json)
                    return 1
                }
            ) {
                let socket = try await platform.nextDevice()
                var ear = Ear(socket)
                try await socket.request("a")
                if run < 2 {
                    #expect(try await ear.accepted() == "a")
                    if run == 0 { #expect(try await ear.event().payload == " [ 1,\n 2 ] ".json) }
                    #expect(try await ear.event() == .init(id: "a", sequence: 1, payload: 1, final: true))
                    try await socket.acknowledge("a", run)
                } else {
                    // The platform has forgotten what is done with: it is told so, rather than the request carried out.
                    #expect(try await ear.accepted() == "a")
                    #expect(try await ear.error().errorCode == "duplicateItem")
                }
                // The next answer shows that the acknowledgement has been read.
                try await socket.request("late-\(run)", expiresAt: "2001-01-01T00:00:00Z")
                #expect(try await ear.error().id == "late-\(run)")
            }
        }
        #expect(executions.withLock { $0 } == 1)
    }

    @Test
    func aRequestThatWasInterruptedIsNotCarriedOutAgain() async throws {
        let folder = try Folder()
        try await serving(
            platform.device(folder.journal()),
            by: { _, reply in
                try await reply.send(0)
                try await Task.sleep(for: .seconds(3600))
                return 1
            }
        ) {
            let socket = try await platform.nextDevice()
            var ear = Ear(socket)
            try await socket.request("a", payload: "what")
            _ = try await ear.accepted()
            #expect(try await ear.event().sequence == 0)
        }
        let device = platform.device(try await folder.journal())
        let serving = Task {
            try await device.serve(interrupted: { request in
                #expect(request.payload == "what")
                throw PaymentDevice.interruption
            }) { _, _ in
                Issue.record("it is carried out again")
                return 2
            }
        }
        let socket = try await platform.nextDevice()
        var ear = Ear(socket)
        #expect(try await ear.accepted() == "a")
        #expect(try await ear.event().sequence == 0)
        #expect(try await ear.error().errorCode == "failed")
        serving.cancel()
        try await serving.value
    }

    @Test
    func aRequestPastItsTimeIsNotAccepted() async throws {
        try await serving(
            platform.device(),
            by: { _, _ in
                Issue.record("it is carried out")
                return 1
            }
        ) {
            let socket = try await platform.nextDevice()
            var ear = Ear(socket)
            try await socket.request("a", expiresAt: "2001-01-01T00:00:00Z")
            let error = try await ear.error()
            #expect(error.id == "a")
            #expect(error.errorCode == "connectionLost")
        }
    }

    @Test
    func aHandlerWaitsWhileManyEventsAreOnTheirWay() async throws {
        try await serving(
            platform.device(),
            by: { _, reply in
                for number in 0..<200 { try await reply.send(JSONValue(number)) }
                return "done"
            }
        ) {
            let socket = try await platform.nextDevice()
            var ear = Ear(socket)
            try await socket.request("a")
            _ = try await ear.accepted()
            for sequence in 0...200 {
                #expect(try await ear.event().sequence == sequence)
                if sequence % 64 == 63 { try await socket.acknowledge("a", sequence) }
            }
        }
    }

    @Test
    func theNewestConnectionStays() async throws {
        let device = platform.device()
        let serving = Task { try await device.serve { _, _ in 1 } }
        let socket = try await platform.nextDevice()
        await socket.close(SocketCloseCode(rawValue: 4409))
        let failure = await #expect(throws: DeviceFailure.self) { try await serving.value }
        #expect(failure?.description == "the same device has connected from somewhere else")
    }

    @Test
    func wrongCredentialsEndIt() async throws {
        platform.refusal = APIError(.unauthorized, "who?")
        let failure = await #expect(throws: DeviceFailure.self) { try await platform.device().serve { _, _ in 1 } }
        #expect(failure?.description == "the device is not let in: unauthorized: who?")
    }

    /// Runs the device while `body` plays the platform.
    private func serving(
        _ device: PaymentDevice,
        by carryOut: @escaping @Sendable (PaymentDevice.Request, Reply) async throws -> JSONValue,
        _ body: () async throws -> Void
    ) async throws {
        let serving = Task { try await device.serve(carryOut) }
        defer { serving.cancel() }
        try await body()
        serving.cancel()
        try await serving.value
    }
}

extension String {
    var json: JSONValue { (try? JSONValue(json: Array(utf8))) ?? .null }
}

/// A folder that is gone when its test is.
final class Folder: Sendable {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "cloudflow-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// The folder's journal, as soon as the run before has let go of it.
    func journal() async throws -> DeviceJournal {
        for _ in 0..<1000 {
            if let journal = try? DeviceJournal(path: path("journal")) { return journal }
            try await Task.sleep(for: .milliseconds(10))
        }
        return try DeviceJournal(path: path("journal"))
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
