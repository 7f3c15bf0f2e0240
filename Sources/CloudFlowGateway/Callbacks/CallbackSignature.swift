import Crypto
import FoundationEssentials

/// What proves to a callback that an item comes from this gateway: `t=<unix seconds>,v1=<hex of HMAC-SHA256 over "t.body">`, under the
/// account's secret.
struct CallbackSignature: Sendable {
    /// The header field that it stands in.
    static let fieldName = "CloudFlow-Signature"

    /// The value of the header field.
    let text: String

    /// - Parameter time: in seconds since 1970. A receiver refuses one that is older than 5 minutes.
    init(of body: [UInt8], at time: Int, secret: [UInt8]) {
        let signed = Array("\(time).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret))
        text = "t=\(time),v1=\(code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())"
    }
}
