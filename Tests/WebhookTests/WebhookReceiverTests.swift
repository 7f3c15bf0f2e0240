import CloudFlowClientAPI
import CloudFlowRuntime
import CloudFlowWebhooks
import FoundationEssentials
import Synchronization
import Testing

/// A receiver behind a router, as the generated client of callbacks meets it.
@Suite struct WebhookReceiverTests {
    private let secret: Secret = "a secret"
    private let message = ClientV1_1.PlatformMessage.deviceEvent(
        .init(id: "order-1", sequence: 0, referenceId: "till-7", payload: ["approved": true], final: true)
    )

    @Test func aSignedEventIsTakenInAndAcknowledged() async throws {
        let taken = Mutex<[ClientV1_1.PlatformMessage]>([])
        try await post(secret) { message in taken.withLock { $0.append(message) } }
        #expect(taken.withLock { $0 } == [message])
    }

    @Test func whatIsSignedWithAnotherSecretIs401() async throws {
        let response = await refusal(of: "another") { _ in Issue.record("it was taken in") }
        #expect(response?.status == 401)
    }

    @Test func whatTheApplicationDoesNotTakeComesAgain() async throws {
        struct Full: Error {}
        let response = await refusal(of: secret) { _ in throw Full() }
        #expect(response?.status == 500)
    }

    private func post(_ key: Secret, _ receive: @escaping @Sendable (ClientV1_1.PlatformMessage) async throws -> Void) async throws {
        let receiver = WebhookReceiver(WebhookVerifier(secret: secret), path: "/events", receive: receive)
        let client = ClientV1_1.CallbackClient(transport: InMemoryTransport(Router([receiver.route])))
        let signature = WebhookSignature(of: try message.json(), at: Int(Date().timeIntervalSince1970), secret: key).text
        try await client.receiveEvent(at: "https://shop.example/events?till=7", cloudFlowSignature: signature, body: message)
    }

    private func refusal(
        of key: Secret,
        _ receive: @escaping @Sendable (ClientV1_1.PlatformMessage) async throws -> Void
    ) async -> APIResponse? {
        let failure = await #expect(throws: ClientV1_1.ReceiveEventFailure.self) { try await post(key, receive) }
        guard case .undocumented(let response)? = failure else { return nil }
        return response
    }
}
