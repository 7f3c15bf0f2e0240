import SpecDocument

/// What OpenAPI 3.0 says by a format, and 3.1 by a keyword of a text's content.
enum ContentFormat: String {
    case byte
    case binary

    /// What the keyword says in place of the format: `contentEncoding` of the one, `contentMediaType` of the other.
    var value: String {
        switch self {
        case .byte: "base64"
        case .binary: "application/octet-stream"
        }
    }

    func isSaid(by content: Schema.Applicators) -> Bool {
        switch self {
        case .byte: content.contentEncoding?.lowercased() == value
        // Bytes that are encoded are a text.
        case .binary: content.contentEncoding == nil && content.contentMediaType?.lowercased() == value
        }
    }
}
