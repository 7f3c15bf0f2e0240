import CloudFlowRuntime
import Testing

enum TokenType: OpenEnum {
    case jwt
    case other(String)
    static let table = EnumTable<Self>([("jwt", .jwt)])
}

@Suite struct OpenEnumTests {
    @Test func `a known value is read as its case`() throws {
        #expect(try TokenType(json: Array(#""jwt""#.utf8)) == .jwt)
    }
}
