public import CloudFlowRuntime
import Crypto
import FoundationEssentials

/// What proves that an event comes from the gateway: `t=<unix seconds>,v1=<hex of HMAC-SHA256 over "t.body">`, under the account's webhook
/// secret. The key is the secret as it is shown, in UTF-8.
public struct WebhookSignature: Sendable {
    /// The header field that it stands in.
    public static let fieldName = "CloudFlow-Signature"

    /// The value of the header field.
    public let text: String

    /// - Parameter time: in seconds since 1970. A receiver refuses one that is older than 5 minutes.
    public init(of body: [UInt8], at time: Int, secret: Secret) {
        let code = HMAC<SHA256>.authenticationCode(for: Self.signedBytes(time: "\(time)", body), using: secret.key)
        text = "t=\(time),v1=\(code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())"
    }

    static func signedBytes(time: some StringProtocol, _ body: [UInt8]) -> [UInt8] {
        Array(time.utf8) + [UInt8(ascii: ".")] + body
    }
}

extension Secret {
    var key: SymmetricKey { SymmetricKey(data: Data(value.utf8)) }
}
