/// A length of time as ISO 8601 writes it (`duration`): `P3DT12H30M5.25S`, `P4W`, `-PT15M`.
///
/// The last number may have a fraction, behind a point or a comma; years and months may not.
public struct ISODuration: FormattedText {
    /// The three kinds of time that no fixed factor connects: a month has 28 to 31 days, a day 23 to 25 hours where clocks change.
    public struct Components: Sendable, Hashable {
        /// How many years, of which none has a length that is always the same.
        public var years = 0
        /// How many months, of which none has a length that is always the same.
        public var months = 0
        /// Weeks are seven each; half a day is time.
        public var days = 0
        /// Hours, minutes and seconds.
        public var time = Duration.zero
    }

    public let text: String

    public init(verbatim text: String) { self.text = text }

    /// Written in hours, minutes and seconds, to the nanosecond.
    public init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = (attoseconds / 1_000_000_000).magnitude
        let (hours, rest) = seconds.magnitude.quotientAndRemainder(dividingBy: 3600)
        let sign = seconds < 0 || attoseconds < 0 ? "-" : ""
        text = "\(sign)PT" + Self.written(hours: hours, minutes: rest / 60, seconds: rest % 60, nanoseconds: nanoseconds)
    }

    /// What the text says; all numbers are negative where a minus stands before it.
    public var components: Components? { text.scanned { $0.duration() } }

    /// The length in seconds, with days of 24 hours; nil where it is in years or months, too.
    public var duration: Duration? {
        guard let components, components.years == 0, components.months == 0 else { return nil }
        return .seconds(components.days * 86_400) + components.time
    }

    public static func isWellFormed(_ text: String) -> Bool { ISODuration(verbatim: text).components != nil }

    public static var parameterForm: String { "a duration, as P3DT12H30M" }

    private static func written(hours: UInt64, minutes: UInt64, seconds: UInt64, nanoseconds: UInt64) -> String {
        var text = ""
        if hours > 0 { text += "\(hours)H" }
        if minutes > 0 { text += "\(minutes)M" }
        var fraction = String(fields: [(Int(nanoseconds), 9, "")])
        while fraction.hasSuffix("0") { fraction.removeLast() }
        if fraction.isEmpty {
            if seconds > 0 || text.isEmpty { text += "\(seconds)S" }
        } else {
            text += "\(seconds).\(fraction)S"
        }
        return text
    }
}

extension FormatScanner {
    fileprivate mutating func duration() -> ISODuration.Components? {
        let sign = take(.minus) ? -1 : 1
        guard take(UInt8(ascii: "P")), let date = amounts(of: ["Y", "M", "W", "D"]) else { return nil }
        let hasTime = take(UInt8(ascii: "T"))
        guard let time = amounts(of: hasTime ? ["H", "M", "S"] : []), !date.isEmpty || hasTime, !hasTime || !time.isEmpty else {
            return nil
        }
        if let years = date["Y"], years.billionths > 0 { return nil }
        if let months = date["M"], months.billionths > 0 { return nil }
        let (weeks, days) = (date["W"] ?? Amount(), date["D"] ?? Amount())
        let fractionOfDays = Duration.nanoseconds(weeks.billionths * 7 * 86_400 + days.billionths * 86_400)
        let (hours, minutes, seconds) = (time["H"] ?? Amount(), time["M"] ?? Amount(), time["S"] ?? Amount())
        return ISODuration.Components(
            years: (date["Y"]?.whole ?? 0) * sign,
            months: (date["M"]?.whole ?? 0) * sign,
            days: (weeks.whole * 7 + days.whole) * sign,
            time: (fractionOfDays + hours.times(3600) + minutes.times(60) + seconds.times(1)) * sign
        )
    }

    private struct Amount {
        var whole = 0
        var billionths = 0

        func times(_ seconds: Int) -> Duration { .seconds(whole * seconds) + .nanoseconds(billionths * seconds) }
    }

    /// Numbers, each with the letter of its unit behind it, in the order of the units. Nil where something is wrong with them.
    private mutating func amounts(of units: [Unicode.Scalar]) -> [Unicode.Scalar: Amount]? {
        var amounts: [Unicode.Scalar: Amount] = [:]
        var rest = units[...]
        while next.isDigit {
            // Twelve digits of weeks are still fewer seconds than an Int holds.
            guard let whole = number(maximumDigits: 12) else { return nil }
            var amount = Amount(whole: whole)
            let hasFraction = take(.period) || take(.comma)
            if hasFraction {
                guard let billionths = billionths() else { return nil }
                amount.billionths = billionths
            }
            while let unit = rest.first, !take(UInt8(ascii: unit)) { rest.removeFirst() }
            guard let unit = rest.popFirst(), !hasFraction || isAtEnd else { return nil }
            amounts[unit] = amount
        }
        return amounts
    }
}
