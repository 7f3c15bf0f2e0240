import CloudFlowRuntime
import Crypto
public import FoundationEssentials
import JWTKit

/// Issues the tokens that open a websocket, and checks them: JWTs, signed with HMAC-SHA256, that live 5 minutes.
public struct AccessTokens: Sendable {
    /// How long a token is good, in seconds.
    public static let lifetime: TimeInterval = 300
    static let audience = "cloudflow"

    private let keys: JWTKeyCollection
    private let now: @Sendable () -> Date

    /// Takes the key that the database keeps; a new database gets one.
    public init(_ database: Database, now: @escaping @Sendable () -> Date = { Date() }) async throws(StorageFailure) {
        let key = try await SigningKeyStore(database: database).key()
        keys = await JWTKeyCollection().add(hmac: HMACKey(key: key), digestAlgorithm: .sha256)
        self.now = now
    }

    /// A token for a client of an account.
    public func token(for account: Account) async throws -> String {
        try await token(subject: account.id, role: .client, account: account.id)
    }

    /// A token for a device.
    public func token(for device: Device) async throws -> String {
        try await token(subject: device.referenceId, role: .device, account: device.accountId)
    }

    /// The claims of a token that this gateway issued and that is still good.
    public func claims(of token: String) async throws(AccessTokenRejection) -> AccessClaims {
        let claims: AccessClaims
        do { claims = try await keys.verify(token, as: SignedClaims.self).claims } catch { throw .forged }
        guard claims.aud == Self.audience else { throw .forged }
        let now = now()
        guard claims.iat <= now, now < claims.exp else { throw .expired }
        return claims
    }

    /// The claims of a token that opens the websocket of one side.
    func claims(of token: BearerToken, for role: AccessClaims.Role) async throws(AuthenticationFailure) -> AccessClaims {
        let claims: AccessClaims
        do throws(AccessTokenRejection) {
            claims = try await self.claims(of: token.value)
        } catch {
            switch error {
            case .forged: throw .unauthorized("the bearer token is no access token of this gateway")
            case .expired: throw .unauthorized("the access token has expired; get another one")
            }
        }
        guard claims.role == role else { throw .forbidden("the access token is a \(claims.role.rawValue)'s") }
        return claims
    }

    private func token(subject: String, role: AccessClaims.Role, account: String) async throws -> String {
        let issued = Date(timeIntervalSince1970: now().timeIntervalSince1970.rounded(.down))
        let claims = AccessClaims(
            sub: subject,
            aud: Self.audience,
            role: role,
            account: account,
            iat: issued,
            exp: issued.addingTimeInterval(Self.lifetime),
            jti: UUID().uuidString.lowercased()
        )
        return try await keys.sign(SignedClaims(claims))
    }
}

/// Why an access token opens nothing.
public enum AccessTokenRejection: Error, Sendable, Hashable {
    /// It is no token of this gateway: malformed, signed otherwise, or for somebody else.
    case forged
    /// Its time is over, or has not come.
    case expired
}
