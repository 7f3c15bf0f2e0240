import CloudFlowClientAPI
import CloudFlowRuntime
import CloudFlowServerTransport
import CloudFlowWebhooks
import HTTPTypes
import Synchronization

/// A server that takes in callbacks, or does not, as a test has it. It takes in nothing whose signature is wrong.
final class CallbackReceiver: Sendable {
    enum Answer: Sendable {
        case status(Int)
        case redirect
        /// Takes the event in, and answers nothing for longer than anybody waits.
        case silence
        /// Takes the event in, and begins an answer that has no end.
        case endlessBody
        /// Takes the event in, and answers with more than anybody reads.
        case longBody
    }

    struct Taken: Hashable, Sendable {
        let id: String
        let sequence: Int
        let isFinal: Bool
    }

    private struct State {
        var answers: [Answer] = []
        var taken: [Taken] = []
        var posts = 0
        var open = 0
        var mostOpen = 0
        var forged = 0
    }

    private let state = Mutex(State())
    private let secrets: Mutex<[Secret]>

    /// - Parameter answers: what the first posts are answered with; all others with 204.
    init(_ answers: [Answer] = [], secret: Secret) {
        secrets = Mutex([secret])
        state.withLock { $0.answers = answers }
    }

    var taken: [Taken] { state.withLock { $0.taken } }
    /// What an application has that looks at id and sequence.
    var seen: [Taken] {
        var known: Set<Taken> = []
        return taken.filter { known.insert($0).inserted }
    }
    var posts: Int { state.withLock { $0.posts } }
    var mostOpen: Int { state.withLock { $0.mostOpen } }
    var forged: Int { state.withLock { $0.forged } }

    func answer(_ answers: [Answer]) { state.withLock { $0.answers = answers } }

    func wait(until isMet: (CallbackReceiver) -> Bool) async throws {
        while !isMet(self) { try await Task.sleep(for: .milliseconds(5)) }
    }

    /// Serves `/events` while `body` runs.
    func serving<Value: Sendable>(port: Int = 0, _ body: @Sendable (_ port: Int) async throws -> Value) async throws -> Value {
        let route = ServerRoute("POST", "/events", operationID: "receiveEvent") { [self] request in await respond(to: request) }
        let elsewhere = ServerRoute("POST", "/elsewhere", operationID: "elsewhere") { _ in
            self.state.withLock { $0.forged += 1 }
            return APIResponse(HTTPResponse(status: .noContent))
        }
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let server = HummingbirdTransport(port: port, logger: LogCapture().logger) { listening.yield($0.port) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { listening.finish() }
                try await server.serve(Router([route, elsewhere]))
            }
            defer { group.cancelAll() }
            guard let bound = await ports.first(where: { _ in true }) else {
                // What kept it from listening.
                try await group.waitForAll()
                throw CancellationError()
            }
            return try await body(bound)
        }
    }

    private func respond(to request: APIRequest) async -> APIResponse {
        let answer: Answer = state.withLock { state in
            state.posts += 1
            state.open += 1
            state.mostOpen = max(state.mostOpen, state.open)
            return state.answers.isEmpty ? .status(204) : state.answers.removeFirst()
        }
        defer { state.withLock { $0.open -= 1 } }
        // One whose sender has lost patience is not there as a whole.
        guard let body = try? await request.body.collect(upTo: 1 << 20) else { return APIResponse(HTTPResponse(status: .badRequest)) }
        guard let event = verified(request, body) else {
            state.withLock { $0.forged += 1 }
            return APIResponse(HTTPResponse(status: .unauthorized))
        }
        switch answer {
        case .status(let status):
            if 200..<300 ~= status { take(event) }
            return APIResponse(HTTPResponse(status: .init(code: status)))
        case .redirect:
            return APIResponse(HTTPResponse(status: .temporaryRedirect, headerFields: [.location: "/elsewhere"]))
        case .silence:
            take(event)
            try? await Task.sleep(for: .seconds(60))
            return APIResponse(HTTPResponse(status: .noContent))
        case .endlessBody:
            take(event)
            let (chunks, _) = AsyncThrowingStream.makeStream(of: [UInt8].self)
            return APIResponse(HTTPResponse(status: .ok), body: Body(stream: chunks))
        case .longBody:
            take(event)
            return APIResponse(HTTPResponse(status: .ok), body: Body([UInt8](repeating: 0x20, count: 1 << 20)))
        }
    }

    private func take(_ event: Taken) { state.withLock { $0.taken.append(event) } }

    private func verified(_ request: APIRequest, _ body: [UInt8]) -> Taken? {
        guard let name = HTTPField.Name(WebhookSignature.fieldName) else { return nil }
        let signature = request.head.headerFields[name]
        for secret in secrets.withLock({ $0 }) {
            switch try? WebhookVerifier(secret: secret).message(in: body, signature: signature) {
            case .deviceEvent(let event)?: return Taken(id: event.id, sequence: event.sequence, isFinal: event.final)
            case .requestError(let error)?: return Taken(id: error.id ?? "", sequence: error.sequence ?? -1, isFinal: true)
            default: continue
            }
        }
        return nil
    }
}
