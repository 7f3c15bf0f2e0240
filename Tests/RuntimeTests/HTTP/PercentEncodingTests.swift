import Testing

@testable import CloudFlowRuntime

struct PercentEncodingTests {
    @Test(
        arguments: [
            ("", ""),
            ("AZaz09-._~", "AZaz09-._~"),
            ("a/b c", "a%2Fb%20c"),
            ("%", "%25"),
            ("+&=?#", "%2B%26%3D%3F%23"),
            ("\u{0}\u{7f}", "%00%7F"),
            ("ü€👋", "%C3%BC%E2%82%AC%F0%9F%91%8B"),
        ]
    )
    func textIsEncodedAndDecoded(_ text: String, encoded: String) {
        #expect(text.percentEncoded == encoded)
        #expect(encoded[...].percentDecoded() == text)
        #expect(encoded[...].percentDecoded(plusIsSpace: true) == text)
    }

    @Test
    func plusIsASpaceInAQueryOnly() {
        #expect("a+b%2B"[...].percentDecoded(plusIsSpace: true) == "a b+")
        #expect("a+b%2B"[...].percentDecoded() == "a+b+")
    }

    @Test(arguments: ["%2f", "%2F"])
    func digitsAreOfEitherCase(_ encoded: String) {
        #expect(encoded[...].percentDecoded() == "/")
    }

    @Test(arguments: ["%", "a%", "%2", "%2G", "%G2", "% 2", "%-1", "%%", "%FF", "%C3", "%C3%28", "%ED%A0%80", "%C0%AF", "%F5%80%80%80"])
    func whatIsNotEncodedTextIsNotDecoded(_ encoded: String) {
        #expect(encoded[...].percentDecoded() == nil)
    }
}
