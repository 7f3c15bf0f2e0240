public import FoundationEssentials

/// A merchant, or whoever runs points of sale: the owner of devices, and what the Client API authenticates.
public struct Account: Sendable, Hashable {
    /// What the account is known by: letters, digits and `-._~`, case sensitive.
    public let id: String
    /// What people call it.
    public let name: String
    /// When it was created.
    public let createdAt: Date
    /// What there is of its API token. With another one, what the former opened ends.
    let tokenDigest: TokenDigest
}
