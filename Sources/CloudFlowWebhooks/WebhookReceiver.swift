public import CloudFlowClientAPI
public import CloudFlowRuntime
import HTTPTypes

/// Takes in what a gateway posts to an account's callback, for a `Router`:
///
/// ```swift
/// let receiver = WebhookReceiver(WebhookVerifier(secret: secret), path: "/events") { message in
///     try await ledger.note(message)
/// }
/// try await transport.serve(Router([receiver.route]))
/// ```
///
/// What the closure returns from is acknowledged, with 204. What it throws from is answered with 500, and comes again. A message may come
/// more than once: tell repetitions by `id` and `sequence`.
public struct WebhookReceiver: Sendable {
    private let verifier: WebhookVerifier
    private let path: String
    private let receive: @Sendable (ClientV1_1.PlatformMessage) async throws -> Void

    /// The longest body that is taken, in bytes: a payload fills 64 KiB at the most.
    private static let bodyLimit = 256 << 10

    /// - Parameters:
    ///   - path: that of the `callbackUrl`.
    ///   - receive: gets the messages whose signature is right.
    public init(
        _ verifier: WebhookVerifier,
        path: String,
        receive: @escaping @Sendable (ClientV1_1.PlatformMessage) async throws -> Void
    ) {
        self.verifier = verifier
        self.path = path
        self.receive = receive
    }

    /// What a router needs to answer callbacks with.
    public var route: ServerRoute {
        ServerRoute("POST", path, operationID: ClientV1_1.ReceiveEvent.route.operationID) { request in await respond(to: request) }
    }

    private func respond(to request: APIRequest) async -> APIResponse {
        guard let body = try? await request.body.collect(upTo: Self.bodyLimit) else {
            return APIResponse(status: 413, error: APIError(.failed, "the body is longer than \(Self.bodyLimit) bytes, or broke off"))
        }
        let message: ClientV1_1.PlatformMessage
        do throws(WebhookRefusal) {
            let field = HTTPField.Name(WebhookSignature.fieldName)
            message = try verifier.message(in: body, signature: field.flatMap { request.head.headerFields[$0] })
        } catch {
            if case .unreadable = error { return APIResponse(status: 422, error: APIError(.invalidData, error.description)) }
            return APIResponse(status: 401, error: APIError(.unauthorized, error.description))
        }
        do {
            try await receive(message)
            return APIResponse(HTTPResponse(status: .noContent))
        } catch {
            return APIResponse(status: 500, error: APIError(.failed, "the event could not be taken in"))
        }
    }
}
