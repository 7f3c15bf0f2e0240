import CloudFlowRuntime

/// Answers by a script, and keeps what it was sent.
struct Scripted: ClientTransport {
    let sent: Recorder<APIRequest>
    let answer: @Sendable (APIRequest) async throws(TransportFailure) -> APIResponse

    init(
        _ sent: Recorder<APIRequest> = Recorder(),
        answer: @escaping @Sendable (APIRequest) async throws(TransportFailure) -> APIResponse
    ) {
        self.sent = sent
        self.answer = answer
    }

    func send(_ request: APIRequest) async throws(TransportFailure) -> APIResponse {
        sent.add(request)
        return try await answer(request)
    }
}
