import FoundationEssentials

/// Bytes as RFC 4648 writes them (`byte`, `base64`), in either alphabet, with or without padding, with or without line breaks.
public struct Base64Bytes: FormattedText {
    public let text: String

    public init(verbatim text: String) { self.text = text }

    /// Written in the standard alphabet with padding (RFC 4648, section 4).
    public init(_ bytes: [UInt8]) { text = Data(bytes).base64EncodedString() }

    /// Written in the alphabet for URLs and file names without padding (RFC 4648, section 5).
    public init(urlSafe bytes: [UInt8]) {
        let standard = Base64Bytes(bytes).text
        text = String(standard.prefix { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }

    /// What the text stands for; nil where it is no Base64.
    public var bytes: [UInt8]? {
        var digits: [UInt8] = []
        digits.reserveCapacity(text.utf8.count + 3)
        for byte in text.utf8 {
            switch byte {
            case .carriageReturn, .lineFeed: continue
            case .minus: digits.append(.plus)
            case UInt8(ascii: "_"): digits.append(.slash)
            default: digits.append(byte)
            }
        }
        let padding = UInt8(ascii: "=")
        let paddingCount = digits.reversed().prefix { $0 == padding }.count
        let missing = -(digits.count - paddingCount) & 3
        guard paddingCount == 0 || paddingCount == missing else { return nil }
        digits.append(contentsOf: repeatElement(padding, count: missing - paddingCount))
        return Data(base64Encoded: Data(digits)).map { [UInt8]($0) }
    }

    public static func isWellFormed(_ text: String) -> Bool { Base64Bytes(verbatim: text).bytes != nil }

    public static var parameterForm: String { "bytes in Base64" }
}
