/// A time of the day as RFC 3339 writes it (`time`): `09:30:00Z`, with or without fractions of a second, at any offset.
///
/// A time without an offset, such as `09:30:00`, has the format too: many specifications mean just that.
public struct TimeOfDay: FormattedText {
    /// The parts of a time.
    public struct Components: Sendable, Hashable {
        /// 0 to 23.
        public let hour: Int
        /// 0 to 59.
        public let minute: Int
        /// 0 to 59, and 60 for a leap second.
        public let second: Int
        /// 0 to 999,999,999.
        public let nanosecond: Int
        /// How far it is ahead of UTC, in seconds; nil where the text does not say.
        public let offset: Int?
    }

    public let text: String

    public init(verbatim text: String) { self.text = text }

    /// A time without an offset; nil where there is no such time.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard 0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second else { return nil }
        text = String(fields: [(hour, 2, ":"), (minute, 2, ":"), (second, 2, "")])
    }

    /// The parts of the time; nil where the text is none.
    public var components: Components? { text.scanned { $0.time() } }

    public static func isWellFormed(_ text: String) -> Bool { TimeOfDay(verbatim: text).components != nil }

    public static var parameterForm: String { "a time, as 09:30:00Z" }
}

extension TimeOfDay.Components {
    var secondOfDay: Int { (hour * 60 + minute) * 60 + second }
}

extension FormatScanner {
    /// `full-time` of RFC 3339, section 5.6, or `partial-time`. Leap seconds are the last ones of a day in UTC.
    mutating func time() -> TimeOfDay.Components? {
        guard let hour = number(digits: 2), take(.colon), let minute = number(digits: 2), take(.colon), let second = number(digits: 2),
            hour <= 23, minute <= 59, second <= 60
        else { return nil }
        var nanosecond = 0
        if take(.period) {
            guard let fraction = billionths() else { return nil }
            nanosecond = fraction
        }
        var offset: Int?
        if !isAtEnd {
            guard let seconds = timeOffset() else { return nil }
            offset = seconds
        }
        if second == 60, (hour * 60 + minute - (offset ?? 0) / 60 + 1440) % 1440 != 1439 { return nil }
        return TimeOfDay.Components(hour: hour, minute: minute, second: second, nanosecond: nanosecond, offset: offset)
    }

    /// `time-offset`, in seconds.
    private mutating func timeOffset() -> Int? {
        if take(letter: "Z") { return 0 }
        let isBehind = next == .minus
        guard take(.minus) || take(.plus), let hours = number(digits: 2), take(.colon), let minutes = number(digits: 2),
            hours <= 23, minutes <= 59
        else { return nil }
        return (isBehind ? -1 : 1) * (hours * 60 + minutes) * 60
    }
}
