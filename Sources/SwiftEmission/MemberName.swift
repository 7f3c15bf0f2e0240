import SwiftText

extension SwiftSource.StringInterpolation {
    /// The name of a member as a literal, spelt as JSON spells it between its quotes.
    mutating func appendInterpolation(member wireName: String) {
        appendInterpolation(literal: wireName.spelt)
    }
}

extension String {
    /// As it stands between the quotes of JSON (RFC 8259, section 7).
    fileprivate var spelt: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else { return self }
        return unicodeScalars.map(\.spelt).joined()
    }
}

extension Unicode.Scalar {
    fileprivate var spelt: String {
        switch self {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _ where value < 0x20: "\\u00\(value < 0x10 ? "0" : "")\(String(value, radix: 16))"
        default: String(self)
        }
    }
}
