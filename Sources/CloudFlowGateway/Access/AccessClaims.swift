public import FoundationEssentials
import JWTKit

/// Who may connect to the websocket: the claims of an access token (RFC 7519).
public struct AccessClaims: Sendable, Hashable, Codable {
    /// Which side of the relay a connection is.
    public enum Role: String, Sendable, Codable {
        case client, device
    }

    /// The account of a client, the reference id of a device.
    public let sub: String
    /// Whom the token is for: always `cloudflow`.
    public let aud: String
    public let role: Role
    /// The account that the connection counts towards.
    public let account: String
    public let iat: Date
    public let exp: Date
    /// The token's own id.
    public let jti: String
}

/// The claims as JWTKit signs and reads them.
struct SignedClaims: JWTPayload {
    let claims: AccessClaims

    init(_ claims: AccessClaims) {
        self.claims = claims
    }

    init(from decoder: any Decoder) throws {
        claims = try AccessClaims(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
        try claims.encode(to: encoder)
    }

    /// Times and audience are `AccessTokens`' to judge, by its own clock.
    func verify(using algorithm: some JWTAlgorithm) {}
}
