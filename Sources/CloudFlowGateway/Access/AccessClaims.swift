public import FoundationEssentials
import JWTKit

/// Who may connect to the websocket: the claims of an access token (RFC 7519).
public struct AccessClaims: Sendable, Hashable, Codable {
    /// Which side of the relay a connection is.
    public enum Role: String, Sendable, Codable {
        /// A point of sale.
        case client
        /// A terminal.
        case device
    }

    /// The account of a client, the reference id of a device.
    public let sub: String
    /// Whom the token is for: always `cloudflow`.
    public let aud: String
    /// Which side of the relay the connection is.
    public let role: Role
    /// The account that the connection counts towards.
    public let account: String
    /// When the token was made.
    public let iat: Date
    /// When the token ends.
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
