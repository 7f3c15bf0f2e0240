import CloudFlowRuntime
import SeededRandom
import Testing

@Suite struct StringTests {
    @Test(arguments: [
        (#""""#, ""), (#""a""#, "a"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""\uD83D\uDE00""#, "😀"),
        (#""\ud800\udc00\udbff\udfff""#, "\u{10000}\u{10FFFF}"), (#""\u0000""#, "\0"), (#""a\u0000b""#, "a\0b"), (#""\\u0041""#, "\\u0041"),
        (#""é\né""#, "é\né"), (#""1234567\n1234567""#, "1234567\n1234567"), (#""\n12345678""#, "\n12345678"),
        (#""12345678\n""#, "12345678\n"),
        (#""e\u0301""#, "e\u{301}"),
        (#""日本語 and \"quotes\" in a long enough text – with dashes""#, "日本語 and \"quotes\" in a long enough text – with dashes"),
    ])
    func `text is unescaped`(document: String, text: String) throws {
        #expect(try String(json: document.bytes).utf8.elementsEqual(text.utf8))
        // Behind one another, so that what follows a string in memory differs.
        #expect(try [String](json: "[\(document),\(document) ]".bytes).allSatisfy { $0.utf8.elementsEqual(text.utf8) })
    }

    @Test func `text of every length is read and written`() throws {
        for filling in ["a", "é", "€", "😀", "\\", "\"", "\n", "\u{1}"] {
            for count in 0...40 {
                for prefix in ["", "abc"] {
                    let text = prefix + String(repeating: filling, count: count)
                    #expect(try String(json: text.json()) == text)
                }
            }
        }
    }

    @Test func `an escape may stand at every place`() throws {
        for place in 0...20 {
            let (before, after) = (String(repeating: "x", count: place), String(repeating: "y", count: 20 - place))
            for (written, read) in [(#"\n"#, "\n"), (#"\u00e9"#, "é"), (#"\ud83d\ude00"#, "😀"), ("é", "é"), ("日", "日")] {
                #expect(try String(json: "\"\(before)\(written)\(after)\"".bytes) == before + read + after)
            }
        }
    }

    @Test func `only what must be escaped is escaped`() throws {
        let all = String(String.UnicodeScalarView((0...0x7F).compactMap(Unicode.Scalar.init)))
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"#
            + ##"\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"##
            + "abcdefghijklmnopqrstuvwxyz{|}~\u{7F}\""
        #expect(try all.jsonText() == expected)
        #expect(try "é€😀\u{2028}/".jsonText() == "\"é€😀\u{2028}/\"")
    }

    @Test func `random texts come back as they were written`() throws {
        let seed: UInt64 = 0x5EED_0008
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let scalars = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...(random.chance(1, in: 2) ? 0x7F : 0x10FFFF), using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            if try !String(json: text.json()).utf8.elementsEqual(text.utf8) { Issue.record("seed \(seed): \(text.debugDescription)") }
        }
    }
}
