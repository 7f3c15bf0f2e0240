import HTTPTypes

/// Why a service doesn't let a caller in.
public enum AuthenticationFailure: Error, Sendable, Hashable {
    /// 401: the token is not one that the service knows.
    case unauthorized(String)
    /// 403: the token is good, and what it stands for may not call this API.
    case forbidden(String)
    /// The service can't tell: what it keeps its tokens in doesn't answer. The caller gets 417 `storageFailed`.
    case unavailable(String)

    /// - Parameter challenge: what `WWW-Authenticate` asks for.
    func refusal(_ challenge: String = "Bearer") -> Refusal {
        switch self {
        case .unauthorized(let message): .unauthorized(message, challenge)
        case .forbidden(let message): Refusal(403, message)
        case .unavailable(let message): Refusal(417, message)
        }
    }
}

extension Refusal {
    /// 401, with the `WWW-Authenticate` that RFC 9110, section 11.6.1, asks for.
    static func unauthorized(_ message: String, _ challenge: String = "Bearer") -> Refusal {
        Refusal(401, message, fields: [.wwwAuthenticate: challenge])
    }
}
