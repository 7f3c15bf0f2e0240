import FoundationEssentials

/// What a connection stands on: an API token that its account or its device has, and for how long.
struct Access: Sendable {
    let account: String
    /// The device's reference id; nil for a client.
    var device: String?
    let tokenDigest: TokenDigest
    /// When it ends in any case.
    let end: Date
}
