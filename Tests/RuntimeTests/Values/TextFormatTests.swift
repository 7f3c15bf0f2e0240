import CloudFlowRuntime
import FoundationEssentials
import Testing

@Suite struct UUIDTextTests {
    @Test func `either case is read, lower case is written`() throws {
        let uuid = try #require(UUID(uuidString: "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"))
        #expect(UUIDText(uuid).text == "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
        #expect(UUIDText("F81d4fae-7dec-11d0-a765-00a0c91e6bf6")?.uuid == uuid)
        #expect(UUIDText() != UUIDText())
        #expect(UUIDText().uuid != nil)
    }

    @Test(arguments: [
        "f81d4fae7dec11d0a76500a0c91e6bf6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
        "g81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "f81d4fae-7dec-11d0-a76500a0c91e6bf6-", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6 ",
    ])
    func `anything else is no UUID`(text: String) {
        #expect(UUIDText(text) == nil)
        #expect(UUIDText(verbatim: text).uuid == nil)
    }
}

@Suite struct URITextTests {
    @Test func `a URI is a URL`() throws {
        let text = "https://user@example.com:8443/a/b%20c?d=[1]&e#f"
        #expect(URIText(text)?.url?.host() == "example.com")
        #expect(URIText(verbatim: "/a?b").url?.path() == "/a")
        #expect(URIText(try #require(URL(string: "https://example.com/a"))).text == "https://example.com/a")
        #expect(URIText(verbatim: "").url == nil)
    }

    @Test(arguments: ["a b", "http://exa mple.com", "a%2", "a%zz", "ä", "<a>", "a#b#c", "1http://a", ":a", "a\\b", "{a}", "a\"b"])
    func `what RFC 3986 does not allow is no URI`(text: String) {
        #expect(URIText(text) == nil)
        #expect(URIText(verbatim: text).url == nil)
    }
}

@Suite struct Base64BytesTests {
    @Test(
        arguments: [
            ("", []), ("AA==", [0]), ("AA", [0]), ("+/8=", [251, 255]), ("-_8", [251, 255]), ("-_8=", [251, 255]), ("AAEC", [0, 1, 2]),
            ("AA\r\nEC\n", [0, 1, 2]),
        ] as [(String, [UInt8])]
    )
    func `both alphabets are read`(text: String, bytes: [UInt8]) {
        #expect(Base64Bytes(text)?.bytes == bytes)
    }

    @Test(arguments: ["A", "AAAAA", "A=A=", "AA=", "A===", "====", "AA==AA==", "A A=", "A*==", "ÄA=="])
    func `anything else is no Base64`(text: String) {
        #expect(Base64Bytes(text) == nil)
    }

    @Test func `bytes are written in either alphabet`() {
        #expect(Base64Bytes([251, 255]).text == "+/8=")
        #expect(Base64Bytes(urlSafe: [251, 255]).text == "-_8")
        for count in 0..<100 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            #expect(Base64Bytes(bytes).bytes == bytes)
            #expect(Base64Bytes(urlSafe: bytes).bytes == bytes)
        }
    }
}

@Suite struct SecretValueTests {
    @Test func `a secret is read and written, but never shown`() throws {
        let secret = try Secret(json: #""s3cret""#.bytes)
        #expect(secret.value == "s3cret")
        #expect(try secret.jsonText() == #""s3cret""#)
        #expect(secret == "s3cret")
        var dumped = ""
        dump([secret], to: &dumped)
        for text in [
            "\(secret)", String(reflecting: secret), dumped, "\(Optional(secret) as Any)", "\(Mirror(reflecting: secret).children.count)",
        ] {
            #expect(!text.contains("s3cret"))
        }
    }
}
