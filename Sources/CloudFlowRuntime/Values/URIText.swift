public import FoundationEssentials

/// A URI or a reference relative to one as RFC 3986 writes them (`uri`, `uri-reference`): `https://example.com/a?b#c`, `/a`.
///
/// Square brackets are taken in queries too, where many peers put them.
public struct URIText: FormattedText {
    public let text: String

    public init(verbatim text: String) { self.text = text }

    /// The text of a URL.
    public init(_ url: URL) { text = url.absoluteString }

    /// Nil for the empty reference, too.
    public var url: URL? { Self.isWellFormed(text) ? URL(string: text) : nil }

    public static func isWellFormed(_ text: String) -> Bool { text.scanned { $0.uriReference() } != nil }

    public static var parameterForm: String { "a URI" }
}

/// A literal is kept as it is written.
extension URIText: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(verbatim: value) }
}

extension FormatScanner {
    /// A reference of RFC 3986, section 4.1; returns whether it has a scheme.
    mutating func uriReference() -> Bool? {
        var hasScheme = false
        var isFirstSegment = true
        var mayBeScheme = next.isLetter
        var isFragment = false
        while !isAtEnd {
            let byte = next
            switch byte {
            case .colon where isFirstSegment:
                // Elsewhere in the first segment it would be taken for the end of a scheme.
                guard mayBeScheme else { return nil }
                (hasScheme, isFirstSegment) = (true, false)
            case .slash, UInt8(ascii: "?"):
                isFirstSegment = false
            case UInt8(ascii: "#"):
                guard !isFragment else { return nil }
                (isFragment, isFirstSegment) = (true, false)
            case .openBracket, .closeBracket:
                guard !isFragment else { return nil }
            case UInt8(ascii: "%"):
                guard take(byte), hexadecimal(digits: 2) else { return nil }
                mayBeScheme = false
                continue
            default:
                guard byte.isLetter || byte.isDigit || byte.isURIPunctuation else { return nil }
                mayBeScheme = mayBeScheme && byte.mayBeInScheme
            }
            _ = take(byte)
        }
        return hasScheme
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    fileprivate var mayBeInScheme: Bool { isLetter || isDigit || self == .plus || self == .minus || self == .period }

    /// What RFC 3986, section 2, allows beside letters, digits and what has a case of its own above.
    fileprivate var isURIPunctuation: Bool {
        switch Unicode.Scalar(self) {
        case "-", ".", "_", "~", ":", "@", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=": true
        default: false
        }
    }
}
