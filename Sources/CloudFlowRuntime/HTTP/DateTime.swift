public import FoundationEssentials

/// A point in time as RFC 3339 writes it: `2024-05-17T09:30:00Z`, with or without fractions of a second, at any offset.
///
/// The text is kept as it came, so that what is passed on stays the same to the last digit.
public struct DateTime: Sendable, Hashable {
    /// The text of RFC 3339.
    public let text: String
    /// The point in time.
    public let date: Date

    /// A point in time, written in UTC with milliseconds.
    public init(_ date: Date) {
        text = date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        self.date = date
    }

    /// Reads the text of RFC 3339, section 5.6; nil where it is not one.
    public init?(_ text: String) {
        let upper = text.uppercased()
        let hasFraction = upper.contains(".")
        guard upper.utf8.count >= 20, upper.dropFirst(10).first == "T" || upper.dropFirst(10).first == " " else { return nil }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: hasFraction)
        guard let date = try? style.parse(upper.replacing(" ", with: "T", maxReplacements: 1)) else { return nil }
        self.text = text
        self.date = date
    }
}

extension DateTime: JSONReadable, JSONWritable {
    public init(reading reader: inout JSONReader) {
        let text = reader.string()
        if let value = DateTime(text) {
            self = value
        } else {
            reader.fail("must be a date and time of RFC 3339, as 2024-05-17T09:30:00Z")
            self = DateTime(Date(timeIntervalSince1970: 0))
        }
    }

    public func write(to writer: inout JSONWriter) {
        writer.string(text)
    }
}

extension DateTime: ParameterValue {
    public var parameterText: String { text }
    public init?(parameterText: String) { self.init(parameterText) }
    public static var parameterForm: String { "a date and time, as 2024-05-17T09:30:00Z" }
}

extension DateTime: CustomStringConvertible {
    public var description: String { text }
}
