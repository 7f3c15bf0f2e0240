import FoundationEssentials

/// A URL that events can be posted to: absolute, `http` or `https`, with a host, and without a user or a fragment.
struct CallbackURL: Sendable {
    let url: URL

    init?(_ text: String) {
        guard let url = URL(string: text, encodingInvalidCharacters: false) else { return nil }
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https" else { return nil }
        guard let host = url.host(), !host.isEmpty, url.user() == nil, url.fragment() == nil else { return nil }
        self.url = url
    }
}
