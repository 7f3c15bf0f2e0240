/// Why a multipart body can't be taken apart.
public enum MultipartError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The `Content-Type` names no boundary.
    case noBoundary
    /// There is no part at all.
    case noParts
    /// The header of a part is not made of header fields.
    case malformedHeader
    /// The header of a part is longer than `limit` bytes.
    case headerTooLong(limit: Int)
    /// There are more than `limit` parts.
    case tooManyParts(limit: Int)
    /// The body ended before its last boundary.
    case brokenOff
    /// A part was read after the next one had been asked for, or by two readers at once.
    case passed

    public var description: String {
        switch self {
        case .noBoundary: "its Content-Type names no boundary"
        case .noParts: "it holds no parts"
        case .malformedHeader: "the header of a part is malformed"
        case .headerTooLong(let limit): "the header of a part is longer than \(limit) bytes"
        case .tooManyParts(let limit): "it has more than \(limit) parts"
        case .brokenOff: "it ends before its last boundary"
        case .passed: "a part was read too late, or by two readers at once"
        }
    }
}

/// How much of a multipart body is taken.
struct MultipartLimits: Sendable {
    /// The longest header of a part, in bytes.
    var header = 8 << 10
    var parts = 1_000
}
