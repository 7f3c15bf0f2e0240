import Crypto
import FoundationEssentials

/// What is kept of a token: its SHA-256. With 256 random bits behind it no salt and no slow hash is needed.
struct TokenDigest: Sendable, Hashable {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(of token: APIToken) {
        bytes = Array(SHA256.hash(data: Data(token.text.utf8)))
    }

    /// The digest of no token that anybody knows. Checked where there is no account, so that a refusal takes the same work either way.
    static let ofNobody = TokenDigest(bytes: [UInt8](repeating: 0, count: SHA256.byteCount))

    /// Whether this is the digest of a token, compared in constant time: so Swift Crypto's digests define their `==`.
    func matches(_ token: String) -> Bool {
        SHA256.hash(data: Data(token.utf8)) == bytes
    }
}

extension TokenDigest: CustomStringConvertible, CustomReflectable {
    var description: String { "TokenDigest" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
