import CloudFlowRuntime
import Testing

/// What holds for all formats.
@Suite struct FormattedTextTests {
    private struct Record<Text: FormattedText>: JSONReadable {
        var value: Text

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            value = reader.value("value")
            reader.endObject(object)
        }
    }

    private static let formats: [(type: any FormattedText.Type, good: String, rule: String)] = [
        (DateTime.self, "2024-05-17t09:30:00.12345678901+02:00", "must be a date and time, as 2024-05-17T09:30:00Z"),
        (CalendarDate.self, "2024-02-29", "must be a date, as 2024-05-17"),
        (TimeOfDay.self, "09:30:00.5", "must be a time, as 09:30:00Z"),
        (ISODuration.self, "P1Y2M3DT4H5M6,5S", "must be a duration, as P3DT12H30M"),
        (UUIDText.self, "F81d4fae-7dec-11d0-a765-00a0c91e6bf6", "must be a UUID, as f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        (URIText.self, "https://example.com/%7Ea?b=c#d", "must be a URI"),
        (Base64Bytes.self, "-_8", "must be bytes in Base64"),
        (DecimalText.self, "012.50".replacing("012", with: "12"), "must be a decimal number, as 12.50"),
    ]

    @Test(arguments: formats.indices)
    func `the text is kept as it came`(format: Int) throws {
        func check<Text: FormattedText>(_ type: Text.Type, _ text: String) throws {
            for text in [text, "not it at all", "", "\u{0}\"ö"] {
                let value = try Text(json: text.json())
                #expect(value.text == text)
                #expect(value.description == text)
                #expect(value.parameterText == text)
                #expect(try value.json() == text.json())
                #expect(value == Text(verbatim: text))
            }
        }
        try check(Self.formats[format].type, Self.formats[format].good)
    }

    @Test(arguments: formats.indices)
    func `a strict reading refuses a text without the format, at its place`(format: Int) throws {
        func check<Text: FormattedText>(_ type: Text.Type, _ good: String, _ rule: String) throws {
            #expect(try Record<Text>(json: "{\"value\":\(good.jsonText())}".bytes, strict: true).value.text == good)
            let malformed = "{\"value\":\"not it at all\"}".bytes
            #expect(try Record<Text>(json: malformed).value.text == "not it at all")
            let error = #expect(throws: JSONError.self) { try Record<Text>(json: malformed, strict: true) }
            #expect(error == JSONError(.constraint(rule), offset: 9, pointer: "/value"))
            #expect(throws: JSONError.self) { try Record<Text>(json: "{\"value\":1}".bytes) }
        }
        try check(Self.formats[format].type, Self.formats[format].good, Self.formats[format].rule)
    }

    @Test(arguments: formats.indices)
    func `values made from text and parameters have the format`(format: Int) {
        func check<Text: FormattedText>(_ type: Text.Type, _ good: String) {
            #expect(Text(good)?.text == good)
            #expect(Text(parameterText: good)?.text == good)
            #expect(Text("not it at all") == nil)
            #expect(Text(parameterText: "not it at all") == nil)
            #expect(Text.parameterForm.isEmpty == false)
        }
        check(Self.formats[format].type, Self.formats[format].good)
    }
}
