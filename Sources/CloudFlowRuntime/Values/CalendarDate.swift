public import FoundationEssentials

/// A day of the calendar as RFC 3339 writes it (`date`): `2024-05-17`.
public struct CalendarDate: FormattedText {
    /// A day of the Gregorian calendar, which is taken to have been in use since the year 0.
    public struct Components: Sendable, Hashable {
        /// 0 to 9999.
        public let year: Int
        /// 1 to 12.
        public let month: Int
        /// 1 to 31.
        public let day: Int
    }

    public let text: String

    public init(verbatim text: String) { self.text = text }

    /// Nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let components = Components(checkedYear: year, month: month, day: day) else { return nil }
        text = components.description
    }

    /// The day that it is in UTC at a point in time.
    public init(_ date: Date) {
        text = String(DateTime(date).text.prefix(10))
    }

    /// Year, month and day; nil where the text is no date.
    public var components: Components? { text.scanned { $0.date() } }

    /// The beginning of the day in UTC.
    public var date: Date? {
        components.map { Date(timeIntervalSince1970: Double($0.daysSince1970 * 86_400)) }
    }

    public static func isWellFormed(_ text: String) -> Bool { CalendarDate(verbatim: text).components != nil }

    public static var parameterForm: String { "a date, as 2024-05-17" }
}

/// Well-formed dates are ordered as the days are: their texts are.
extension CalendarDate: Comparable {
    public static func < (first: CalendarDate, second: CalendarDate) -> Bool { first.text < second.text }
}

extension CalendarDate.Components: CustomStringConvertible {
    fileprivate init?(checkedYear year: Int, month: Int, day: Int) {
        guard 0...9999 ~= year, 1...12 ~= month, 1...Self.lastDay(of: month, in: year) ~= day else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func lastDay(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public var description: String { String(fields: [(year, 4, "-"), (month, 2, "-"), (day, 2, "")]) }

    // Years are counted from March on: so the leap day comes last, and the months before a month have (153 * month + 2) / 5 days.
    // 719,468 days lie between 0000-03-01 and 1970-01-01; another period of 400 years keeps all numbers positive.
    private static let daysIn400Years = 146_097
    private static let daysBefore1970 = 719_468 + daysIn400Years

    var daysSince1970: Int {
        let marchYear = (month > 2 ? year : year - 1) + 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - Self.daysBefore1970
    }

    /// - Parameter daysSince1970: Of a day in the years 0 to 9999.
    init(daysSince1970: Int) {
        let (period, day) = (daysSince1970 + Self.daysBefore1970).quotientAndRemainder(dividingBy: Self.daysIn400Years)
        let yearOfPeriod = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (yearOfPeriod * 365 + yearOfPeriod / 4 - yearOfPeriod / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = period * 400 + yearOfPeriod - 400 + (month > 2 ? 0 : 1)
        self.day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    }
}

extension FormatScanner {
    /// `full-date` of RFC 3339, section 5.6.
    mutating func date() -> CalendarDate.Components? {
        guard let year = number(digits: 4), take(.minus), let month = number(digits: 2), take(.minus), let day = number(digits: 2)
        else { return nil }
        return CalendarDate.Components(checkedYear: year, month: month, day: day)
    }
}
