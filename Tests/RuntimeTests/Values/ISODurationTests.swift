import CloudFlowRuntime
import Testing

@Suite struct ISODurationTests {
    @Test(
        arguments: [
            ("PT0S", 0), ("PT1.5S", 1500), ("PT1,5S", 1500), ("PT1H30M", 5_400_000), ("PT0.5H", 1_800_000), ("P1D", 86_400_000),
            ("P2W", 1_209_600_000), ("P1W1DT1H1M1S", 694_861_000), ("P0.5D", 43_200_000), ("P1.5W", 907_200_000), ("-PT15M", -900_000),
            ("PT36H", 129_600_000), ("P999999999999W", 604_799_999_999_395_200_000),
        ] as [(String, Int128)]
    )
    func `a length in days and less is a duration`(text: String, milliseconds: Int128) {
        #expect(ISODuration(text)?.duration == Duration(attoseconds: milliseconds * 1_000_000_000_000_000))
    }

    @Test func `fractions are exact to the nanosecond`() {
        #expect(ISODuration("PT0.000000001S")?.duration == .nanoseconds(1))
        #expect(ISODuration("PT0.1234567899S")?.duration == .nanoseconds(123_456_789))
    }

    @Test func `years and months have no fixed length`() throws {
        let components = try #require(ISODuration("P1Y2M3W4DT5H6M7.5S")?.components)
        #expect((components.years, components.months, components.days) == (1, 2, 25))
        #expect(components.time == .milliseconds(18_367_500))
        #expect(ISODuration("P1M")?.duration == nil)
        #expect(ISODuration("P1M")?.components?.months == 1)
        #expect(ISODuration("PT1M")?.duration == .seconds(60))
        #expect(ISODuration("-P1Y")?.components?.years == -1)
    }

    @Test(arguments: [
        "", "P", "PT", "P1", "1D", "P1S", "PT1D", "P1DT", "P1D1Y", "P1Y1Y", "PT1S1M", "P1.5Y", "P1.5M", "PT1.5H30M", "P-1D", "PT1.S",
        "PT.5S",
        "p1d", "P1D ", "P1000000000000D", "+P1D",
    ])
    func `anything else is no duration`(text: String) {
        #expect(ISODuration(text) == nil)
    }

    @Test func `a duration is written in hours, minutes and seconds`() {
        let written: [(Duration, String)] = [
            (.zero, "PT0S"), (.seconds(60), "PT1M"), (.seconds(3601), "PT1H1S"), (.milliseconds(1250), "PT1.25S"),
            (.milliseconds(-500), "-PT0.5S"), (.seconds(86_400), "PT24H"), (.nanoseconds(1), "PT0.000000001S"), (.seconds(-90), "-PT1M30S"),
        ]
        for (duration, text) in written {
            #expect(ISODuration(duration).text == text)
            #expect(ISODuration(duration).duration == duration)
        }
    }

    @Test func `the longest durations are written`() {
        #expect(ISODuration(.seconds(Int64.max)).text == "PT2562047788015215H30M7S")
        #expect(ISODuration(.seconds(Int64.min)).text == "-PT2562047788015215H30M8S")
    }
}
