import FoundationEssentials
import HTTPTypes

extension APIResponse {
    /// What `Retry-After` asks for: a number of seconds, or the time up to an HTTP date (RFC 9110, section 10.2.3).
    ///
    /// - Parameter now: the time to count a date from.
    func retryAfter(now: Date = .now) -> Duration? {
        guard let text = head.headerFields[.retryAfter] else { return nil }
        if let seconds = UInt32(text) { return .seconds(Int(seconds)) }
        guard let date = Date(httpDate: text) else { return nil }
        return .seconds(Swift.max(0, date.timeIntervalSince(now)))
    }
}

extension Date {
    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the form that RFC 9110, section 5.6.7, has senders use.
    init?(httpDate text: String) {
        let fields = text.split(whereSeparator: { $0 == " " || $0 == ":" })
        guard fields.count == 8, fields[7] == "GMT", let month = httpMonths.firstIndex(of: fields[2]) else { return nil }
        let numbers = [1, 3, 4, 5, 6].compactMap { Int(fields[$0]) }
        guard numbers.count == 5 else { return nil }
        let components = DateComponents(
            calendar: Calendar(identifier: .gregorian),
            timeZone: .gmt,
            year: numbers[1],
            month: month + 1,
            day: numbers[0],
            hour: numbers[2],
            minute: numbers[3],
            second: numbers[4]
        )
        guard components.isValidDate, let date = components.date else { return nil }
        self = date
    }
}

private let httpMonths: [Substring] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
