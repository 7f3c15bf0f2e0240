import CloudFlowClientAPI
import CloudFlowClientTransport
import CloudFlowRuntime
import CloudFlowWebhooks
import FoundationEssentials

/// One attempt to hand an item to its callback.
struct CallbackDelivery: Sendable {
    private let client: ClientV1_1.CallbackClient
    private let allowsInsecure: Bool
    private let secret: @Sendable (_ account: String) async throws(StorageFailure) -> Secret?
    private let now: @Sendable () -> Date

    /// What a receiver has to say is its status. No more than this many bytes are read behind it.
    private static let bodyLimit = 4096

    /// - Parameters:
    ///   - transport: follows no redirects.
    ///   - secret: an account's, as it is now; nil where the account is gone.
    init(
        policy: CallbackPolicy,
        transport: any ClientTransport,
        secret: @escaping @Sendable (_ account: String) async throws(StorageFailure) -> Secret?,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        let options = CallOptions(timeout: policy.timeout, retry: .never, bodyLimit: Self.bodyLimit)
        client = ClientV1_1.CallbackClient(transport: transport, options: options)
        allowsInsecure = policy.allowsInsecure
        self.secret = secret
        self.now = now
    }

    /// Returns when the receiver has answered 2xx.
    func post(_ item: RelayItem, of order: RelayOrder, account: String) async throws(CallbackFailure) {
        guard let url = order.callbackURL, (try? CallbackURL(url, allowsInsecure: allowsInsecure)) != nil else {
            throw CallbackFailure("the URL may not be posted to")
        }
        let message = ClientV1_1.PlatformMessage(ClientMessage(item, of: order))
        guard let body = try? message.json() else { throw CallbackFailure("the item has no JSON form") }
        let signature = WebhookSignature(of: body, at: Int(now().timeIntervalSince1970), secret: try await currentSecret(of: account))
        do throws(ClientV1_1.ReceiveEventFailure) {
            try await client.receiveEvent(at: url, cloudFlowSignature: signature.text, body: message)
        } catch {
            switch error {
            case .undocumented(let response):
                throw CallbackFailure("the receiver answered \(response.status)")
            case .failed(let failure):
                // Whatever became of the rest of the answer.
                if let status = failure.response?.status, 200..<300 ~= status { return }
                throw CallbackFailure("\(failure.reason)")
            }
        }
    }

    private func currentSecret(of account: String) async throws(CallbackFailure) -> Secret {
        do throws(StorageFailure) {
            if let secret = try await secret(account) { return secret }
        } catch {
            throw CallbackFailure("the store doesn't answer")
        }
        throw CallbackFailure("the account is gone")
    }
}

extension CallbackPolicy {
    /// Connects to addresses of the public internet alone, unless insecure callbacks are allowed.
    var transport: GuardedTransport {
        let allowsInsecure = allowsInsecure
        return GuardedTransport { address in allowsInsecure || CallbackAddress(bytes: address.bytes).isPublic }
    }
}
