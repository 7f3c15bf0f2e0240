/// The `errorCode` of the shared error envelope. A code that the published table doesn't name is kept as it came.
public enum ErrorCode: OpenEnum {
    /// 400: unexpected failure.
    case failed
    /// 401: missing or invalid `Authorization` bearer token.
    case unauthorized
    /// 403: the operation is not allowed.
    case forbidden
    /// 404: the item requested or referenced does not exist.
    case notFound
    /// 409: the item can't be created, because it exists already.
    case duplicateItem
    /// 410: the target that the request was meant for is not available.
    case connectionLost
    /// 412: existing preconditions keep the operation from being carried out.
    case preconditionFailed
    /// 417: the item could not be persisted.
    case storageFailed
    /// 422: required data is missing, or the data is invalid.
    case invalidData
    /// 429: the account's limit of websocket connections is exceeded.
    case tooManyConnections
    /// A code that the table doesn't name.
    case other(String)

    public static let table = EnumTable<Self>([
        ("failed", .failed),
        ("unauthorized", .unauthorized),
        ("forbidden", .forbidden),
        ("notFound", .notFound),
        ("duplicateItem", .duplicateItem),
        ("connectionLost", .connectionLost),
        ("preconditionFailed", .preconditionFailed),
        ("storageFailed", .storageFailed),
        ("invalidData", .invalidData),
        ("tooManyConnections", .tooManyConnections),
    ])

    /// The code that the published error table pairs with an HTTP status; `failed` for a status that it doesn't list.
    public init(status: Int) {
        switch status {
        case 401: self = .unauthorized
        case 403: self = .forbidden
        case 404: self = .notFound
        case 409: self = .duplicateItem
        case 410: self = .connectionLost
        case 412: self = .preconditionFailed
        case 417: self = .storageFailed
        case 422: self = .invalidData
        case 429: self = .tooManyConnections
        default: self = .failed
        }
    }

    /// The HTTP status that the published error table pairs with this code; nil for a code that it doesn't name.
    public var status: Int? {
        switch self {
        case .failed: 400
        case .unauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .duplicateItem: 409
        case .connectionLost: 410
        case .preconditionFailed: 412
        case .storageFailed: 417
        case .invalidData: 422
        case .tooManyConnections: 429
        case .other: nil
        }
    }
}

/// For codes that the table doesn't name: `APIError("outOfPaper", "no paper")`.
extension ErrorCode: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
