import CloudFlowRuntime
import FoundationEssentials
import Testing

@Suite struct CalendarDateTests {
    @Test func `a day has a year, a month and a day`() throws {
        let components = try #require(CalendarDate("2024-05-17")?.components)
        #expect((components.year, components.month, components.day) == (2024, 5, 17))
        #expect(CalendarDate(year: 2024, month: 5, day: 17)?.text == "2024-05-17")
        #expect(CalendarDate(year: 7, month: 1, day: 2)?.text == "0007-01-02")
        #expect(CalendarDate("2024-05-17")?.date == Date(timeIntervalSince1970: 1_715_904_000))
        #expect(CalendarDate(Date(timeIntervalSince1970: 1_715_990_399.5)).text == "2024-05-17")
        #expect(CalendarDate(Date(timeIntervalSince1970: -1)).text == "1969-12-31")
    }

    @Test func `there are no other days than those of the calendar`() {
        for (year, month, day) in [
            (2023, 2, 29), (2024, 2, 30), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (10_000, 1, 1), (-1, 1, 1),
        ] {
            #expect(CalendarDate(year: year, month: month, day: day) == nil)
        }
        #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
        for text in ["2024-5-17", "17.05.2024", "2024-05-17T00:00:00Z", "2024-05-17 ", "20240517", "2024-W20-5"] {
            #expect(CalendarDate(text) == nil)
        }
    }

    @Test func `days are ordered`() {
        let days = ["2024-05-17", "2023-12-31", "2024-05-02"].compactMap { CalendarDate($0) }
        #expect(days.sorted().map(\.text) == ["2023-12-31", "2024-05-02", "2024-05-17"])
    }
}

@Suite struct TimeOfDayTests {
    @Test func `a time has parts and maybe an offset`() {
        #expect(
            TimeOfDay("09:30:05")?.components.map { [$0.hour, $0.minute, $0.second, $0.nanosecond, $0.offset ?? -1] } == [9, 30, 5, 0, -1]
        )
        #expect(TimeOfDay("23:59:59.123456789Z")?.components.map { [$0.nanosecond, $0.offset ?? -1] } == [123_456_789, 0])
        #expect(TimeOfDay("00:00:00-03:30")?.components?.offset == -12_600)
        #expect(TimeOfDay("23:59:60z")?.components?.second == 60)
        #expect(TimeOfDay(hour: 9, minute: 5)?.text == "09:05:00")
        #expect(TimeOfDay(hour: 24, minute: 0) == nil)
    }

    @Test(arguments: ["9:30:00", "09:30", "24:00:00", "09:30:60", "09:30:00+2", "T09:30:00", "09:30:00 Z", ""])
    func `anything else is no time`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }
}
