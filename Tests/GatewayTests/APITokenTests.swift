@testable import CloudFlowGateway
import Testing

@Suite struct APITokenTests {
    @Test func aTokenIs256BitsOfURLSafeBase64() {
        let token = APIToken.random()
        #expect(token.text.utf8.count == 43)
        #expect(token.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        #expect(Set((0..<1000).map { _ in APIToken.random().text }).count == 1000)
    }

    @Test func noDescriptionShowsIt() {
        let token = APIToken.random()
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), dumped, "\([token])", "\((token: token, 1))"] {
            #expect(!text.contains(token.text))
        }
    }
}
