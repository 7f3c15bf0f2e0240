/// A decimal number in a string (`type: string`, `format: decimal`): `"12.50"`. A number without quotes is an `ExactNumber`.
public struct DecimalText: FormattedText {
    public let text: String

    public init(verbatim text: String) { self.text = text }

    /// The text of a number.
    public init(_ number: ExactNumber) { text = number.text }

    /// The number; nil where the text is none.
    public var number: ExactNumber? { ExactNumber(text) }

    public static func isWellFormed(_ text: String) -> Bool { ExactNumber(text) != nil }

    public static var parameterForm: String { "a decimal number, as 12.50" }
}
