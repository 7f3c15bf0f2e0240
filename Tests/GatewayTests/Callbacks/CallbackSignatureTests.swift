@testable import CloudFlowGateway
import Testing

@Suite struct CallbackSignatureTests {
    /// The expected code is OpenSSL's: `printf '1700000000.{"id":"order-1"}' | openssl dgst -sha256 -hmac 'a shared secret'`.
    @Test func theCodeIsThatOfTheTimeAndTheBody() {
        let signature = CallbackSignature(of: Array(#"{"id":"order-1"}"#.utf8), at: 1_700_000_000, secret: Array("a shared secret".utf8))
        #expect(signature.text == "t=1700000000,v1=058daa6dba5e24af6c872a1b144274b043a21c8bccc4a458125bfd3e0f63d962")
    }
}
