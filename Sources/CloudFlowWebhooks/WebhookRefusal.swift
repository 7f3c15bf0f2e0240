public import CloudFlowRuntime

/// Why what was posted is not taken for the gateway's. It holds neither the secret nor anything of the body.
public enum WebhookRefusal: Error, Sendable {
    /// There is no `CloudFlow-Signature`.
    case unsigned
    /// The field is not `t=<unix seconds>,v1=<64 hexadecimal digits>`.
    case malformed
    /// The signature is not that of the body under the secret.
    case forged
    /// It was signed longer ago than is allowed.
    case tooOld(seconds: Int)
    /// It was signed further in the future than clocks differ.
    case tooNew(seconds: Int)
    /// It is the gateway's, and no message of this version.
    case unreadable(JSONError)
}

extension WebhookRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unsigned: "the field CloudFlow-Signature is missing"
        case .malformed: "the field CloudFlow-Signature is not t=<unix seconds>,v1=<64 hexadecimal digits>"
        case .forged: "the signature is not that of this body under this secret"
        case .tooOld(let seconds): "the signature is \(seconds) seconds old"
        case .tooNew(let seconds): "the signature is \(seconds) seconds ahead of this clock"
        case .unreadable(let error): "the body is no message: \(error)"
        }
    }
}
