import CloudFlowRuntime

extension RelayOrder {
    /// Why the relay can't take the order; nil where it can.
    var problem: String? {
        // SQLite takes an id up to its first NUL, so that it would be another's.
        if !id.isStorable { return "the request's id holds U+0000" }
        return payload.isTooLong ? JSONValue.tooLong : nil
    }
}

extension JSONValue {
    /// The longest payload, in bytes. The message around one leaves the platform with other members than it came with, and must not be longer
    /// than a message may be.
    private static let longestPayload = 63 << 10

    var isTooLong: Bool { bytes.count > Self.longestPayload }

    static var tooLong: String { "a payload is longer than \(longestPayload) bytes" }
}
