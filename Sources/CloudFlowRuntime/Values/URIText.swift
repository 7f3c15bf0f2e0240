public import FoundationEssentials

/// A URI or a reference relative to one as RFC 3986 writes them (`uri`, `uri-reference`): `https://example.com/a?b#c`, `/a`.
public struct URIText: FormattedText {
    public let text: String

    public init(verbatim text: String) { self.text = text }

    public init(_ url: URL) { text = url.absoluteString }

    /// Nil for the empty reference, too.
    public var url: URL? { Self.isWellFormed(text) ? URL(string: text) : nil }

    public static func isWellFormed(_ text: String) -> Bool { StringFormat.uriReference.accepts(text) }

    public static var parameterForm: String { "a URI" }
}
