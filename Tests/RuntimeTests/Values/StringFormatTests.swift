import CloudFlowRuntime
import Testing

@Suite struct StringFormatTests {
    @Test(
        arguments: [
            (.email, ["a@b.fr", "a+b@localhost", "é@ü.de"], ["", "a", "@b", "a@", "a b@c.de", "a@b@c"]),
            (
                .hostname, ["example.com", "a", "xn--bcher-kva.de", "1.2", String(repeating: "a", count: 63)],
                [
                    "", "-a", "a-", "a..b", "a.b.", "a_b", "ä.de", String(repeating: "a", count: 64),
                    String(repeating: "a.", count: 127) + "abc",
                ]
            ),
            (
                .ipv4, ["0.0.0.0", "255.255.255.255", "192.168.1.10"],
                ["", "256.0.0.1", "1.2.3", "1.2.3.4.", "1.2.3.4.5", "01.2.3.4", "1.2.3.04", "1.2.3.4\n", "a.b.c.d"]
            ),
            (
                .ipv6,
                ["::", "::1", "1::", "2001:db8::8a2e:370:7334", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "1:2:3:4:5:6:1.2.3.4", "fe80::1:2"],
                [
                    "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "1:2:3:4:5:6:7:1.2.3.4",
                    "::1.2.3", "fe80::1%eth0", "1.2.3.4", ":1:2:3:4:5:6:7:8", "1.2.3.4::",
                ]
            ),
            (
                .uri, ["https://example.com", "urn:isbn:1", "mailto:a@b.c", "a:", "http://[::1]:80/?#"],
                ["", "/a", "example.com", "//a", "http://a b", "1a:b", "http://ä"]
            ),
            (
                .uriReference, ["", "/a", "../b", "?q", "#f", "a/b:c", "https://example.com", "./a:b"],
                ["a b", ":a", "1:b", "a#b#c", "%", "%2", "\\"]
            ),
            (.uriTemplate, ["https://a/{b}/{?c,d*}{e:3}", "", "{+path}/x", "{a,b}"], ["{", "}", "{}", "{a b}", "a b", "{a:0}", "<>"]),
            (.jsonPointer, ["", "/", "/a/b~0~1", "/é"], ["a", "/~", "/~2", "#/a"]),
            (.relativeJSONPointer, ["0", "1/a", "0#", "12/~0"], ["", "/a", "01", "-1", "1a"]),
            (.regex, ["^a+$", ""], ["(", "a**"]),
        ] as [(StringFormat, [String], [String])]
    )
    func `formats are checked`(format: StringFormat, good: [String], bad: [String]) {
        for text in good where !format.accepts(text) { Issue.record("\(text) is \(format)") }
        for text in bad where format.accepts(text) { Issue.record("\(text) is not \(format)") }
    }
}
