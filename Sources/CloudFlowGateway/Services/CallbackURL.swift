import CloudFlowClientTransport
import FoundationEssentials

/// A URL that events can be posted to: absolute, with a host, and without a user or a fragment.
struct CallbackURL: Sendable {
    let url: URL

    /// - Parameter allowsInsecure: whether it may be `http`, and lead to an address that is not public.
    init(_ text: String, allowsInsecure: Bool) throws(CallbackFailure) {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
        guard isPlain, let url = URL(string: text, encodingInvalidCharacters: false), let scheme = url.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = url.host()?.lowercased(), !host.isEmpty,
            url.host(percentEncoded: true)?.contains("%") == false, url.user() == nil, url.fragment() == nil
        else {
            throw CallbackFailure("not an absolute https URL without a user and a fragment")
        }
        if !allowsInsecure {
            guard scheme == "https" else { throw CallbackFailure("not https") }
            guard !Self.isInside(host) else { throw CallbackFailure("the host is not one of the public internet") }
        }
        self.url = url
    }

    /// Whether the host is known not to be public without looking it up. What its name stands for is checked at each post.
    private static func isInside(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") { return true }
        return HostLookup.literalAddress(host).map { !CallbackAddress(bytes: $0.bytes).isPublic } ?? false
    }
}
