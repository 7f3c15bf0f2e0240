import CloudFlowRuntime
import FoundationEssentials
import SeededRandom
import Testing

@Suite struct DateTimeTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0.0),
        ("1970-01-01t00:00:00z", 0),
        ("1970-01-01 00:00:00Z", 0),
        ("1970-01-01T00:00:00-00:00", 0),
        ("2024-05-17T09:30:00Z", 1_715_938_200),
        ("2024-05-17T09:30:00.25Z", 1_715_938_200.25),
        ("2024-05-17T09:30:00.250000000000000000000000Z", 1_715_938_200.25),
        ("2024-05-17T11:30:00+02:00", 1_715_938_200),
        ("2024-05-17T00:00:00-09:30", 1_715_938_200),
        ("1998-12-31T23:59:60Z", 915_148_800),
        ("1998-12-31T15:59:60.5-08:00", 915_148_800.5),
        ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
        ("2000-02-29T12:00:00Z", 951_825_600),
    ])
    func `the point in time is that of RFC 3339`(text: String, seconds: Double) {
        #expect(DateTime(text)?.date == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: [
        "", "2024-05-17", "2024-05-17T09:30:00", "2024-05-17T09:30Z", "2024-05-17T09:30:00.Z", "2024-05-17T09:30:00,5Z",
        "2024-5-17T09:30:00Z",
        "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z", "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
        "2024-04-31T00:00:00Z", "2024-05-00T00:00:00Z", "2024-05-17T24:00:00Z", "2024-05-17T09:60:00Z", "2024-05-17T09:30:61Z",
        "1998-12-31T23:58:60Z", "1998-12-31T23:59:60+01:00", "2024-05-17T09:30:00+0200", "2024-05-17T09:30:00+24:00",
        "2024-05-17T09:30:00+02:60",
        "2024-05-17T09:30:00+2:00", "2024-05-17T09:30:00ZZ", " 2024-05-17T09:30:00Z", "2024-05-17T09:30:00Z ", "２024-05-17T09:30:00Z",
        "+2024-05-17T09:30:00Z", "-024-05-17T09:30:00Z", "20240517T093000Z", "2024-05-17T09:30:00Z\u{0}",
    ])
    func `anything else is no point in time`(text: String) {
        #expect(DateTime(text) == nil)
        #expect(DateTime(verbatim: text).date == nil)
    }

    @Test func `a date is written in UTC with milliseconds`() {
        for (seconds, text) in [
            (0.0, "1970-01-01T00:00:00.000Z"), (1_715_938_200.25, "2024-05-17T09:30:00.250Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
            (0.9996, "1970-01-01T00:00:01.000Z"), (951_868_799, "2000-02-29T23:59:59.000Z"), (-62_167_219_200, "0000-01-01T00:00:00.000Z"),
            (1e300, "9999-12-31T23:59:59.999Z"), (-.infinity, "0000-01-01T00:00:00.000Z"), (.nan, "1970-01-01T00:00:00.000Z"),
        ] {
            #expect(DateTime(Date(timeIntervalSince1970: seconds)).text == text)
        }
    }

    @Test func `every day of 800 years is written and read as the same`() {
        for day in stride(from: -146_097, to: 146_097, by: 1) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            if DateTime(date).date != date { Issue.record("day \(day)") }
        }
    }

    @Test func `Foundation reads the same, but for the days of the Julian calendar`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let milliseconds = Int.random(in: -11_000_000_000_000...100_000_000_000_000, using: &random)
            let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            let text = DateTime(date).text
            let read = try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
            let difference =
                abs(read.timeIntervalSince(date)) + abs((DateTime(verbatim: text).date ?? .distantPast).timeIntervalSince(date))
            if difference > 1e-4 { Issue.record("\(text), seed \(seed)") }
        }
    }
}
