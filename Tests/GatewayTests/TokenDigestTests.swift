@testable import CloudFlowGateway
import Testing

@Suite struct TokenDigestTests {
    @Test func aDigestMatchesItsTokenAlone() {
        let token = APIToken.random()
        let digest = TokenDigest(of: token)
        #expect(digest.bytes.count == 32)
        #expect(digest.matches(token.text))
        #expect(!digest.matches(token.text.lowercased()))
        #expect(!digest.matches(""))
        #expect(!digest.matches(APIToken.random().text))
    }

    /// FIPS 180-2, appendix B.1.
    @Test func itIsSHA256() {
        let expected: [UInt8] = [
            0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
            0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad,
        ]
        #expect(TokenDigest(of: APIToken(text: "abc")).bytes == expected)
        #expect(TokenDigest(bytes: expected).matches("abc"))
    }

    @Test func nobodysDigestMatchesNothing() {
        #expect(!TokenDigest.ofNobody.matches(""))
        #expect(!TokenDigest.ofNobody.matches("abc"))
    }
}
