/// A string whose text has a format, such as `date-time` or `uuid`.
///
/// One rule holds for all of them. The text is kept exactly as it came, and values are equal when their texts are. What the text says
/// is a view (`date`, `uuid`, `url`, `bytes`), parsed when it is asked for, and nil where the text does not have the format. A strict
/// reading, as a server's, refuses such a text; a lenient one, as a client's, keeps it: a malformed date costs its view, not the
/// whole answer that it stands in, and is passed on as it came.
public protocol FormattedText: JSONModel, ParameterValue, Hashable, LosslessStringConvertible {
    /// The text as it came.
    var text: String { get }

    /// Keeps a text that need not have the format, for a peer that wants another.
    init(verbatim text: String)

    /// Whether a text has the format.
    static func isWellFormed(_ text: String) -> Bool
}

extension FormattedText {
    /// Takes a text of this format; nil where it does not have it.
    public init?(_ text: String) {
        guard Self.isWellFormed(text) else { return nil }
        self.init(verbatim: text)
    }

    public var description: String { text }

    public init(reading reader: inout JSONReader) {
        self.init(verbatim: reader.string())
        if reader.isStrict, !Self.isWellFormed(text) { reader.refuse("must be \(Self.parameterForm)") }
    }

    public func write(to writer: inout JSONWriter) { writer.string(text) }

    public var parameterText: String { text }
    public init?(parameterText: String) { self.init(parameterText) }
}
