import SpecYAML
import Testing

@Suite struct ParserInputTests {
    @Test func invalidUTF8IsToldWhereItIs() {
        #expect(
            findings(bytes: Array("a: é\nbé: ".utf8) + [0xFF] + Array("x".utf8))
                == "spec.yaml:2:5: error: the byte 0xFF is not valid UTF-8 here; save the file as UTF-8"
        )
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5],
            [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3, 0x28],
        ] as [[UInt8]]
    )
    func everySequenceThatIsNotUTF8IsRefused(_ bytes: [UInt8]) {
        let code = String(bytes[0], radix: 16, uppercase: true)
        #expect(
            findings(bytes: Array("a: ".utf8) + bytes)
                == "spec.yaml:1:4: error: the byte 0x\(code) is not valid UTF-8 here; save the file as UTF-8"
        )
    }

    @Test func scalarsOfEveryLengthAreKept() throws {
        #expect(try parse("a: \"ß€😀\u{10FFFD}\"")["a"]?.text == "ß€😀\u{10FFFD}")
    }

    @Test func aByteOrderMarkIsPassedOver() throws {
        let node = try parse("\u{FEFF}a: 1")
        #expect(node.outline == "{a: 1}")
        #expect(node.location.description == "spec.yaml:1:1")
    }

    @Test(arguments: [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x3A, 0], [0, 0x61, 0, 0x3A]] as [[UInt8]])
    func utf16IsRefused(_ bytes: [UInt8]) {
        #expect(findings(bytes: bytes) == "spec.yaml: error: the file is not in UTF-8 (UTF-16 or UTF-32?); save it as UTF-8")
    }

    @Test func aNULIsToldWhereItIs() {
        #expect(findings("a: 1\nb: x\0y") == "spec.yaml:2:5: error: a NUL byte; remove it")
    }

    @Test func controlCharactersAreToldWhereTheyAre() {
        #expect(findings("a: \"x\u{8}\"") == "spec.yaml:1:6: error: the control character U+0008 is not allowed; remove it")
        #expect(findings("a: \u{1F}") == "spec.yaml:1:4: error: the control character U+001F is not allowed; remove it")
    }

    @Test func lineEndsOfAllSystemsCount() {
        #expect(findings("a: 1\r\nb: 2\rc: \0") == "spec.yaml:3:4: error: a NUL byte; remove it")
    }
}
