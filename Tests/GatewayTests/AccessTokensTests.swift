@testable import CloudFlowGateway
import FoundationEssentials
import JWTKit
import Testing

@Suite struct AccessTokensTests {
    private let folder: TemporaryFolder
    private let database: Database
    private let time = SetTime()
    private let tokens: AccessTokens
    private let account = Account(id: "Acme", name: "Corner Shop", createdAt: .distantPast, tokenDigest: .ofNobody)
    private let device = Device(
        referenceId: "Till-7",
        accountId: "Acme",
        model: "A920",
        serialNumber: "SN-42",
        name: nil,
        location: nil,
        createdAt: .distantPast,
        tokenDigest: .ofNobody
    )

    init() async throws {
        folder = try TemporaryFolder()
        database = try Database(path: folder.path("a.sqlite"), logger: LogCapture().logger)
        tokens = try await AccessTokens(database, now: time.now)
    }

    @Test func aClientsClaims() async throws {
        let claims = try await tokens.claims(of: tokens.token(for: account))
        #expect(claims.sub == "Acme")
        #expect(claims.aud == "cloudflow")
        #expect(claims.role == .client)
        #expect(claims.account == "Acme")
        #expect(claims.iat.timeIntervalSince1970 == 1_800_000_000)
        #expect(claims.exp.timeIntervalSince1970 == 1_800_000_300)
        #expect(UUID(uuidString: claims.jti) != nil)
    }

    @Test func aDevicesClaims() async throws {
        let claims = try await tokens.claims(of: tokens.token(for: device))
        #expect(claims.sub == "Till-7")
        #expect(claims.role == .device)
        #expect(claims.account == "Acme")
    }

    @Test func everyTokenHasItsOwnId() async throws {
        let first = try await tokens.claims(of: tokens.token(for: account)).jti
        let second = try await tokens.claims(of: tokens.token(for: account)).jti
        #expect(first != second)
    }

    @Test func itIsAJWTWithWholeSeconds() async throws {
        let parts = try await tokens.token(for: account).split(separator: ".").map(String.init)
        #expect(parts.count == 3)
        #expect(try decoded(parts[0]).contains(#""alg":"HS256""#))
        #expect(try decoded(parts[1]).contains(#""exp":1800000300"#))
    }

    @Test func itIsGoodFor5Minutes() async throws {
        let token = try await tokens.token(for: account)
        time.advance(by: 299)
        _ = try await tokens.claims(of: token)
        time.advance(by: 1)
        await #expect(throws: AccessTokenRejection.expired) { try await tokens.claims(of: token) }
        time.advance(by: -400)
        await #expect(throws: AccessTokenRejection.expired) { try await tokens.claims(of: token) }
    }

    @Test func aRestartKeepsTheKey() async throws {
        let token = try await tokens.token(for: account)
        let restarted = try await AccessTokens(Database(path: folder.path("a.sqlite"), logger: LogCapture().logger), now: time.now)
        #expect(try await restarted.claims(of: token).sub == "Acme")
    }

    @Test func anotherGatewaysTokenIsForged() async throws {
        let elsewhere = try TemporaryFolder()
        let other = try await AccessTokens(Database(path: elsewhere.path("a.sqlite"), logger: LogCapture().logger), now: time.now)
        let token = try await other.token(for: account)
        await #expect(throws: AccessTokenRejection.forged) { try await tokens.claims(of: token) }
    }

    @Test func whatIsChangedIsForged() async throws {
        let parts = try await tokens.token(for: account).split(separator: ".").map(String.init)
        let payload = encoded(try decoded(parts[1]).replacing("client", with: "device"))
        let unsigned = encoded(#"{"alg":"none","typ":"JWT"}"#)
        for token in [
            "\(parts[0]).\(payload).\(parts[2])", "\(unsigned).\(parts[1]).", "\(unsigned).\(parts[1]).\(parts[2])",
            "\(parts[0]).\(parts[1]).",
            "\(parts[0]).\(parts[1])", "", "..", "a.b.c",
        ] {
            await #expect(throws: AccessTokenRejection.forged) { try await tokens.claims(of: token) }
        }
    }

    @Test func aTokenForSomebodyElseIsForged() async throws {
        let key = try await SigningKeyStore(database: database).key()
        let keys = await JWTKeyCollection().add(hmac: HMACKey(key: key), digestAlgorithm: .sha256)
        let now = time.now()
        let claims = AccessClaims(sub: "Acme", aud: "elsewhere", role: .client, account: "Acme", iat: now, exp: now + 300, jti: "1")
        let token = try await keys.sign(SignedClaims(claims))
        await #expect(throws: AccessTokenRejection.forged) { try await tokens.claims(of: token) }
    }

    private func decoded(_ part: String) throws -> String {
        let base64 = part.replacing("-", with: "+").replacing("_", with: "/") + String(repeating: "=", count: (4 - part.count % 4) % 4)
        return String(decoding: try #require(Data(base64Encoded: base64)), as: UTF8.self)
    }

    private func encoded(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
