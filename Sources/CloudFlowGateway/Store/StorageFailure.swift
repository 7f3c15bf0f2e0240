/// The database could not be read or written. It says why in SQLite's own words for the code, and never holds a statement or a value.
public struct StorageFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What SQLite's code means.
    public let reason: String

    init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { "storage failed: \(reason)" }
}

/// Why an account or a device was not created.
public enum CreationFailure: Error, Sendable, Hashable {
    /// A value is empty, too long, or holds what it may not hold.
    case invalid(String)
    /// The item exists already.
    case duplicate(String)
    /// The account that the item should belong to does not exist.
    case unknownAccount(String)
    /// The database could not be written.
    case storage(StorageFailure)
}

extension CreationFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalid(let problem), .duplicate(let problem): problem
        case .unknownAccount(let id): "there is no account '\(id)'; ids are case sensitive"
        case .storage(let failure): failure.description
        }
    }
}
