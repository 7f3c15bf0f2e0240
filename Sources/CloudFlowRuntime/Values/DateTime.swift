public import FoundationEssentials

/// A point in time as RFC 3339 writes it (`date-time`): `2024-05-17T09:30:00Z`, with or without fractions of a second, at any offset.
public struct DateTime: FormattedText {
    public let text: String

    public init(verbatim text: String) { self.text = text }

    /// A point in time, written in UTC with milliseconds, to which it is rounded. Years before 0 and after 9999, which RFC 3339 can't
    /// write, become the first or the last point in time that it can.
    public init(_ date: Date) {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        let clamped = milliseconds.isNaN ? 0 : Int(Swift.min(Swift.max(milliseconds, -62_167_219_200_000), 253_402_300_799_999))
        let (day, time) = clamped.quotientAndRemainder(flooringBy: 86_400_000)
        let date = CalendarDate.Components(daysSince1970: day)
        text = String(fields: [
            (date.year, 4, "-"), (date.month, 2, "-"), (date.day, 2, "T"),
            (time / 3_600_000, 2, ":"), (time / 60_000 % 60, 2, ":"), (time / 1000 % 60, 2, "."), (time % 1000, 3, "Z"),
        ])
    }

    /// The point in time, to about a microsecond. A leap second is the second after it.
    public var date: Date? {
        text.scanned { scanner in
            guard let day = scanner.date(), scanner.take(letter: "T") || scanner.take(.space),
                let time = scanner.time(), let offset = time.offset
            else { return nil }
            let seconds = day.daysSince1970 * 86_400 + time.secondOfDay - offset
            return Date(timeIntervalSince1970: Double(seconds) + Double(time.nanosecond) / 1e9)
        }
    }

    public static func isWellFormed(_ text: String) -> Bool { DateTime(verbatim: text).date != nil }

    public static var parameterForm: String { "a date and time, as 2024-05-17T09:30:00Z" }
}

extension Int {
    /// Rounds down, also below zero, so that the remainder is never negative.
    func quotientAndRemainder(flooringBy divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
